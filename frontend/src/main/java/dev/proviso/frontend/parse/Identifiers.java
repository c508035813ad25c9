// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.cdt.core.parser.IToken;

/** The identifiers of a unit in the order of its text, as the parser got them. */
final class Identifiers {
  private final OffsetList offsets = new OffsetList();
  private final List<char[]> words = new ArrayList<>();

  void add(IToken token) {
    offsets.add(token.getOffset());
    words.add(token.getCharImage());
  }

  /** Tells those that begin between two offsets. */
  void forEach(int from, int to, Consumer<String> action) {
    for (int i = offsets.indexFrom(from); i < offsets.size() && offsets.at(i) < to; i++) {
      action.accept(new String(words.get(i)));
    }
  }
}

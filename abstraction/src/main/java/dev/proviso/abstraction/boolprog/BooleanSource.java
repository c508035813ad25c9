// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A boolean program that was read, and where its lines stand.
 *
 * @param places by procedure: one for each line of its body
 * @param threads where the first thread is started, if any is
 */
public record BooleanSource(
    BooleanProgram program, Map<String, List<SourceRange>> places, Optional<SourceRange> threads) {
  public BooleanSource {
    places = Map.copyOf(places);
  }

  public SourceRange place(String procedure, int line) {
    List<SourceRange> lines = places.getOrDefault(procedure, List.of());
    return line < lines.size() ? lines.get(line) : SourceRange.NONE;
  }
}

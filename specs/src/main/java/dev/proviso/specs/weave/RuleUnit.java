// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.types.Type;
import java.util.List;
import java.util.SequencedMap;

/**
 * A rule as C.
 *
 * @param text what the front end reads
 * @param types the meaning of the type names {@code T0, T1, …} that the text uses without declaring
 *     them
 * @param reactions each is one function of the text
 */
record RuleUnit(
    String text,
    SequencedMap<String, Type> types,
    List<Reaction> reactions,
    PositionMap positions) {

  /** The variable that holds the watched object. */
  static final String WATCHED = "$watched";
}

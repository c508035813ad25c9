// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The macros that are defined before the first line of a unit.
 *
 * @param compiler what the compiler predefines, its names with their parameters; without it, what
 *     is known of GCC and Microsoft's compiler
 * @param defined {@code X} or {@code X=Y}, which win over the predefined ones
 * @param undefined predefined ones that are not to be
 */
public record Macros(
    Optional<Map<String, String>> compiler, List<String> defined, Set<String> undefined) {

  /** The predefined ones alone. */
  public static final Macros NONE = of(List.of());

  /** None at all: for text that has been preprocessed. */
  public static final Macros PREPROCESSED = new Macros(Optional.of(Map.of()), List.of(), Set.of());

  public Macros {
    defined = List.copyOf(defined);
    undefined = Set.copyOf(undefined);
  }

  /**
   * @param defined {@code X} or {@code X=Y}
   */
  public static Macros of(List<String> defined) {
    return new Macros(Optional.empty(), defined, Set.of());
  }
}

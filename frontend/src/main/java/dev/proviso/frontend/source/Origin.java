// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an edge of the program comes from.
 *
 * @param kind whose code this is
 * @param range the place in that code (for code out of a macro: the place of the macro's use)
 * @param expansions the macros it came out of, outermost first
 * @param branch for an assumption that a control statement makes: which one, and which way it went
 */
public record Origin(
    Kind kind, SourceRange range, List<MacroExpansion> expansions, @Nullable Branch branch) {

  /** Whose code it is. Events of rules are calls by {@code USER} and {@code HEADER} code. */
  public enum Kind {
    USER,
    HEADER,
    MODEL,
    RULE,
    HARNESS
  }

  /**
   * The controlling keyword and the way taken.
   *
   * @param keyword {@code if}, {@code while}, {@code for}, {@code do}, {@code switch}, {@code ?:},
   *     {@code &&}, {@code ||}
   * @param keywordRange where the keyword (or operator) stands
   * @param value {@code true}, {@code false}, a case's integer or {@code default}
   */
  public record Branch(String keyword, SourceRange keywordRange, String value) {}

  /** The origin of what nobody wrote. */
  public static final Origin NONE = of(Kind.HARNESS, SourceRange.NONE);

  public Origin {
    expansions = List.copyOf(expansions);
  }

  public static Origin of(Kind kind, SourceRange range) {
    return new Origin(kind, range, List.of(), null);
  }

  public Origin withBranch(Branch taken) {
    return new Origin(kind, range, expansions, taken);
  }

  @Override
  public String toString() {
    return range.toString();
  }
}

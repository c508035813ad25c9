// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import dev.proviso.frontend.source.MacroExpansion;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;

/**
 * Where a node stands.
 *
 * @param range the place in the text; for code out of a macro, the place of the outermost macro's
 *     use
 * @param expansions the macros it came out of, outermost first; empty for code that is written out
 * @param inSystemHeader whether the text is of a header of the system or the platform
 */
public record Place(SourceRange range, List<MacroExpansion> expansions, boolean inSystemHeader) {

  /** The place of what nobody wrote. */
  public static final Place NONE = new Place(SourceRange.NONE, List.of(), false);

  public Place {
    expansions = List.copyOf(expansions);
  }

  @Override
  public String toString() {
    return range.toString();
  }
}

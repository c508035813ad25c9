// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.types.Target;

/**
 * What a compiler's flags say of the language itself.
 *
 * @param microsoft whether Microsoft's words with one underscore are words
 * @param charIsUnsigned whether plain {@code char} is
 * @param oldInline whether {@code extern inline} makes no external definition, and {@code inline}
 *     alone does: GNU C before C99
 * @param shortWideChars whether {@code wchar_t} has 16 bits whatever the target has
 * @param packing the alignment that no member of a struct exceeds where no pragma says otherwise; 0
 *     for none
 */
public record Dialect(
    boolean microsoft,
    boolean charIsUnsigned,
    boolean oldInline,
    boolean shortWideChars,
    int packing) {

  /** What the target's own compiler reads where no flag says otherwise. */
  public static Dialect of(Target target) {
    return new Dialect(target == Target.LLP64, false, false, false, 0);
  }
}

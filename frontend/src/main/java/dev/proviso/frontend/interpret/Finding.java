// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.source.Origin;

/**
 * Something that an execution met and that C leaves undefined, or that it could not do exactly.
 *
 * @param place where
 * @param procedure in which procedure
 */
public record Finding(Kind kind, Origin place, String procedure, String sentence) {
  /** What sort of thing. */
  public enum Kind {
    UNINITIALISED,
    OUT_OF_BOUNDS,
    AFTER_END,
    NO_OBJECT,
    BAD_FREE,
    NULL_DEREFERENCE,
    DIVISION,
    /** Lowering could not say it exactly. */
    INEXACT,
    /** A call whose arguments do not fit the function. */
    BAD_CALL,
    /** The execution cannot go on. */
    STOPPED
  }
}

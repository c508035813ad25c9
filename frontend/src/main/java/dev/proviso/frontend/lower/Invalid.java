// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.source.SourceRange;

/** Thrown where the text is no valid C: an error for the user. */
final class Invalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceRange range;
  private final String what;

  Invalid(SourceRange range, String what) {
    super(what, null, false, false);
    this.range = range;
    this.what = what;
  }

  String what() {
    return what;
  }

  SourceRange range() {
    return range;
  }
}

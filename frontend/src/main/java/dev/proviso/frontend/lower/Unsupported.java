// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.source.SourceRange;

/**
 * Thrown where C cannot be lowered: its message says what, its range where. The function around it
 * is lost.
 */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SourceRange range;
  private final String what;

  Unsupported(SourceRange range, String what) {
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

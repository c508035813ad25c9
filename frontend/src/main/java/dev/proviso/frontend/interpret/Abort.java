// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.source.Origin;

/** A rule's abort is reached. */
final class Abort extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Origin place;

  Abort(String message, Origin place) {
    super(message, null, false, false);
    this.place = place;
  }

  Origin place() {
    return place;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** The program ends itself. */
final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  Exit(int code) {
    super(null, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;

/** The execution cannot go on. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final int code;

  /**
   * @param code what the process would exit with
   */
  Stop(Kind kind, String sentence, int code) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.code = code;
  }

  Kind kind() {
    return kind;
  }

  int code() {
    return code;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** The execution cannot go on. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  /**
   * @param code what the process would exit with
   */
  Stop(String sentence, int code) {
    super(sentence, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}

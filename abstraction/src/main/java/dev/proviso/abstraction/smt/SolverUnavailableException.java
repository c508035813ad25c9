// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;

/**
 * The solver cannot be used on this machine. Unchecked: only the edge of the program can do
 * something about it.
 */
public final class SolverUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  SolverUnavailableException(Message message, Throwable cause) {
    super(message.sentence(), cause);
    this.message = message;
  }

  static SolverUnavailableException at(
      String place, String sentence, String help, Throwable cause) {
    return new SolverUnavailableException(
        Message.error(new SourceRange(place, 0, 0, 0, 0), sentence, help), cause);
  }

  /** What is wrong, where, and what to do. */
  public Message userMessage() {
    return message;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.source.Origin;

/** How an execution ended. */
public sealed interface Outcome {
  /** The program ended: {@code main} returned, or it called {@code exit} or {@code abort}. */
  record Exited(int code) implements Outcome {}

  /**
   * It could not go on: a path that ends, a limit, code that cannot be executed.
   *
   * @param code what a process would exit with
   */
  record Stopped(String why, int code) implements Outcome {}

  /** A rule's abort was reached. */
  record Aborted(String message, Origin place) implements Outcome {}
}

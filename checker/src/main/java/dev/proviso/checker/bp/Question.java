// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

/** What is asked of a boolean program. */
public sealed interface Question {
  /** Can an assertion fail? */
  record Assertions() implements Question {}

  /**
   * Can a statement of this label be reached, in any procedure? Executions end where an assertion
   * fails.
   */
  record Label(String name) implements Question {}

  /** Can the condition of an {@code abortif} be true? Executions end where an assertion fails. */
  record Aborts() implements Question {}
}

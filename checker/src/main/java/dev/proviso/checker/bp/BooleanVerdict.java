// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

/** What is known of a boolean program. */
public sealed interface BooleanVerdict {
  /** The error cannot be reached. */
  record Holds() implements BooleanVerdict {}

  /** There is nothing in the program that the question could be about. */
  record NotApplicable(String why) implements BooleanVerdict {}

  /**
   * The trace reaches the error.
   *
   * @param confirmed whether all of it was executed
   */
  record Violated(BooleanTrace trace, boolean confirmed) implements BooleanVerdict {}

  record Unknown(String reason) implements BooleanVerdict {}
}

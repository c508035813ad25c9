// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.Verdict;
import java.util.Collection;

/** What the command tells its caller. */
enum ExitCode {
  /** Every rule holds or does not apply; or the command did what it should. */
  HOLDS(0),
  /** Some rule is violated. */
  VIOLATED(10),
  /** None is violated, some are unknown. */
  UNKNOWN(5),
  /** The command line is wrong. */
  USAGE(1),
  /** Input cannot be read. */
  INPUT(2),
  /** Something of ours is wrong, or the solver does not load. */
  INTERNAL(6);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Collection<? extends Verdict> verdicts) {
    if (verdicts.stream().anyMatch(v -> v instanceof Verdict.Violated)) {
      return VIOLATED;
    }
    boolean unknown =
        verdicts.isEmpty() || verdicts.stream().anyMatch(v -> v instanceof Verdict.Unknown);
    return unknown ? UNKNOWN : HOLDS;
  }
}

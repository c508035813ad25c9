// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Verdict;

/** The one line in which each rule ends: scripts read it. */
public final class VerdictLine {
  private VerdictLine() {}

  /** {@code VERDICT <Rule>: <word> (<reason>)}. */
  public static String of(CheckResult result) {
    String reason =
        switch (result.verdict()) {
          case Verdict.Holds v -> "";
          case Verdict.Violated v -> "";
          case Verdict.NotApplicable v -> v.why();
          case Verdict.Unknown v -> v.reason();
        };
    return "VERDICT "
        + result.rule()
        + ": "
        + word(result.verdict())
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }

  /** The verdict's name. */
  public static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds v -> "HOLDS";
      case Verdict.Violated v -> "VIOLATED";
      case Verdict.NotApplicable v -> "NOT APPLICABLE";
      case Verdict.Unknown v -> "UNKNOWN";
    };
  }
}

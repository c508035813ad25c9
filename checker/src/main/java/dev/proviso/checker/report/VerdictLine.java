// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Verdict;
import java.util.Locale;
import java.util.Optional;

/** The one line in which each rule ends: scripts read it. */
public final class VerdictLine {
  private VerdictLine() {}

  /** {@code VERDICT <Rule>: <word> (<reason>)}, or {@code VERDICT <Rule>: <word>, confirmed}. */
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
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + evidence(result.verdict()).map(e -> ", " + e.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** What was made of the evidence; empty where it was not looked at. */
  static Optional<Evidence> evidence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Violated v -> seen(v.evidence());
      case Verdict.Holds v -> seen(v.evidence());
      case Verdict.NotApplicable v -> Optional.empty();
      case Verdict.Unknown v -> Optional.empty();
    };
  }

  private static Optional<Evidence> seen(Evidence evidence) {
    return evidence == Evidence.NOT_LOOKED_AT ? Optional.empty() : Optional.of(evidence);
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

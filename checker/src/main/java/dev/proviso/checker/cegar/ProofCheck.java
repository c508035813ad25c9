// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.SolverStoppedException;
import dev.proviso.checker.certify.Certificate;
import dev.proviso.checker.certify.Certificate.Goal;
import dev.proviso.checker.certify.CertifiedProgram;
import dev.proviso.checker.certify.Certifier;
import dev.proviso.checker.certify.Judgement;
import dev.proviso.checker.verdict.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Has a proof checked, for as long as that may take. */
final class ProofCheck {
  /** So much it may always take. */
  private static final Duration LEAST = Duration.ofSeconds(3);

  /** Where finding the proof took longer: a part of that. */
  private static final int SHARE = 2;

  private final CertifiedProgram subject;
  private final Limits limits;
  private final Figures figures;

  /** How it went. */
  sealed interface Result {
    /** Nothing speaks against the proof. */
    record Stands(Evidence evidence) implements Result {}

    /** It is none. */
    record Refused(Judgement.Refused why) implements Result {}
  }

  ProofCheck(CertifiedProgram subject, Limits limits, Figures figures) {
    this.subject = subject;
    this.limits = limits;
    this.figures = figures;
  }

  /** What there is to check: one certificate where the last search says all, else one for each. */
  static List<Certificate> certificates(
      Engine.Answer.Unreachable aborts, Engine.Answer.Unreachable lostCode) {
    return aborts.precision() == lostCode.precision()
        ? List.of(new Certificate(Set.of(Goal.ABORT, Goal.LOST_CODE), lostCode.claims()))
        : List.of(
            new Certificate(Set.of(Goal.ABORT), aborts.claims()),
            new Certificate(Set.of(Goal.LOST_CODE), lostCode.claims()));
  }

  /**
   * @param used what the check has taken so far
   */
  Result of(List<Certificate> certificates, Duration used) {
    Duration left = limits.cpuTime().minus(used);
    Duration most =
        switch (limits.certification()) {
          case NONE -> Duration.ZERO;
          case BOUNDED -> shorter(left, longer(LEAST, used.dividedBy(SHARE)));
          case FULL -> left;
        };
    if (limits.certification() == Certification.NONE) {
      return new Result.Stands(Evidence.NOT_LOOKED_AT);
    }
    if (!most.isPositive()) {
      return new Result.Stands(Evidence.UNCONFIRMED);
    }
    try (Solver solver = new Solver();
        Budget budget = new Budget(new Limits(most, limits.memoryMegabytes()), solver)) {
      try {
        Certifier certifier = new Certifier(subject, solver);
        for (Certificate certificate : certificates) {
          switch (certifier.check(certificate)) {
            case Judgement.Accepted a -> figures.add("certificate.steps", a.steps());
            case Judgement.Refused r -> {
              return new Result.Refused(r);
            }
          }
        }
        return new Result.Stands(Evidence.CONFIRMED);
      } catch (SolverStoppedException e) {
        return new Result.Stands(Evidence.UNCONFIRMED);
      } finally {
        figures.add("certificate.queries", solver.queries());
      }
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

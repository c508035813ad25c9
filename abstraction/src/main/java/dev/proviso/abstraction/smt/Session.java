// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.java_smt.api.BitvectorFormula;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.Evaluator;
import org.sosy_lab.java_smt.api.ProverEnvironment;
import org.sosy_lab.java_smt.api.SolverException;

/** A stack of assertions, checked incrementally. */
public final class Session implements AutoCloseable {
  private final ProverEnvironment prover;
  private final LongConsumer onQuery;
  private final BooleanSupplier stopped;

  Session(ProverEnvironment prover, LongConsumer onQuery, BooleanSupplier stopped) {
    this.prover = prover;
    this.onQuery = onQuery;
    this.stopped = stopped;
  }

  public void push() {
    run(
        () -> {
          prover.push();
          return true;
        });
  }

  public void pop() {
    run(
        () -> {
          prover.pop();
          return true;
        });
  }

  public void add(Term condition) {
    if (!condition.isTrue()) {
      run(() -> prover.addConstraint(Terms.truth(condition)) == null);
    }
  }

  /** True if the assertions have a model; {@link #model} may then be asked for. */
  public boolean isSatisfiable() {
    return timed(() -> !prover.isUnsat());
  }

  /**
   * Checks the assertions together with assumptions (variables or their negations), for this check
   * only.
   *
   * @return empty if there is a model; otherwise assumptions that suffice for there being none, in
   *     the order given
   */
  public Optional<List<Term>> coreOver(List<Term> assumptions) {
    List<BooleanFormula> formulas = new ArrayList<>();
    assumptions.forEach(a -> formulas.add(Terms.truth(a)));
    Optional<List<BooleanFormula>> core = timed(() -> prover.unsatCoreOverAssumptions(formulas));
    if (core.isEmpty() && stopped.getAsBoolean()) {
      // An interrupted check has no core either.
      throw new SolverStoppedException("the solver was stopped", new InterruptedException());
    }
    return core.map(
        found -> {
          Set<BooleanFormula> inCore = new HashSet<>(found);
          return assumptions.stream().filter(a -> inCore.contains(Terms.truth(a))).toList();
        });
  }

  /**
   * Keeps to the model of the last check: from here on these variables have the values that they
   * have in it, 0 if it leaves them open, so that it says what all terms of them are.
   */
  public void settle(Iterable<Term> variables, Terms terms) {
    List<Term> known = new ArrayList<>();
    try (Model model = model()) {
      for (Term v : variables) {
        known.add(
            v.isBool()
                ? model.isTrue(v) ? v : terms.not(v)
                : terms.equal(v, terms.number(model.value(v), v.bits())));
      }
    }
    known.forEach(this::add);
    if (!isSatisfiable()) {
      throw new IllegalStateException("a model contradicts itself");
    }
  }

  /** The model of the last check, to be closed before the next call. */
  public Model model() {
    return run(() -> new Model(prover.getEvaluator(), this));
  }

  /** What the solver has done so far, for all sessions, in its own unit. */
  long effort() {
    isSatisfiable();
    return Long.parseLong(prover.getStatistics().getOrDefault("rlimit count", "0"));
  }

  @Override
  public void close() {
    prover.close();
  }

  private <T> T timed(Query<T> query) {
    long start = System.nanoTime();
    try {
      return run(query);
    } finally {
      onQuery.accept(System.nanoTime() - start);
    }
  }

  private <T extends @Nullable Object> T run(Query<T> query) {
    try {
      return query.run();
    } catch (InterruptedException e) {
      throw new SolverStoppedException("the solver was stopped", e);
    } catch (SolverException e) {
      throw new SolverStoppedException("the solver gave up: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // Z3 reports an interruption between queries by an exception of its own.
      if (stopped.getAsBoolean()) {
        throw new SolverStoppedException("the solver was stopped", e);
      }
      throw e;
    }
  }

  private interface Query<T extends @Nullable Object> {
    T run() throws InterruptedException, SolverException;
  }

  /** Values of terms under one satisfying assignment; variables that do not matter are 0. */
  public static final class Model implements AutoCloseable {
    private final Evaluator evaluator;
    private final Session session;

    private Model(Evaluator evaluator, Session session) {
      this.evaluator = evaluator;
      this.session = session;
    }

    public boolean isTrue(Term condition) {
      return condition.isTrue()
          || Boolean.TRUE.equals(session.run(() -> evaluator.evaluate(Terms.truth(condition))));
    }

    /** Whether a condition is true; empty where the model does not depend on it. */
    public Optional<Boolean> truth(Term condition) {
      return condition.constant() != null
          ? Optional.of(condition.isTrue())
          : Optional.ofNullable(session.run(() -> evaluator.evaluate(Terms.truth(condition))));
    }

    /** The value of a bit-vector, unsigned. */
    public BigInteger value(Term vector) {
      BigInteger known = vector.constant();
      if (known != null) {
        return known;
      }
      BigInteger value =
          session
              .run(
                  () ->
                      Optional.ofNullable(evaluator.evaluate((BitvectorFormula) vector.formula())))
              .orElse(BigInteger.ZERO);
      return value.signum() == 0
          ? BigInteger.ZERO
          : value.mod(BigInteger.ONE.shiftLeft(vector.bits()));
    }

    @Override
    public void close() {
      evaluator.close();
    }
  }
}

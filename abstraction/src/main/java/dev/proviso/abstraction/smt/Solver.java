// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import com.microsoft.z3.Z3Exception;
import org.sosy_lab.common.ShutdownManager;
import org.sosy_lab.java_smt.api.SolverContext;
import org.sosy_lab.java_smt.api.SolverContext.ProverOptions;

/**
 * One solver context with its terms and sessions. For one thread; {@link #stop} may be called from
 * any.
 */
public final class Solver implements AutoCloseable {
  /** A formula of limited size has at most so many choices and comparisons. */
  private static final long MAX_CHOICES = 50_000;

  private final ShutdownManager shutdown;
  private final SolverContext context;
  private final Terms terms;
  private long queries;
  private long nanos;

  public Solver() {
    this(ShutdownManager.create(), Long.MAX_VALUE);
  }

  private Solver(ShutdownManager shutdown, long mostChoices) {
    this.shutdown = shutdown;
    this.context = Z3.openContext(shutdown.getNotifier());
    this.terms = new Terms(context.getFormulaManager(), mostChoices);
  }

  /**
   * Another solver, for formulas of limited size: larger ones end with a {@link
   * SolverStoppedException}. It stops when this one does; what stops it does not stop this one.
   */
  public Solver limited() {
    return new Solver(ShutdownManager.createWithParent(shutdown.getNotifier()), MAX_CHOICES);
  }

  /**
   * Loads the solver in the background, while the program is being read. Whether that works is told
   * when a solver is needed.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("solver").start(Solver::tryOnce);
  }

  private static void tryOnce() {
    try (Solver solver = new Solver();
        Session session = solver.session()) {
      session.isSatisfiable();
    } catch (SolverUnavailableException e) {
      // Whoever needs the solver gets the same answer, and tells it.
      return;
    }
  }

  public Terms terms() {
    return terms;
  }

  /** A new empty stack of assertions. */
  public Session session() {
    return new Session(
        context.newProverEnvironment(
            ProverOptions.GENERATE_MODELS, ProverOptions.GENERATE_UNSAT_CORE_OVER_ASSUMPTIONS),
        this::count,
        shutdown.getNotifier()::shouldShutdown);
  }

  private void count(long duration) {
    queries++;
    nanos += duration;
  }

  /** How many checks were made. */
  public long queries() {
    return queries;
  }

  /**
   * How hard the solver has worked so far, in its own unit (Z3's resource count, one to three
   * million a second), which is the same on every machine.
   */
  public long effort() {
    try (Session session = session()) {
      return session.effort();
    }
  }

  /** How long they took, in nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /** Ends the running query, and all later ones, with a {@link SolverStoppedException}. */
  public void stop(String reason) {
    try {
      shutdown.requestShutdown(reason);
    } catch (Z3Exception e) {
      // The context keeps one error for all threads: this is the one of the query that was just
      // ended, told to whoever calls next.
      checkIsStopped(e);
    }
  }

  private void checkIsStopped(Z3Exception e) {
    if (!shutdown.getNotifier().shouldShutdown()) {
      throw e;
    }
  }

  /**
   * Throws a {@link SolverStoppedException} if {@link #stop} was called: for long work between
   * queries.
   */
  public void checkStopped() {
    try {
      shutdown.getNotifier().shutdownIfNecessary();
    } catch (InterruptedException e) {
      throw new SolverStoppedException("the solver was stopped", e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}

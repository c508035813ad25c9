// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.checker.explore.Exploration;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.refine.Newton;
import dev.proviso.checker.refine.Refinement;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a defect by executing the program, beside the search for a proof and about as hard.
 * What it finds is judged like any other path.
 */
final class DefectSearch implements AutoCloseable {
  /** What is done before anything else: defects that are near, and small programs, need no more. */
  private static final long FIRST_STEPS = 2_000;

  /** A query of the proof takes as long as about a hundred steps; so defects cost as much again. */
  private static final long STEPS_PER_QUERY = 100;

  /** Few queries may be hard: so much of the solver's effort takes as long as a step. */
  private static final long EFFORT_PER_STEP = 100;

  /** What is done when the proof has given up: some seconds' work. */
  private static final long LAST_STEPS = 200_000;

  private final Exploration exploration;
  private final Newton newton;
  private final Solver solver;
  private long ownQueries;
  private long ownEffort;

  DefectSearch(Program program, Memory memory, List<Variable> state, Solver solver, Newton newton) {
    this.exploration = new Exploration(program, memory, state, solver);
    this.newton = newton;
    this.solver = solver;
  }

  /**
   * Goes on looking, for as long as the proof has taken so far by what is the same on every
   * machine: the solver's queries, and its effort.
   *
   * @return a feasible path, empty if none was found yet
   */
  Optional<Refinement> goOn() {
    return goOn(
        FIRST_STEPS
            + Math.max(
                STEPS_PER_QUERY * (solver.queries() - ownQueries),
                (solver.effort() - ownEffort) / EFFORT_PER_STEP));
  }

  /** Goes on looking when there is no proof to wait for any more. */
  Optional<Refinement> goOnAlone() {
    return goOn(Math.max(steps(), FIRST_STEPS) + LAST_STEPS);
  }

  private Optional<Refinement> goOn(long until) {
    long before = solver.queries();
    long effortBefore = solver.effort();
    try {
      Optional<Block> found = exploration.goOn(until);
      while (found.isPresent()) {
        Optional<Refinement> judged = judge(found.get());
        if (judged.isPresent()) {
          return judged;
        }
        found = exploration.goOn(until);
      }
      return Optional.empty();
    } finally {
      ownEffort += solver.effort() - effortBefore;
      ownQueries += solver.queries() - before;
    }
  }

  private Optional<Refinement> judge(Block whole) {
    AbstractPath path =
        new AbstractPath(
            List.of(new AbstractPath.Through(whole, whole.exits().sequencedKeySet().getFirst())));
    return newton.judge(path).filter(r -> r instanceof Refinement.Feasible);
  }

  /** How many steps were executed. */
  long steps() {
    return exploration.steps();
  }

  @Override
  public void close() {
    exploration.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Unroller;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.SolverStoppedException;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.refine.Newton;
import dev.proviso.checker.refine.Refinement;
import dev.proviso.frontend.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a defect among executions that pass few loops, all at once and with limited effort:
 * what is near is found there long before refinement has excluded all that is not.
 */
final class BoundedSearch {
  /**
   * What is not found in this processor time is left to refinement. (Z3's own, reproducible,
   * measure of effort is not to be had through JavaSMT.) Memory is the check's own limit.
   */
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(3), Long.MAX_VALUE);

  private final Solver solver;
  private final Judges judges;
  private final Program program;
  private final Memory memory;

  /** Makes somebody who judges paths with a solver. */
  interface Judges {
    Newton with(Solver solver);
  }

  BoundedSearch(Solver solver, Judges judges, Blocks blocks, Memory memory) {
    this.solver = solver;
    this.judges = judges;
    this.program = blocks.program();
    this.memory = memory;
  }

  /**
   * @param rounds how often each activation may go back to the heads of its loops
   * @return empty if there is no defect so near, or none was found
   */
  Optional<Refinement> search(int rounds) {
    Optional<Block> whole = Unroller.unroll(program, memory.pointsTo(), rounds);
    if (whole.isPresent()) {
      for (Exit exit : whole.get().exits().keySet()) {
        Optional<Refinement> found = search(whole.get(), exit);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refinement> search(Block whole, Exit exit) {
    AbstractPath path = new AbstractPath(List.of(new AbstractPath.Through(whole, exit)));
    try (Solver limited = solver.limited();
        Budget budget = new Budget(LIMITS, limited)) {
      return judges.with(limited).judge(path).filter(r -> r instanceof Refinement.Feasible);
    } catch (SolverStoppedException e) {
      // Too much for its limit: that is no answer. If all is stopped, so is the next query.
      solver.checkStopped();
      return Optional.empty();
    }
  }
}

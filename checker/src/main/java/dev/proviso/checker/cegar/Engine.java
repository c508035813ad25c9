// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.Exporter;
import dev.proviso.abstraction.abstractor.Relations;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.value.FiniteRelations;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.checker.certify.CertifiedProgram;
import dev.proviso.checker.certify.Claim;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.reach.Goal;
import dev.proviso.checker.reach.Reachability;
import dev.proviso.checker.refine.ClassSelection;
import dev.proviso.checker.refine.Newton;
import dev.proviso.checker.refine.Refinement;
import dev.proviso.checker.replay.Replay;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to search one program: its analyses, the solver, the caches. Built once, used for
 * both goals.
 */
final class Engine implements Stages, AutoCloseable {
  /** So many iterations before executions are looked at that pass one more loop. */
  private static final int BOUNDED_EVERY = 3;

  private final Clock clock;
  private final Progress progress;
  private final Solver solver = new Solver();
  private final Bdds bdds = new Bdds(solver::checkStopped);
  private final Blocks blocks;
  private final StateVariables variables = new StateVariables();
  private final Abstractor abstractor;
  private final Reachability reachability;
  private final FiniteRelations finite;
  private final ClassSelection selection;
  private final Newton newton;
  private final DefectSearch defects;
  private final BoundedSearch bounded;
  private final Replay replay;
  private final CertifiedProgram certified;
  private Precision precision;
  private @Nullable Edge undecided;
  private long iterations;

  /**
   * @param woven the program to be searched: the rule's, or that of its applicability
   */
  Engine(Program woven, WovenProgram rule, Clock clock, Progress progress) {
    this.clock = clock;
    this.progress = progress;
    NormalForm normal = clock.time("points-to", () -> NormalForm.of(woven));
    Program program = normal.program();
    PointsTo pointsTo = clock.time("points-to", () -> PointsTo.analyse(program));
    CallGraph calls = clock.time("points-to", () -> CallGraph.of(program, pointsTo));
    ModRef modRef = clock.time("points-to", () -> ModRef.of(program, pointsTo, calls));
    blocks = new Blocks(program, pointsTo, calls);
    AddressSpace addresses = new AddressSpace(program);
    Memory memory = new Memory(pointsTo, addresses, new ProgramVariables(program));
    certified = new CertifiedProgram(program, calls, memory, modRef);
    replay = new Replay(woven, normal, addresses, Replay.USUAL_STEPS);
    ValueClasses classes = clock.time("points-to", () -> ValueClasses.of(program, memory, calls));
    finite = new FiniteRelations(blocks, memory, modRef, classes, bdds, variables);
    abstractor =
        new TimedAbstractor(
            Abstractor.of(solver, bdds, blocks, memory, modRef, variables, finite), clock);
    reachability = Reachability.of(blocks, abstractor, bdds, variables);
    selection = new ClassSelection(classes);
    newton = new Newton(solver, blocks, memory, modRef, classes);
    bounded =
        new BoundedSearch(
            solver, s -> new Newton(s, blocks, memory, modRef, classes), blocks, memory);
    List<Variable> state = new ArrayList<>(rule.state());
    Optional.ofNullable(rule.watched()).ifPresent(state::add);
    defects = new DefectSearch(program, memory, state, solver, newton);
    precision = new StartPrecision(program, memory, modRef, classes, finite.tracking()).of(rule);
  }

  Solver solver() {
    return solver;
  }

  /** How a search ended. */
  sealed interface Answer {
    /**
     * The goal cannot be reached.
     *
     * @param claims what is true where the program gets
     * @param precision of the search that found it
     */
    record Unreachable(SequencedMap<CutPoint, Claim> claims, Precision precision)
        implements Answer {}

    /** It can, or nothing could be said: what Newton said last. */
    record Stopped(Refinement refinement) implements Answer {}
  }

  /** Executes a defect that was found. */
  Replay.Result replay(Refinement.Feasible defect) {
    return clock.time("replay", () -> replay.run(defect.trace(), defect.inputs()));
  }

  /** What a certificate of the program is checked against. */
  CertifiedProgram certified() {
    return certified;
  }

  /** The loop: search, judge the path, refine, until one of them is sure. */
  Answer search(Goal goal) {
    long judged = 0;
    while (true) {
      iterations++;
      switch (clock.time("reachability", () -> reachability.explore(precision, goal))) {
        case Reachability.Outcome.Safe safe -> {
          return new Answer.Unreachable(safe.claims(), precision);
        }
        case Reachability.Outcome.Reached reached -> {
          Optional<Precision> finer = clock.time("values", () -> byValues(reached));
          if (finer.isPresent()) {
            refined(finer.get());
            continue;
          }
          Optional<Answer> answer = judge(reached, goal, judged++);
          if (answer.isPresent()) {
            return answer.get();
          }
        }
      }
    }
  }

  private void refined(Precision finer) {
    precision = finer;
    progress.refined(iterations, precision);
  }

  /**
   * What the solver says to a path that finite-valued variables do not exclude.
   *
   * @param judged how many paths were judged before
   * @return empty if the search goes on
   */
  private Optional<Answer> judge(Reachability.Outcome.Reached reached, Goal goal, long judged) {
    if (goal == Goal.ABORT && judged > 0) {
      Optional<Refinement> defect = defect(judged);
      if (defect.isPresent()) {
        return defect.map(Answer.Stopped::new);
      }
    }
    return switch (clock.time("refinement", () -> byNewton(reached))) {
      case Refinement.Spurious r -> {
        undecided = r.undecided();
        refined(r.precision());
        yield Optional.empty();
      }
      case Refinement.Sharpened r -> Optional.empty();
      case Refinement.GaveUp r when goal == Goal.ABORT ->
          Optional.of(new Answer.Stopped(clock.time("exploration", defects::goOnAlone).orElse(r)));
      case Refinement.GaveUp r -> Optional.of(new Answer.Stopped(r));
      case Refinement.Feasible r when goal == Goal.LOST_CODE ->
          Optional.of(new Answer.Stopped(lostCode(reached.path())));
      case Refinement.Feasible r -> Optional.of(new Answer.Stopped(r));
    };
  }

  /** Whether some more finite-valued variables exclude the path. */
  private Optional<Precision> byValues(Reachability.Outcome.Reached reached) {
    Relations relations = Abstractor.of(finite.fresh());
    return selection.choose(
        reached.path(), precision, p -> reachability.has(reached, relations, p));
  }

  private Refinement byNewton(Reachability.Outcome.Reached reached) {
    return newton.refine(reached.path(), precision, () -> reachability.sharpen(reached, precision));
  }

  /** Looks beside the proof for executions that break the rule: one by one, and all short ones. */
  private Optional<Refinement> defect(long iteration) {
    Optional<Refinement> found = clock.time("exploration", defects::goOn);
    return found.isEmpty() && iteration % BOUNDED_EVERY == 0
        ? clock.time("bounded", () -> bounded.search((int) (iteration / BOUNDED_EVERY)))
        : found;
  }

  private static Refinement.GaveUp lostCode(AbstractPath path) {
    if (path.parts().getLast() instanceof AbstractPath.Through last
        && last.exit() instanceof Exit.ToLost lost) {
      return new Refinement.GaveUp(lost.reason(), lost.edge());
    }
    throw new IllegalStateException("the path does not end in lost code");
  }

  @Override
  public Blocks blocks() {
    return blocks;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public BooleanProgram booleanProgram() {
    return new Exporter(
            blocks, new Exporter.Known(abstractor.demands(), bdds, variables, precision))
        .export();
  }

  /** The condition that the last path was refuted at, if one was. */
  Optional<Edge> undecided() {
    return Optional.ofNullable(undecided);
  }

  /** Adds the figures of this engine to those that are there. */
  void addTo(Figures figures) {
    figures.add("iterations", iterations);
    figures.add("explored.steps", defects.steps());
    figures.add("predicates", precision.size());
    figures.add("solver.queries", solver.queries());
    figures.add("solver.milliseconds", solver.nanos() / 1_000_000);
    figures.add("cache.hits", abstractor.hits());
  }

  @Override
  public void close() {
    defects.close();
    abstractor.close();
    solver.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Execution;
import dev.proviso.abstraction.encode.Inexactness;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.slice.Influence;
import dev.proviso.abstraction.slice.Liveness;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Executes the program symbolically, way by way, until one reaches an abort (King, CACM 1976). Ways
 * that know something new where they stand go first; of those that know the same at one place only
 * the first goes on, so that what is not found may be there all the same. Can be asked to go on,
 * each time for so many steps.
 */
public final class Exploration implements AutoCloseable {
  /** A fact takes the solver about as long as so many steps without question. */
  private static final long STEPS_PER_FACT = 5;

  private final Program program;
  private final Memory memory;
  private final List<Variable> parts;
  private final Solver solver;
  private final Feasibility feasibility;
  private final Influence influence;
  private final Map<String, Liveness> liveness = new HashMap<>();
  private final Frontier frontier = new Frontier();
  private final Novelty novelty = new Novelty();
  private final Set<Long> seen = new HashSet<>();
  private long steps;

  /** One of the steps that a way may take next. */
  private interface Turn {
    void take(Way way);
  }

  /**
   * @param parts scalar globals: what is known is new again wherever their values are
   */
  public Exploration(Program program, Memory memory, List<Variable> parts, Solver solver) {
    this.program = program;
    this.memory = memory;
    this.parts = parts.stream().filter(v -> v.type().isScalar()).toList();
    this.solver = solver;
    this.feasibility = new Feasibility(solver);
    this.influence = Influence.of(program, memory.pointsTo());
    Encoding encoding = new Encoding(solver.terms(), memory, program, new Inexactness());
    Location start = cfg(program.entry()).entry();
    frontier.add(new Way(Execution.start(encoding), start));
  }

  private Cfg cfg(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(name + " has no control flow");
  }

  /** How many steps were done; what the solver was asked counts too, as what it takes. */
  public long steps() {
    return steps + STEPS_PER_FACT * feasibility.effort();
  }

  /**
   * Goes on until so many steps are done in all.
   *
   * @return the next way to an abort that is found; empty if none is
   */
  public Optional<Block> goOn(long untilSteps) {
    while (steps() < untilSteps && !frontier.isEmpty()) {
      solver.checkStopped();
      Optional<Block> found = follow(frontier.next());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Follows a way up to where it parts, ends, or knows nothing new. */
  private Optional<Block> follow(Way way) {
    while (true) {
      steps++;
      solver.checkStopped();
      if (way.location().equals(cfg(way.location().procedure()).exit())) {
        if (!way.leave() || !isToBeFollowed(way)) {
          return Optional.empty();
        }
        continue;
      }
      List<Turn> turns = new ArrayList<>();
      for (Edge edge : cfg(way.location().procedure()).outgoing(way.location())) {
        if (edge.statement() instanceof Statement.Abort) {
          return Optional.of(whole(way, edge));
        }
        turns(way, edge, turns);
      }
      if (turns.size() != 1) {
        part(way, turns);
        return Optional.empty();
      }
      turns.getFirst().take(way);
      if (isMeeting(way.location()) && !isToBeFollowed(way)) {
        return Optional.empty();
      }
    }
  }

  private Block whole(Way way, Edge abort) {
    List<Step> all = way.steps();
    all.add(new Step.Pass(abort, way.top().frame()));
    return Block.straight(
        new CutPoint.At(cfg(program.entry()).entry()), all, new Exit.ToAbort(abort));
  }

  private void part(Way way, List<Turn> turns) {
    for (int i = 0; i < turns.size(); i++) {
      Way other = way.turn(i);
      turns.get(i).take(other);
      frontier.add(other);
    }
  }

  /** True where ways may meet inside their procedure. */
  private boolean isMeeting(Location location) {
    Cfg cfg = cfg(location.procedure());
    int before = cfg.incoming(location).size() + (location.equals(cfg.entry()) ? 1 : 0);
    return before > 1 && !location.equals(cfg.exit());
  }

  /** True if the way is to be gone on with at once; it waits if others may know more than it. */
  private boolean isToBeFollowed(Way way) {
    Execution.Similarity known = way.similarity(influence, this::live);
    if (!seen.add(known.closely())) {
      return false;
    }
    way.setNovelty(novelty.of(known.atoms(), part(way)));
    if (way.novelty() == Novelty.Degree.ATOM) {
      return true;
    }
    frontier.add(way);
    return false;
  }

  private Set<Variable> live(Location location) {
    return liveness.computeIfAbsent(location.procedure(), p -> new Liveness(cfg(p))).at(location);
  }

  private int part(Way way) {
    int result = 0;
    for (Variable variable : parts) {
      BigInteger value = way.execution().value(LValue.Var.of(variable)).constant();
      // Addresses are all alike: what counts is that one is known.
      int number = value == null ? -2 : value.bitLength() <= Integer.SIZE ? value.intValue() : -1;
      result = result * 31 + number;
    }
    return result;
  }

  private void turns(Way way, Edge edge, List<Turn> result) {
    if (!(edge.statement() instanceof Statement.Call call)) {
      Step step = new Step.Execute(edge, way.top().frame());
      boolean only = cfg(way.location().procedure()).outgoing(way.location()).size() == 1;
      conditional(way, step, only, w -> w.goTo(edge.target()), result);
      return;
    }
    for (String callee : memory.pointsTo().callees(call.callee())) {
      Procedure procedure = program.procedures().get(callee);
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        Turn enter = w -> w.call(edge, body.cfg().entry());
        switch (call.callee()) {
          case Callee.Direct d -> result.add(enter);
          case Callee.Indirect i ->
              conditional(
                  way,
                  new Step.Dispatch(edge, way.top().frame(), i.pointer(), callee),
                  false,
                  enter,
                  result);
        }
      }
    }
  }

  /**
   * @param only true where there is no other turn; that it cannot be taken is found out later then
   */
  private void conditional(Way way, Step step, boolean only, Turn next, List<Turn> result) {
    Term condition = way.execution().condition(step);
    List<Term> facts = new ArrayList<>(way.execution().takeFacts());
    facts.add(condition);
    if (only ? !condition.isFalse() : feasibility.isPossible(condition, way.known())) {
      result.add(
          w -> {
            w.assume(facts);
            w.take(step);
            next.take(w);
          });
    }
  }

  @Override
  public void close() {
    feasibility.close();
  }
}

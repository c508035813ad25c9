// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.checker.bp.Bits.Copy;
import dev.proviso.checker.reach.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Makes an execution of a path: chooses a value for every variable that the path leaves open. */
final class Replay {
  private final BooleanSystem system;
  private final Effects effects;
  private final Bits bits;
  private final Bdds bdds;
  private final Execution execution;
  private boolean complete = true;

  Replay(BooleanSource source, BooleanSystem system, Effects effects, Bits bits, Bdds bdds) {
    this.system = system;
    this.effects = effects;
    this.bits = bits;
    this.bdds = bdds;
    execution = new Execution(source, effects);
  }

  /** The execution; UNKNOWN where the path is none. */
  BooleanVerdict run(Path<Step, CallSite> path) {
    List<Path.Part<Step, CallSite>> parts = new ArrayList<>();
    for (Path.Part<Step, CallSite> part : path.parts()) {
      // Where main is called, that activation's way may go back to the start, which does nothing.
      if (parts.isEmpty() || !(part instanceof Path.Start)) {
        parts.add(part);
      }
    }
    for (int i = 0; i < parts.size() && execution.isPossible(); i++) {
      Bdd behind = i + 1 < parts.size() ? from(parts.get(i + 1)) : path.goal();
      switch (parts.get(i)) {
        case Path.Start<Step, CallSite> p -> start(p.step(), behind);
        case Path.Through<Step, CallSite> p -> through(p, behind);
        case Path.Into<Step, CallSite> p -> into(p.call(), behind);
        case Path.OutOf<Step, CallSite> p -> leave(p.from());
        case Path.Over<Step, CallSite> p -> {
          complete = false;
          execution.over(p.call().place().node(), values(p.call().kept(), known(behind)));
        }
      }
    }
    return execution.isPossible()
        ? new BooleanVerdict.Violated(new BooleanTrace(execution.steps()), complete)
        : new BooleanVerdict.Unknown("the path that was found could not be executed");
  }

  private static Bdd from(Path.Part<Step, CallSite> part) {
    return switch (part) {
      case Path.Start<Step, CallSite> p -> throw new IllegalStateException("a second start");
      case Path.Through<Step, CallSite> p -> p.from();
      case Path.Into<Step, CallSite> p -> p.from();
      case Path.OutOf<Step, CallSite> p -> p.from();
      case Path.Over<Step, CallSite> p -> p.from();
    };
  }

  /** A valuation of a set that is not empty. */
  private SortedMap<Integer, Boolean> known(Bdd set) {
    if (bdds.isNone(set)) {
      throw new IllegalStateException("the path does not hang together");
    }
    return bdds.anyCube(set);
  }

  private Map<Variable, Boolean> values(
      Collection<Variable> variables, SortedMap<Integer, Boolean> cube) {
    return values(variables, Copy.CURRENT, cube);
  }

  private Map<Variable, Boolean> values(
      Collection<Variable> variables, Copy copy, SortedMap<Integer, Boolean> cube) {
    Map<Variable, Boolean> result = new LinkedHashMap<>();
    variables.forEach(v -> result.put(v, cube.getOrDefault(bits.bit(v, copy), false)));
    return result;
  }

  private void start(Step step, Bdd behind) {
    Model main = system.model(step.from().procedure());
    List<Variable> variables = new ArrayList<>(effects.touchedGlobals(step.from().procedure()));
    variables.addAll(main.scope().parameters());
    variables.addAll(main.scope().locals());
    SortedMap<Integer, Boolean> cube = known(behind);
    Map<Variable, Boolean> values = values(variables, cube);
    // Where main is called too, CURRENT may not matter and still be asked for as ENTRY.
    values.putAll(values(main.changing(), Copy.ENTRY, cube));
    execution.start(main, values);
  }

  /** The present state: ENTRY and CURRENT of all that the procedure sees. */
  private Bdd state() {
    Frame frame = execution.frame();
    Map<Integer, Boolean> literals = new LinkedHashMap<>();
    for (Variable v : frame.model().changing()) {
      literals.put(bits.bit(v, Copy.ENTRY), frame.entryValue(v));
    }
    frame
        .values(effects)
        .forEach(
            (name, value) ->
                literals.put(bits.bit(frame.model().scope().variable(name), Copy.CURRENT), value));
    return bdds.cubeOf(literals);
  }

  private void through(Path.Through<Step, CallSite> part, Bdd behind) {
    Model model = execution.frame().model();
    List<Bdd> way = system.ways(part.from(), part.step(), behind);
    List<Op> ops = part.step().ops();
    for (int i = 0; i < ops.size() && execution.isPossible(); i++) {
      int node = ops.get(i).node();
      if (part.step().target().isEmpty()) {
        execution.fail(node);
      } else {
        // All that the statement assigns, also what does not matter on the way.
        Bdd next =
            bdds.rename(way.get(i + 1), bits.renaming(ops.get(i).kept(), Copy.CURRENT, Copy.NEXT));
        Bdd chosen = bdds.and(bdds.and(state(), model.whole(node)), next);
        SortedMap<Integer, Boolean> cube = known(chosen);
        Map<Variable, Boolean> values = values(model.assigned(node), Copy.NEXT, cube);
        values.putAll(values(model.returned(node), cube));
        execution.step(node, values);
      }
    }
    if (ops.isEmpty()) {
      execution.arrive(part.step().from().node());
    }
  }

  private void leave(Bdd exit) {
    // A procedure that ends without a return gives any results.
    List<Variable> results = execution.frame().model().scope().results();
    execution.leave(values(results, known(bdds.and(state(), exit))));
  }

  private void into(CallSite call, Bdd behind) {
    Model callee = system.model(call.callee());
    SortedMap<Integer, Boolean> given = known(bdds.and(state(), call.entering(behind)));
    Map<Variable, Boolean> values = values(callee.scope().parameters(), Copy.ARGUMENT, given);
    values.putAll(values(callee.scope().locals(), known(behind)));
    execution.enter(call.place().node(), callee, values);
  }
}

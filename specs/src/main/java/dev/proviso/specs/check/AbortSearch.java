// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.weave.Addresses;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule's handlers in every order from the initial state, with all that is not rule state
 * unknown, and notes which aborts are reached. Calls of functions outside the rule are unknown
 * values.
 */
final class AbortSearch {
  private static final int MOST_STEPS = 200_000;
  private static final int MOST_DEPTH = 20;

  private final Program unit;
  private final Set<Variable> state;
  private final Set<SourceRange> reached = new LinkedHashSet<>();
  private int steps;

  private AbortSearch(Program unit, Set<Variable> state) {
    this.unit = unit;
    this.state = state;
  }

  /** How a procedure returned. */
  private record Outcome(Values state, Optional<BigInteger> result) {}

  private record Point(Location location, Values values) {}

  /** Gave up before all was seen. */
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The places of the aborts that some sequence of handlers reaches.
   *
   * @return empty if there are too many states to tell
   */
  static Optional<Set<SourceRange>> reached(
      Program unit, List<String> handlers, List<Variable> stateVariables) {
    Set<Variable> state = new LinkedHashSet<>(stateVariables);
    unit.procedures().values().forEach(p -> state.removeAll(Addresses.in(p).variables()));
    AbortSearch search = new AbortSearch(unit, state);
    try {
      search.run(handlers);
      return Optional.of(search.reached);
    } catch (TooLarge e) {
      return Optional.empty();
    }
  }

  private void run(List<String> handlers) throws TooLarge {
    Set<Values> seen = new HashSet<>();
    Deque<Values> work = new ArrayDeque<>(List.of(initial()));
    while (!work.isEmpty()) {
      Values values = work.remove();
      if (seen.add(values)) {
        for (String handler : handlers) {
          run(handler, List.of(), values, 0).forEach(o -> work.add(o.state));
        }
      }
    }
  }

  private Values initial() {
    Map<Variable, BigInteger> known = new LinkedHashMap<>();
    state.forEach(v -> known.put(v, BigInteger.ZERO));
    for (Program.Initialiser initialiser : unit.initialisers()) {
      if (initialiser.target() instanceof LValue.Var v && state.contains(v.variable())) {
        set(known, v.variable(), new Values(Map.of()).of(initialiser.value()));
      }
    }
    return new Values(known);
  }

  private static void set(
      Map<Variable, BigInteger> known, Variable variable, Optional<BigInteger> value) {
    value.ifPresentOrElse(v -> known.put(variable, v), () -> known.remove(variable));
  }

  private Set<Outcome> run(String name, List<Optional<BigInteger>> arguments, Values at, int depth)
      throws TooLarge {
    @Nullable Procedure procedure = unit.procedures().get(name);
    if (procedure == null || !(procedure.body() instanceof Procedure.Body.Defined body)) {
      return Set.of(new Outcome(at, Optional.empty()));
    }
    if (depth > MOST_DEPTH) {
      throw new TooLarge();
    }
    Map<Variable, BigInteger> known = new HashMap<>(at.known());
    for (int i = 0; i < Math.min(arguments.size(), procedure.formals().size()); i++) {
      set(known, procedure.formals().get(i), arguments.get(i));
    }
    Set<Variable> uncertain = Addresses.in(procedure).variables();
    uncertain.forEach(known::remove);
    Set<Outcome> outcomes = new LinkedHashSet<>();
    Set<Point> seen = new HashSet<>();
    Deque<Point> work = new ArrayDeque<>(List.of(new Point(body.cfg().entry(), new Values(known))));
    while (!work.isEmpty()) {
      Point point = work.remove();
      if (!seen.add(point)) {
        continue;
      }
      if (++steps > MOST_STEPS) {
        throw new TooLarge();
      }
      for (Edge edge : body.cfg().outgoing(point.location)) {
        if (edge.statement() instanceof Statement.Return r) {
          Optional<BigInteger> value =
              r.value() == null ? Optional.empty() : point.values.of(r.value());
          outcomes.add(new Outcome(stateOf(point.values), value));
        } else {
          for (Values next : after(edge, point.values, uncertain, depth)) {
            work.add(new Point(edge.target(), next));
          }
        }
      }
    }
    return outcomes;
  }

  private Values stateOf(Values values) {
    Map<Variable, BigInteger> known = new LinkedHashMap<>(values.known());
    known.keySet().retainAll(state);
    return new Values(known);
  }

  private Set<Values> after(Edge edge, Values values, Set<Variable> uncertain, int depth)
      throws TooLarge {
    return switch (edge.statement()) {
      case Statement.Assign s -> Set.of(with(values, s.target(), values.of(s.value()), uncertain));
      case Statement.Assume s ->
          values.of(s.condition()).filter(c -> c.signum() == 0).isPresent()
              ? Set.of()
              : Set.of(values);
      case Call s -> call(s, values, uncertain, depth);
      case Statement.Havoc s -> Set.of(with(values, s.target(), Optional.empty(), uncertain));
      case Statement.Allocate s -> Set.of(with(values, s.target(), Optional.empty(), uncertain));
      case Statement.Abort s -> {
        reached.add(edge.origin().range());
        yield Set.of();
      }
      case Statement.Return s -> Set.of();
      case Statement.Free s -> Set.of(values);
      case Statement.CopyMemory s -> Set.of(values);
      case Statement.FillMemory s -> Set.of(values);
      case Statement.Scramble s -> Set.of(values);
      case Statement.Skip s -> Set.of(values);
    };
  }

  private Set<Values> call(Call call, Values values, Set<Variable> uncertain, int depth)
      throws TooLarge {
    Set<Values> results = new LinkedHashSet<>();
    String callee = call.callee() instanceof Callee.Direct direct ? direct.procedure() : "";
    List<Optional<BigInteger>> arguments =
        call.arguments().stream().map((Expr e) -> values.of(e)).toList();
    for (Outcome outcome : run(callee, arguments, values, depth + 1)) {
      Map<Variable, BigInteger> known = new HashMap<>(values.known());
      known.keySet().removeAll(state);
      outcome
          .state
          .known()
          .forEach(
              (v, value) -> {
                if (state.contains(v)) {
                  known.put(v, value);
                }
              });
      Values after = new Values(known);
      results.add(
          call.result() == null ? after : with(after, call.result(), outcome.result, uncertain));
    }
    return results;
  }

  private static Values with(
      Values values, LValue target, Optional<BigInteger> value, Set<Variable> uncertain) {
    if (!(target instanceof LValue.Var v)) {
      return values;
    }
    Map<Variable, BigInteger> known = new HashMap<>(values.known());
    set(known, v.variable(), uncertain.contains(v.variable()) ? Optional.empty() : value);
    return new Values(known);
  }
}

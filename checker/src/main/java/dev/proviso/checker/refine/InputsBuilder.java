// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.InitialValues;
import dev.proviso.abstraction.encode.InitialValues.Part;
import dev.proviso.abstraction.encode.MemoryCell;
import dev.proviso.abstraction.encode.Scrambled;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes while a path is encoded what an execution along it takes from outside. */
final class InputsBuilder {
  private static final int ENTRY = 0;

  private final Encoding encoding;
  private final Program program;
  private final SymbolicState start;
  private final List<Open> steps = new ArrayList<>();

  /**
   * A step whose values a model will tell.
   *
   * @param terms what the model is asked for; known only when the whole path is encoded
   */
  private record Open(
      Edge edge,
      Supplier<Stream<Term>> terms,
      Function<Told, Inputs.Event> event,
      int traced,
      List<MemoryCell> devices,
      @Nullable Term after) {}

  /**
   * What tells the values.
   *
   * @param locals what is asked of variables before anything is written, by activation
   */
  private record Told(Session.Model model, Map<Integer, Map<Variable, List<Part>>> locals) {
    Map<Variable, SortedMap<Long, Byte>> bytes(Map<Variable, List<Part>> parts) {
      Map<Variable, SortedMap<Long, Byte>> result = new LinkedHashMap<>();
      parts.forEach((variable, of) -> result.put(variable, Bytes.ofParts(of, model)));
      return result;
    }

    Map<Variable, SortedMap<Long, Byte>> locals(int activation) {
      return bytes(locals.getOrDefault(activation, Map.of()));
    }
  }

  /**
   * @param start the state in which the path starts
   */
  InputsBuilder(Encoding encoding, Program program, SymbolicState start) {
    this.encoding = encoding;
    this.program = program;
    this.start = start;
  }

  /**
   * An edge is behind that is no call.
   *
   * @param after what its target holds now; null where it has none
   */
  void passed(Edge edge, SymbolicState state, int activation, int traced, @Nullable Term after) {
    switch (edge.statement()) {
      case Statement.Havoc s -> {
        List<Part> parts = encoding.content(s.target(), state, activation);
        add(
            edge,
            () -> parts.stream().map(Part::value),
            t -> new Inputs.Event.Chosen(Bytes.ofParts(parts, t.model())),
            traced,
            after);
      }
      case Statement.Allocate s -> {
        Term address = encoding.value(s.target(), state, activation);
        add(
            edge,
            () -> Stream.of(address),
            t -> new Inputs.Event.Allocated(t.model().value(address).longValue()),
            traced,
            after);
      }
      case Statement.Scramble s -> {
        List<Scrambled> ranges = encoding.takeScrambled();
        add(
            edge,
            () -> ranges.stream().flatMap(InputsBuilder::terms),
            t -> new Inputs.Event.Scrambled(Bytes.ofRanges(ranges, t.model())),
            traced,
            after);
      }
      default -> add(edge, Stream::empty, t -> new Inputs.Event.Passed(), traced, after);
    }
  }

  /** A call is entered, its arguments are passed. */
  void entered(Edge call, String callee, SymbolicState state, int activation, int traced) {
    Map<Variable, List<Part>> missing = missing(call, callee, state, activation);
    add(
        call,
        () -> missing.values().stream().flatMap(l -> l.stream().map(Part::value)),
        t -> {
          Map<Variable, SortedMap<Long, Byte>> known = t.locals(activation);
          known.putAll(t.bytes(missing));
          return new Inputs.Event.Entered(callee, known);
        },
        traced,
        null);
  }

  /** The formals that the call has no argument for. */
  private Map<Variable, List<Part>> missing(
      Edge call, String callee, SymbolicState state, int activation) {
    Map<Variable, List<Part>> missing = new LinkedHashMap<>();
    Procedure procedure = program.procedures().get(callee);
    if (procedure != null && call.statement() instanceof Statement.Call statement) {
      List<Variable> formals = procedure.formals();
      for (int i = statement.arguments().size(); i < formals.size(); i++) {
        LValue formal = LValue.Var.of(formals.get(i));
        missing.put(formals.get(i), encoding.content(formal, state, activation));
      }
    }
    return missing;
  }

  void left(Edge call, int traced) {
    add(call, Stream::empty, t -> new Inputs.Event.Left(), traced, null);
  }

  private void add(
      Edge edge,
      Supplier<Stream<Term>> terms,
      Function<Told, Inputs.Event> event,
      int traced,
      @Nullable Term after) {
    boolean isTold = after != null && after.bits() <= Long.SIZE && encoding.isExact(after);
    List<MemoryCell> devices = encoding.takeDevices();
    steps.add(new Open(edge, terms, event, traced, devices, isTold ? after : null));
  }

  /** The variables of all that a model is to tell. */
  Set<Term> variables() {
    InitialValues initial = encoding.initialValues(start);
    Set<Term> terms = new LinkedHashSet<>();
    initial.locals().forEach(l -> terms.add(l.part().value()));
    initial.memory().stream().flatMap(InputsBuilder::terms).forEach(terms::add);
    for (Open step : steps) {
      step.terms().get().forEach(terms::add);
      step.devices().stream().flatMap(InputsBuilder::terms).forEach(terms::add);
      if (step.after() != null) {
        terms.add(step.after());
      }
    }
    Set<Term> variables = new LinkedHashSet<>();
    terms.forEach(t -> variables.addAll(encoding.terms().variablesIn(t)));
    return variables;
  }

  private static Stream<Term> terms(MemoryCell cell) {
    return Stream.of(cell.address(), cell.value());
  }

  private static Stream<Term> terms(Scrambled range) {
    return Stream.concat(
        Stream.of(range.from(), range.to()),
        range.cells().get().stream().flatMap(InputsBuilder::terms));
  }

  /** What a model says. */
  Inputs inputs(Session.Model model) {
    InitialValues initial = encoding.initialValues(start);
    Map<Integer, Map<Variable, List<Part>>> locals = new HashMap<>();
    for (InitialValues.Local local : initial.locals()) {
      locals
          .computeIfAbsent(local.activation(), a -> new LinkedHashMap<>())
          .computeIfAbsent(local.variable(), v -> new ArrayList<>())
          .add(local.part());
    }
    Told told = new Told(model, locals);
    List<Inputs.Step> result = steps.stream().map(s -> step(s, told)).toList();
    return new Inputs(told.locals(ENTRY), result, Bytes.ofCells(initial.memory(), model));
  }

  private static Inputs.Step step(Open step, Told told) {
    Term after = step.after();
    return new Inputs.Step(
        step.edge(),
        step.event().apply(told),
        step.traced(),
        Bytes.ofCells(step.devices(), told.model()),
        after == null
            ? OptionalLong.empty()
            : OptionalLong.of(told.model().value(after).longValue()));
  }
}

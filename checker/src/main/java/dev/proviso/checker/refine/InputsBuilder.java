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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes while a path is encoded what an execution along it takes from outside. */
final class InputsBuilder {
  private static final int ENTRY = 0;

  private final Encoding encoding;
  private final Program program;
  private final SymbolicState start;
  private final List<Open> steps = new ArrayList<>();

  /** A step whose values a model will tell. */
  private record Open(
      Edge edge, OpenEvent event, int traced, List<MemoryCell> devices, @Nullable Term after) {}

  private sealed interface OpenEvent {
    record Passed() implements OpenEvent {}

    record Chosen(List<Part> parts) implements OpenEvent {}

    record Allocated(Term address) implements OpenEvent {}

    record Scrambling(List<Scrambled> ranges) implements OpenEvent {}

    record Entered(String procedure, int activation, Map<Variable, List<Part>> missing)
        implements OpenEvent {}

    record Left() implements OpenEvent {}
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
    OpenEvent event =
        switch (edge.statement()) {
          case Statement.Havoc s ->
              new OpenEvent.Chosen(encoding.content(s.target(), state, activation));
          case Statement.Allocate s ->
              new OpenEvent.Allocated(encoding.value(s.target(), state, activation));
          case Statement.Scramble s -> new OpenEvent.Scrambling(encoding.takeScrambled());
          default -> new OpenEvent.Passed();
        };
    add(edge, event, traced, after);
  }

  /** A call is entered, its arguments are passed. */
  void entered(Edge call, String callee, SymbolicState state, int activation, int traced) {
    Map<Variable, List<Part>> missing = new LinkedHashMap<>();
    Procedure procedure = program.procedures().get(callee);
    if (procedure != null && call.statement() instanceof Statement.Call statement) {
      List<Variable> formals = procedure.formals();
      for (int i = statement.arguments().size(); i < formals.size(); i++) {
        LValue formal = LValue.Var.of(formals.get(i));
        missing.put(formals.get(i), encoding.content(formal, state, activation));
      }
    }
    add(call, new OpenEvent.Entered(callee, activation, missing), traced, null);
  }

  void left(Edge call, int traced) {
    add(call, new OpenEvent.Left(), traced, null);
  }

  private void add(Edge edge, OpenEvent event, int traced, @Nullable Term after) {
    boolean isTold = after != null && after.bits() <= Long.SIZE && encoding.isExact(after);
    steps.add(new Open(edge, event, traced, encoding.takeDevices(), isTold ? after : null));
  }

  /** The variables of all that a model is to tell. */
  Set<Term> variables() {
    Set<Term> terms = new LinkedHashSet<>();
    InitialValues initial = encoding.initialValues(start);
    initial.locals().forEach(l -> terms.add(l.part().value()));
    addTo(terms, initial.memory());
    for (Open step : steps) {
      addTo(terms, step.devices());
      if (step.after() != null) {
        terms.add(step.after());
      }
      switch (step.event()) {
        case OpenEvent.Passed e -> {}
        case OpenEvent.Chosen e -> e.parts().forEach(p -> terms.add(p.value()));
        case OpenEvent.Allocated e -> terms.add(e.address());
        case OpenEvent.Scrambling e ->
            e.ranges()
                .forEach(
                    r -> {
                      terms.add(r.from());
                      terms.add(r.to());
                      addTo(terms, r.cells().get());
                    });
        case OpenEvent.Entered e ->
            e.missing().values().forEach(l -> l.forEach(p -> terms.add(p.value())));
        case OpenEvent.Left e -> {}
      }
    }
    Set<Term> variables = new LinkedHashSet<>();
    terms.forEach(t -> variables.addAll(encoding.terms().variablesIn(t)));
    return variables;
  }

  private static void addTo(Set<Term> terms, List<MemoryCell> cells) {
    for (MemoryCell cell : cells) {
      terms.add(cell.address());
      terms.add(cell.value());
    }
  }

  /** What a model says. */
  Inputs inputs(Session.Model model) {
    InitialValues initial = encoding.initialValues(start);
    Map<Integer, Map<Variable, SortedMap<Long, Byte>>> locals = new HashMap<>();
    for (InitialValues.Local local : initial.locals()) {
      SortedMap<Long, Byte> bytes =
          locals
              .computeIfAbsent(local.activation(), a -> new LinkedHashMap<>())
              .computeIfAbsent(local.variable(), v -> new TreeMap<>());
      put(bytes, List.of(local.part()), model);
    }
    List<Inputs.Step> result = new ArrayList<>();
    for (Open step : steps) {
      Term after = step.after();
      OptionalLong value =
          after == null
              ? OptionalLong.empty()
              : OptionalLong.of(model.value(after).longValue());
      SortedMap<Long, Byte> devices = new TreeMap<>();
      step.devices().forEach(c -> put(devices, c, model));
      result.add(
          new Inputs.Step(
              step.edge(), event(step.event(), locals, model), step.traced(), devices, value));
    }
    SortedMap<Long, Byte> memory = new TreeMap<>();
    initial.memory().forEach(c -> put(memory, c, model));
    return new Inputs(locals.getOrDefault(ENTRY, Map.of()), result, memory);
  }

  private static Inputs.Event event(
      OpenEvent event,
      Map<Integer, Map<Variable, SortedMap<Long, Byte>>> locals,
      Session.Model model) {
    return switch (event) {
      case OpenEvent.Passed e -> new Inputs.Event.Passed();
      case OpenEvent.Chosen e -> {
        SortedMap<Long, Byte> bytes = new TreeMap<>();
        put(bytes, e.parts(), model);
        yield new Inputs.Event.Chosen(bytes);
      }
      case OpenEvent.Allocated e ->
          new Inputs.Event.Allocated(model.value(e.address()).longValue());
      case OpenEvent.Scrambling e -> {
        SortedMap<Long, Byte> bytes = new TreeMap<>();
        e.ranges().forEach(r -> put(bytes, r, model));
        yield new Inputs.Event.Scrambled(bytes);
      }
      case OpenEvent.Entered e -> {
        Map<Variable, SortedMap<Long, Byte>> known =
            new LinkedHashMap<>(locals.getOrDefault(e.activation(), Map.of()));
        e.missing()
            .forEach(
                (formal, parts) -> {
                  SortedMap<Long, Byte> bytes = new TreeMap<>();
                  put(bytes, parts, model);
                  known.put(formal, bytes);
                });
        yield new Inputs.Event.Entered(e.procedure(), known);
      }
      case OpenEvent.Left e -> new Inputs.Event.Left();
    };
  }

  private static void put(SortedMap<Long, Byte> bytes, List<Part> parts, Session.Model model) {
    parts.forEach(p -> put(bytes, p.offset(), p.value(), model));
  }

  private static void put(SortedMap<Long, Byte> bytes, MemoryCell cell, Session.Model model) {
    put(bytes, model.value(cell.address()).longValue(), cell.value(), model);
  }

  private static void put(SortedMap<Long, Byte> bytes, Scrambled range, Session.Model model) {
    SortedMap<Long, Byte> cells = new TreeMap<>();
    range.cells().get().forEach(c -> put(cells, c, model));
    long from = model.value(range.from()).longValue();
    bytes.putAll(cells.subMap(from, model.value(range.to()).longValue()));
  }

  private static void put(
      SortedMap<Long, Byte> bytes, long first, Term value, Session.Model model) {
    byte[] highFirst = model.value(value).toByteArray();
    for (int i = 0; i < value.bits() / Byte.SIZE; i++) {
      int at = highFirst.length - 1 - i;
      bytes.put(first + i, at < 0 ? 0 : highFirst[at]);
    }
  }
}

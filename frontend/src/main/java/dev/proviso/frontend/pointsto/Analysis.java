// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.pointsto.Node.Placed;
import dev.proviso.frontend.pointsto.Node.Thing;
import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the statements of all procedures that may run and solves what they say. */
final class Analysis {
  private final Program program;
  private final Constraints constraints;
  private final Memory memory;
  private final Deque<Procedure> waiting = new ArrayDeque<>();
  private final Map<String, Linkage> linkages = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final List<Value> indirectCalls = new ArrayList<>();
  private final List<BulkMove> bulkMoves = new ArrayList<>();
  private final Set<Expr> calledPointers = new HashSet<>();
  private final Place allExtra;
  private final List<Place> arbitrary = new ArrayList<>();

  /** The internal objects that a procedure's result and its arguments beyond the formals go through. */
  private record Linkage(Place result, Place extra) {}

  private Analysis(Program program, Constraints constraints) {
    this.program = program;
    this.constraints = constraints;
    this.memory = constraints.memory;
    this.allExtra = new Place(memory.newNode(true), 0);
  }

  /** Solves the program's constraints. */
  static Constraints run(Program program) {
    Scalars scalars = new Scalars();
    Constraints constraints =
        new Constraints(scalars, MemoryVariables.of(program, scalars), externalCode(program));
    Analysis analysis = new Analysis(program, constraints);
    analysis.solve();
    new WildValues(constraints.memory).spread(analysis.arbitrary, constraints.values());
    return constraints;
  }

  private static Map<FunctionType, String> externalCode(Program program) {
    Map<FunctionType, String> found = new HashMap<>();
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.annotations().stream().anyMatch(a -> a.name().equals(Annotation.EXTERNAL_CODE))) {
        found.put(procedure.type(), procedure.name());
      }
    }
    return found;
  }

  private void solve() {
    for (Program.Initialiser initialiser : program.initialisers()) {
      constraints.assign(initialiser.target(), initialiser.value());
    }
    if (program.procedures().containsKey(program.entry())) {
      call(program.entry());
    } else {
      program.procedures().keySet().forEach(this::call);
    }
    long before;
    do {
      before = memory.changes();
      readWaiting();
      bulkMoves.forEach(BulkMove::apply);
      memory.solve();
      memory.walkAgain();
      linkIndirectCalls();
    } while (before != memory.changes() || !waiting.isEmpty());
  }

  private void readWaiting() {
    while (!waiting.isEmpty()) {
      Procedure procedure = waiting.poll();
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(e -> read(e, procedure));
        memory.solve();
      }
    }
  }

  private void linkIndirectCalls() {
    for (Value pointer : indirectCalls) {
      Node node = memory.target(pointer).root();
      node.functions().forEach(f -> bind(f, node));
    }
    memory.solve();
  }

  private void read(Edge edge, Procedure procedure) {
    switch (edge.statement()) {
      case Statement.Assign s -> constraints.assign(s.target(), s.value());
      case Statement.Assume s -> constraints.value(s.condition());
      case Statement.Call s -> call(s);
      case Statement.Return s -> {
        if (s.value() != null) {
          constraints.assign(linkage(procedure).result(), s.value());
        }
      }
      case Statement.Havoc s -> havoc(s.target(), s.cause(), procedure);
      case Statement.Allocate s -> {
        constraints.value(s.size());
        Node node = memory.newNode(false);
        boolean zeroed = s.content() == Statement.Allocate.Content.ZERO;
        node.objects.add(new Placed(0, new Thing.Allocated("new@" + edge.origin(), zeroed)));
        memory.point(constraints.cell(s.target()), new Place(node, 0));
      }
      case Statement.Free s -> constraints.value(s.pointer());
      case Statement.CopyMemory s -> {
        constraints.value(s.size());
        Value to = constraints.value(s.destination());
        bulkMoves.add(new Copying(memory, to, constraints.value(s.source()), s.size()));
      }
      case Statement.FillMemory s -> {
        constraints.value(s.size());
        constraints.value(s.value());
        Place place = memory.target(constraints.value(s.destination()));
        if (!(s.value() instanceof Expr.IntConst c && c.value().signum() == 0)) {
          arbitrary.add(place);
        }
      }
      case Statement.Scramble s -> scramble(s.pointers());
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void scramble(List<Expr> pointers) {
    if (!pointers.isEmpty()) {
      pointers.forEach(constraints::value);
      bulkMoves.add(new Scrambling(constraints, pointers));
    }
  }

  private void havoc(LValue target, Cause cause, Procedure procedure) {
    boolean isExternal = cause instanceof Cause.External;
    if (!target.type().isScalar()) {
      Place place = constraints.place(target);
      if (isExternal) {
        constraints.pointExternal(place, target.type());
      } else {
        arbitrary.add(place);
      }
      return;
    }
    Value value = constraints.cell(target);
    if (!isExternal) {
      value.root().wild = true;
    } else if (target.type() instanceof PointerType pointer) {
      memory.point(value, constraints.external(pointer.pointee()));
    }
    if (cause instanceof Cause.Inexact) {
      // It may be a `va_arg`, in a procedure that was handed the list too.
      Place extra = procedure.type().variadic() ? linkage(procedure).extra() : allExtra;
      memory.flow(constraints.slot(extra), value);
    }
  }

  // Calls

  private Linkage linkage(Procedure procedure) {
    Linkage known = linkages.get(procedure.name());
    if (known == null) {
      known = new Linkage(constraints.newResult(), new Place(memory.newNode(true), 0));
      linkages.put(procedure.name(), known);
      memory.flow(constraints.slot(known.extra()), constraints.slot(allExtra));
    }
    return known;
  }

  private void call(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure != null && called.add(name)) {
      waiting.add(procedure);
    }
  }

  private void call(Statement.Call call) {
    switch (call.callee()) {
      case Callee.Direct direct -> callDirectly(direct.procedure(), call);
      case Callee.Indirect indirect -> {
        Value pointer = constraints.value(indirect.pointer());
        if (calledPointers.add(indirect.pointer())) {
          indirectCalls.add(pointer);
        }
        Signature signature = signature(memory.target(pointer).root());
        for (int i = 0; i < call.arguments().size(); i++) {
          constraints.assign(new Place(memory.parameter(signature, i), 0), call.arguments().get(i));
        }
        if (call.result() != null) {
          constraints.receive(call.result(), new Place(signature.result, 0));
        }
      }
    }
  }

  private Signature signature(Node node) {
    if (node.signature == null) {
      node.signature = new Signature(memory.newNode(true));
    }
    return node.signature;
  }

  private void callDirectly(String name, Statement.Call call) {
    Procedure procedure = program.procedures().get(name);
    if (procedure == null || !procedure.isDefined()) {
      call.arguments().forEach(constraints::value);
      callUnknown(call);
      return;
    }
    call(name);
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr argument = call.arguments().get(i);
      if (i < procedure.formals().size()) {
        passTo(LValue.Var.of(procedure.formals().get(i)), argument);
      } else {
        passExtra(procedure, argument);
      }
    }
    if (call.result() != null) {
      constraints.receive(call.result(), linkage(procedure).result());
    }
  }

  private void passTo(LValue formal, Expr argument) {
    if (formal.type().isScalar() == argument.type().isScalar()) {
      constraints.assign(formal, argument);
    }
  }

  private void passExtra(Procedure procedure, Expr argument) {
    Value extra = constraints.slot(linkage(procedure).extra());
    if (argument.type().isScalar()) {
      memory.flow(constraints.value(argument), extra);
    } else if (argument instanceof Expr.Read r) {
      Place place = constraints.place(r.source());
      for (Part part : constraints.scalars.of(argument.type()).scalars()) {
        memory.flow(memory.access(place.plus(part.offset()), part.type()).value, extra);
      }
    }
  }

  // The program should be closed; where it is not, this is what a function without body may do.
  private void callUnknown(Statement.Call call) {
    scramble(call.arguments().stream().filter(a -> a.type().isScalar()).toList());
    if (call.result() != null) {
      if (call.result().type() instanceof PointerType pointer) {
        memory.point(constraints.cell(call.result()), constraints.external(pointer.pointee()));
      } else if (!call.result().type().isScalar()) {
        constraints.pointExternal(constraints.place(call.result()), call.result().type());
      } else {
        constraints.cell(call.result());
      }
    }
  }

  // A function that a called pointer points to: it takes and gives what the calls through the pointer give and take.
  private void bind(String name, Node node) {
    Procedure procedure = program.procedures().get(name);
    if (procedure == null || !procedure.isDefined()) {
      return;
    }
    call(name);
    Signature signature = signature(node);
    int formals = procedure.formals().size();
    if (bound.add(name)) {
      for (int i = 0; i < formals; i++) {
        LValue formal = LValue.Var.of(procedure.formals().get(i));
        constraints.receive(formal, new Place(memory.parameter(signature, i), 0));
      }
      memory.unify(new Place(signature.result, 0), linkage(procedure).result());
    }
    for (int i = formals; i < signature.parameters.size(); i++) {
      Value argument = constraints.slot(new Place(signature.parameters.get(i), 0));
      memory.flowOnce(argument, constraints.slot(linkage(procedure).extra()));
    }
  }
}

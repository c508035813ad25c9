// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the statements of all procedures that may run and solves what they say. */
final class Analysis {
  private final Program program;
  private final World world;
  private final Memory memory;
  private final Constraints everywhere;
  private final SmallProcedures small;
  private final Deque<Activation> waiting = new ArrayDeque<>();
  private final Map<String, Activation> activations = new HashMap<>();
  private final Scramblings scramblings = new Scramblings();
  private final List<BulkMove> bulkMoves = new ArrayList<>(List.of(scramblings));
  private final WildValues wild;

  /**
   * A procedure in a context.
   *
   * @param result the internal object that its result goes through
   * @param depth how many calls of small procedures lead to here from the one that is looked at
   *     once
   * @param site where the outermost of them stands
   */
  private record Activation(
      Procedure procedure, Constraints constraints, Place result, int depth, Origin site) {}

  private Analysis(Program program) {
    this.program = program;
    this.world = new World(program, new Scalars());
    this.memory = world.memory;
    this.everywhere = new Constraints(world);
    this.small = new SmallProcedures(program, world);
    this.wild = new WildValues(world);
  }

  /** Solves the program's constraints. */
  static Constraints run(Program program) {
    Analysis analysis = new Analysis(program);
    analysis.solve();
    analysis.wild.spread();
    return analysis.everywhere;
  }

  private void solve() {
    for (Program.Initialiser initialiser : program.initialisers()) {
      everywhere.assign(initialiser.target(), initialiser.value());
    }
    if (program.procedures().containsKey(program.entry())) {
      activation(program.entry());
    } else {
      program.procedures().keySet().forEach(this::activation);
    }
    Nobodies nobodies = new Nobodies(world);
    do {
      settle();
    } while (nobodies.seed());
  }

  private void settle() {
    long before;
    do {
      before = memory.changes();
      while (!waiting.isEmpty()) {
        Activation activation = waiting.poll();
        if (activation.procedure().body() instanceof Procedure.Body.Defined body) {
          body.cfg().edges().forEach(e -> read(e, activation));
        }
      }
      memory.arithmetic.solve();
      memory.nextRound();
      Set<Object> applied = new HashSet<>();
      bulkMoves.stream().filter(m -> applied.add(m.key())).forEach(BulkMove::apply);
      memory.arithmetic.solve();
      memory.arithmetic.walkAgain();
    } while (before != memory.changes() || !waiting.isEmpty());
  }

  private void read(Edge edge, Activation activation) {
    Constraints constraints = activation.constraints();
    switch (edge.statement()) {
      case Statement.Assign s -> {
        constraints.assign(s.target(), s.value());
        if (s.value() instanceof Expr.Read r && !s.target().type().isScalar()) {
          align(constraints, s.target());
          align(constraints, r.source());
        }
      }
      case Statement.Assume s -> constraints.value(s.condition());
      case Statement.Call s -> call(s, edge, activation);
      case Statement.Return s -> {
        if (s.value() != null) {
          constraints.assign(activation.result(), s.value());
          if (s.value() instanceof Expr.Read r && !r.type().isScalar()) {
            align(constraints, r.source());
          }
        }
      }
      case Statement.Havoc s -> havoc(s.target(), s.cause(), activation);
      case Statement.Allocate s -> {
        constraints.value(s.size());
        boolean zeroed = s.content() == Statement.Allocate.Content.ZERO;
        Origin site = activation.depth() == 0 ? edge.origin() : activation.site();
        Value pointer = memory.inclusions.newValue();
        memory.inclusions.point(
            pointer, memory.newObject(new Thing.Allocated("new@" + site, zeroed)).place(0));
        constraints.store(pointer, s.target());
      }
      case Statement.Free s -> constraints.value(s.pointer());
      case Statement.CopyMemory s -> copy(s, constraints);
      case Statement.FillMemory s -> {
        constraints.value(s.size());
        constraints.value(s.value());
        Value to = constraints.value(s.destination());
        align(to, Extent.bytes(s.size()));
        if (!(s.value() instanceof Expr.IntConst c && c.value().signum() == 0)) {
          wild.addMemory(to);
        }
      }
      case Statement.Scramble s -> scramble(s.pointers(), constraints);
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void copy(Statement.CopyMemory copy, Constraints constraints) {
    constraints.value(copy.size());
    Value to = constraints.value(copy.destination());
    Value from = constraints.value(copy.source());
    long size = Extent.bytes(copy.size());
    bulkMoves.add(new Copying(memory, to, from, size));
    align(to, size);
    align(from, size);
  }

  private void align(Constraints constraints, LValue object) {
    if (object.throughPointer()) {
      align(constraints.address(object), Math.max(1, object.type().size()));
    }
  }

  private void align(Value address, long size) {
    if (size > 0) {
      bulkMoves.add(new Alignment(memory, address, size, world.internal()));
    }
  }

  private void scramble(List<Expr> pointers, Constraints constraints) {
    if (!pointers.isEmpty()) {
      pointers.forEach(constraints::value);
      scramblings.add(new Scrambling(constraints, pointers));
    }
  }

  private void havoc(LValue target, Cause cause, Activation activation) {
    Constraints constraints = activation.constraints();
    boolean isExternal = cause instanceof Cause.External;
    if (!target.type().isScalar()) {
      align(constraints, target);
      if (isExternal) {
        memory.inclusions.each(
            constraints.address(target), new Use.Once(p -> world.pointExternal(p, target.type())));
      } else {
        wild.addMemory(constraints.address(target));
      }
      return;
    }
    Value value = memory.inclusions.newValue();
    world.values.add(value);
    value.wild = !isExternal;
    constraints.store(value, target);
    if (isExternal && target.type() instanceof PointerType pointer) {
      memory.inclusions.point(value, world.external(pointer.pointee()));
    }
  }

  // Calls

  /** The procedure as called from anywhere. */
  private Activation activation(String name) {
    Activation known = activations.get(name);
    if (known == null) {
      Procedure procedure = Objects.requireNonNull(program.procedures().get(name), name);
      known = newActivation(procedure, everywhere, 0, procedure.origin());
      activations.put(name, known);
    }
    return known;
  }

  private Activation newActivation(
      Procedure procedure, Constraints constraints, int depth, Origin site) {
    Activation made = new Activation(procedure, constraints, world.newResult(), depth, site);
    waiting.add(made);
    return made;
  }

  private void call(Statement.Call call, Edge edge, Activation caller) {
    Constraints constraints = caller.constraints();
    switch (call.callee()) {
      case Callee.Direct direct -> {
        Procedure procedure = program.procedures().get(direct.procedure());
        if (procedure == null || !procedure.isDefined()) {
          callUnknown(call, constraints);
        } else if (small.mayClone(procedure, caller.depth())) {
          Constraints own = new Constraints(world, everywhere, small.variables(procedure));
          Origin site = caller.depth() == 0 ? edge.origin() : caller.site();
          bind(call, constraints, newActivation(procedure, own, caller.depth() + 1, site));
        } else {
          bind(call, constraints, activation(procedure.name()));
        }
      }
      case Callee.Indirect indirect
          when call.arguments().stream().allMatch(a -> a.type().isScalar())
              && (call.result() == null || call.result().type().isScalar()) ->
          invoke(call, indirect.pointer(), constraints);
      case Callee.Indirect indirect -> {
        call.arguments().stream().filter(a -> a.type().isScalar()).forEach(constraints::value);
        Set<String> bound = new HashSet<>();
        memory.inclusions.each(
            constraints.value(indirect.pointer()),
            new Use.Once(
                place -> {
                  if (place.object.thing instanceof Thing.Function f
                      && program.procedures().get(f.procedure()) instanceof Procedure procedure
                      && procedure.isDefined()
                      && bound.add(f.procedure())) {
                    bind(call, constraints, activation(f.procedure()));
                  }
                }));
        if (call.result() != null) {
          constraints.receive(call.result(), world.internal());
        }
      }
    }
  }

  private void invoke(Statement.Call call, Expr pointer, Constraints caller) {
    List<Expr> arguments = call.arguments();
    Invocation made =
        memory.inclusions.each(
            caller.value(pointer), new Invocation(memory.inclusions, arguments.size(), this::bind));
    for (int i = 0; i < arguments.size(); i++) {
      memory.inclusions.flow(caller.value(arguments.get(i)), made.arguments.get(i));
    }
    world.values.addAll(made.arguments);
    if (call.result() != null) {
      world.values.add(made.result);
      caller.store(made.result, call.result());
    }
  }

  private void bind(String function, Invocation call) {
    Procedure procedure = program.procedures().get(function);
    if (procedure == null || !procedure.isDefined()) {
      return;
    }
    Activation callee = activation(function);
    for (int i = 0; i < call.arguments.size(); i++) {
      if (i < procedure.formals().size() && procedure.formals().get(i).type().isScalar()) {
        LValue formal = LValue.Var.of(procedure.formals().get(i));
        callee.constraints().store(call.arguments.get(i), formal);
      }
    }
    if (procedure.type().result().isScalar()) {
      memory.inclusions.flow(world.slot(callee.result()), call.result);
    }
  }

  private void bind(Statement.Call call, Constraints caller, Activation callee) {
    List<Expr> arguments = call.arguments();
    Procedure procedure = callee.procedure();
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      if (i < procedure.formals().size()) {
        LValue formal = LValue.Var.of(procedure.formals().get(i));
        if (formal.type().isScalar() && argument.type().isScalar()) {
          callee.constraints().store(caller.value(argument), formal);
        } else if (!formal.type().isScalar() && !argument.type().isScalar()) {
          Place passed = world.internal();
          caller.assign(passed, argument);
          callee.constraints().receive(formal, passed);
        }
      } else if (argument.type().isScalar()) {
        caller.value(argument);
      }
      if (argument instanceof Expr.Read r && !r.type().isScalar()) {
        align(caller, r.source());
      }
    }
    if (call.result() != null) {
      caller.receive(call.result(), callee.result());
      if (!call.result().type().isScalar()) {
        align(caller, call.result());
      }
    }
  }

  // The program should be closed; where it is not, this is what a function without body may do.
  private void callUnknown(Statement.Call call, Constraints constraints) {
    scramble(call.arguments().stream().filter(a -> a.type().isScalar()).toList(), constraints);
    LValue result = call.result();
    if (result == null) {
      return;
    }
    Value value = memory.inclusions.newValue();
    if (result.type() instanceof PointerType pointer) {
      memory.inclusions.point(value, world.external(pointer.pointee()));
    }
    if (result.type().isScalar()) {
      constraints.store(value, result);
    } else {
      memory.inclusions.each(
          constraints.address(result), new Use.Once(p -> world.pointExternal(p, result.type())));
    }
  }
}

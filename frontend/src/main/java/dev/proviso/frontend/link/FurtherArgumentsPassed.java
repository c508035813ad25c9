// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.FurtherArguments;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * Hands over arguments beyond the declared ones at each call that may reach a procedure that asks
 * for them ({@link FurtherArguments}). A call through a pointer is one where its type says that
 * there may be more. What was linked before has that at its calls already.
 */
public final class FurtherArgumentsPassed {
  private final Target target;
  private final Variable global;
  private final Map<String, Procedure> procedures;

  private FurtherArgumentsPassed(Target target, Variable global, Map<String, Procedure> all) {
    this.target = target;
    this.global = global;
    this.procedures = all;
  }

  /** The procedures with what their calls need for that. */
  public static SequencedMap<String, Procedure> in(
      SequencedMap<String, Procedure> procedures, List<Variable> globals, Target target) {
    return FurtherArguments.global(globals)
        .map(g -> new FurtherArgumentsPassed(target, g, procedures).all())
        .orElse(procedures);
  }

  private SequencedMap<String, Procedure> all() {
    SequencedMap<String, Procedure> result = new LinkedHashMap<>();
    procedures.forEach((name, p) -> result.put(name, passing(p)));
    return result;
  }

  private Procedure passing(Procedure caller) {
    if (!(caller.body() instanceof Body.Defined d)
        || d.cfg().edges().stream().noneMatch(e -> isOpen(e, d.cfg()))) {
      return caller;
    }
    Caller work = new Caller(caller, d.cfg());
    d.cfg().edges().forEach(work::edge);
    return new Procedure(
        caller.name(),
        caller.type(),
        caller.formals(),
        work.locals,
        new Body.Defined(new Cfg(d.cfg().entry(), d.cfg().exit(), work.edges)),
        caller.annotations(),
        caller.origin());
  }

  /** Whether it is a call at which something has to be handed over, be it nothing. */
  private boolean isOpen(Edge edge, Cfg cfg) {
    return edge.statement() instanceof Statement.Call call
        && declared(call.callee()).isPresent()
        && !isDone(edge, cfg);
  }

  /** How many parameters it declares; empty where it asks for no further ones. */
  private OptionalInt declared(Callee callee) {
    return switch (callee) {
      case Callee.Direct c ->
          procedures.get(c.procedure()) instanceof Procedure p && FurtherArguments.areTakenBy(p)
              ? OptionalInt.of(p.formals().size())
              : OptionalInt.empty();
      case Callee.Indirect c ->
          c.pointer().type() instanceof PointerType p
                  && p.pointee() instanceof FunctionType f
                  && f.variadic()
              ? OptionalInt.of(f.parameters().size())
              : OptionalInt.empty();
    };
  }

  private boolean isDone(Edge call, Cfg cfg) {
    List<Edge> before = cfg.incoming(call.source());
    return before.size() == 1
        && switch (before.getFirst().statement()) {
          case Statement.Assign s -> s.target().equals(place());
          case Statement.Havoc s -> s.target().equals(place());
          default -> false;
        };
  }

  private LValue place() {
    return LValue.Var.of(global);
  }

  /** Rebuilds the edges of one procedure. */
  private final class Caller {
    private final Procedure procedure;
    private final Cfg cfg;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Variable> locals;
    private int ordinal;

    Caller(Procedure procedure, Cfg cfg) {
      this.procedure = procedure;
      this.cfg = cfg;
      this.locals = new ArrayList<>(procedure.locals());
      this.ordinal = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0);
    }

    void edge(Edge edge) {
      if (!isOpen(edge, cfg) || !(edge.statement() instanceof Statement.Call call)) {
        edges.add(edge);
        return;
      }
      int count = call.arguments().size();
      int declared = declared(call.callee()).orElse(count);
      List<Statement> steps =
          declared < count
              ? passing(call.arguments().subList(declared, count), edge)
              : List.of(FurtherArguments.none(place()));
      Location at = edge.source();
      for (Statement step : steps) {
        at = add(at, step, edge);
      }
      if (call.callee() instanceof Callee.Indirect) {
        // Who is called may not take them, and the next one shall not find them.
        Location called = add(at, call, edge);
        Statement none = FurtherArguments.none(place());
        edges.add(new Edge(called, none, edge.target(), edge.origin()));
      } else {
        edges.add(new Edge(at, call, edge.target(), edge.origin()));
      }
    }

    private Location add(Location at, Statement statement, Edge edge) {
      Location next = new Location(procedure.name(), ++ordinal);
      edges.add(new Edge(at, statement, next, edge.origin()));
      return next;
    }

    private List<Statement> passing(List<Expr> arguments, Edge edge) {
      Variable holder = holder(arguments, edge);
      LValue object = LValue.Var.of(holder);
      List<Statement> steps = new ArrayList<>();
      steps.add(new Statement.Havoc(object, new Statement.Cause.Uninitialised()));
      List<Field> fields = ((CompositeType) holder.type()).fields();
      for (int i = 0; i < arguments.size(); i++) {
        Field field = fields.get(i);
        steps.add(
            new Statement.Assign(
                LValue.Member.of(object, field), Expr.Cast.of(arguments.get(i), field.type())));
      }
      Expr address = Expr.AddressOf.of(object, target.pointerTo(holder.type()));
      steps.add(new Statement.Assign(place(), Expr.Cast.of(address, global.type())));
      return steps;
    }

    private Variable holder(List<Expr> arguments, Edge edge) {
      String name = "further arguments " + (ordinal + 1);
      CompositeType type =
          new CompositeType(CompositeType.Kind.STRUCT, name + " of " + procedure.name());
      List<Field> fields = new ArrayList<>();
      long end = 0;
      for (Expr argument : arguments) {
        Type object = argument.type() instanceof IntType t ? t.ofObjects() : argument.type();
        fields.add(new Field("a" + (fields.size() + 1), object, end, 0, -1));
        end = FurtherArguments.after(target, end, object);
      }
      type.complete(fields, end, target.pointerBits() / 8);
      Variable holder =
          new Variable(
              procedure.name() + "::" + name,
              name,
              type,
              Variable.Kind.LOCAL,
              false,
              edge.origin().range());
      locals.add(holder);
      return holder;
    }
  }
}

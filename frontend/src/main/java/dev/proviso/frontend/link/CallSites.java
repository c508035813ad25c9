// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * Makes direct calls fit the procedure that they reach: a unit that declares it in another way, or
 * not at all, has converted arguments and result in its own way.
 */
final class CallSites {
  private final SequencedMap<String, Procedure> procedures;
  private final List<Message> messages = new ArrayList<>();

  CallSites(SequencedMap<String, Procedure> procedures) {
    this.procedures = procedures;
  }

  List<Message> messages() {
    return messages;
  }

  Procedure fitted(Procedure caller) {
    if (!(caller.body() instanceof Body.Defined d)
        || d.cfg().edges().stream().allMatch(e -> fits(e.statement()))) {
      return caller;
    }
    Fitter fitter = new Fitter(caller, d.cfg());
    d.cfg().edges().forEach(fitter::edge);
    Cfg cfg = new Cfg(d.cfg().entry(), d.cfg().exit(), fitter.edges);
    return new Procedure(
        caller.name(),
        caller.type(),
        caller.formals(),
        fitter.locals,
        new Body.Defined(cfg),
        caller.annotations(),
        caller.origin());
  }

  private boolean fits(Statement statement) {
    if (!(statement instanceof Statement.Call call)
        || !(call.callee() instanceof Callee.Direct direct)) {
      return true;
    }
    Procedure callee = procedures.get(direct.procedure());
    if (callee == null || !knowsParameters(callee)) {
      return true;
    }
    FunctionType type = callee.type();
    boolean resultFits = call.result() == null || call.result().type().equals(type.result());
    int declared = type.parameters().size();
    boolean countFits =
        call.arguments().size() == declared
            || type.variadic() && call.arguments().size() > declared;
    boolean argumentsFit = countFits;
    for (int i = 0; argumentsFit && i < declared; i++) {
      argumentsFit = call.arguments().get(i).type().equals(type.parameters().get(i));
    }
    return resultFits && argumentsFit;
  }

  private static boolean knowsParameters(Procedure callee) {
    return callee.type().prototyped() || !(callee.body() instanceof Body.Undefined);
  }

  /** Rebuilds the edges of one procedure. */
  private final class Fitter {
    private final Procedure caller;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Variable> locals;
    private int ordinal;
    private int number;

    Fitter(Procedure caller, Cfg cfg) {
      this.caller = caller;
      this.locals = new ArrayList<>(caller.locals());
      this.ordinal = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0);
    }

    void edge(Edge edge) {
      Procedure callee =
          edge.statement() instanceof Statement.Call c && c.callee() instanceof Callee.Direct d
              ? procedures.get(d.procedure())
              : null;
      if (callee == null || !(edge.statement() instanceof Statement.Call call) || fits(call)) {
        edges.add(edge);
        return;
      }
      Location at = edge.source();
      List<Expr> arguments = new ArrayList<>();
      FunctionType type = callee.type();
      for (int i = 0; i < Math.max(call.arguments().size(), type.parameters().size()); i++) {
        if (i >= type.parameters().size()) {
          if (type.variadic()) {
            arguments.add(call.arguments().get(i));
          }
        } else if (i < call.arguments().size()
            && converts(call.arguments().get(i).type(), type.parameters().get(i))) {
          arguments.add(Expr.Cast.of(call.arguments().get(i), type.parameters().get(i)));
        } else {
          LValue arbitrary = temporary(type.parameters().get(i), edge.origin());
          at = step(at, new Statement.Havoc(arbitrary, new Cause.Unspecified()), edge.origin());
          arguments.add(Expr.Read.of(arbitrary));
        }
      }
      warn(callee, type, call, edge.origin());
      result(edge, call, type.result(), arguments, at);
    }

    private void result(
        Edge edge, Statement.Call call, Type type, List<Expr> arguments, Location at) {
      LValue wanted = call.result();
      if (wanted == null || wanted.type().equals(type)) {
        edges.add(
            new Edge(
                at,
                new Statement.Call(wanted, call.callee(), arguments),
                edge.target(),
                edge.origin()));
      } else if (converts(type, wanted.type())) {
        LValue given = temporary(type, edge.origin());
        Location after =
            step(at, new Statement.Call(given, call.callee(), arguments), edge.origin());
        Expr value = Expr.Cast.of(Expr.Read.of(given), wanted.type());
        edges.add(
            new Edge(after, new Statement.Assign(wanted, value), edge.target(), edge.origin()));
      } else {
        LValue given = type instanceof VoidType ? null : temporary(type, edge.origin());
        Location after =
            step(at, new Statement.Call(given, call.callee(), arguments), edge.origin());
        edges.add(
            new Edge(
                after,
                new Statement.Havoc(wanted, new Cause.Unspecified()),
                edge.target(),
                edge.origin()));
      }
    }

    private static boolean converts(Type from, Type to) {
      return from.equals(to) || from.isScalar() && to.isScalar();
    }

    private Location step(Location from, Statement statement, Origin origin) {
      Location next = new Location(caller.name(), ++ordinal);
      edges.add(new Edge(from, statement, next, origin));
      return next;
    }

    private LValue temporary(Type type, Origin origin) {
      String name = "$fit" + ++number;
      while (isTaken(name)) {
        name = "$fit" + ++number;
      }
      Variable variable =
          new Variable(
              caller.name() + "::" + name,
              name,
              type,
              Variable.Kind.TEMPORARY,
              false,
              origin.range());
      locals.add(variable);
      return LValue.Var.of(variable);
    }

    private boolean isTaken(String name) {
      return locals.stream().anyMatch(v -> v.name().equals(name));
    }

    private void warn(Procedure callee, FunctionType type, Statement.Call call, Origin origin) {
      boolean sameNumber = call.arguments().size() == type.parameters().size();
      if (origin.kind() == Origin.Kind.USER && !sameNumber) {
        messages.add(
            new Message(
                Message.Severity.WARNING,
                origin.range(),
                "`"
                    + callee.name()
                    + "` is called with "
                    + call.arguments().size()
                    + " arguments, it takes "
                    + type.parameters().size(),
                List.of(new Note(callee.origin().range(), "defined here")),
                List.of()));
      }
    }
  }
}

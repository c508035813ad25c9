// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a function of the environment: it writes what its arguments reach, calls the
 * callbacks in any order and writes again, and returns anything.
 */
final class EnvironmentFunction {
  private final BodyBuilder body;
  private final List<Variable> formals;
  private final ArbitraryObjects objects;

  private EnvironmentFunction(BodyBuilder body, List<Variable> formals, ArbitraryObjects objects) {
    this.body = body;
    this.formals = formals;
    this.objects = objects;
  }

  /** What the function is like, apart from its body. */
  record Head(
      Target target, String name, FunctionType type, List<Annotation> annotations, Origin origin) {}

  /** What a function does beyond what its type says. */
  enum Kind {
    /** The callers take care of arrays. */
    ONE_OBJECT,
    /** A pointer to a scalar may be one to the first of many. */
    ARRAYS,
    /** It returns, and does nothing else. */
    PURE,
    /** It ends the program. */
    NO_RETURN
  }

  static Procedure of(Head head, List<Type> parameters, Kind kind) {
    Origin origin = Origin.of(Origin.Kind.MODEL, head.origin().range());
    List<Variable> formals = new ArrayList<>();
    for (Type type : parameters) {
      String name = "p" + (formals.size() + 1);
      formals.add(
          new Variable(
              head.name() + "::" + name, name, type, Variable.Kind.FORMAL, false, origin.range()));
    }
    BodyBuilder body = new BodyBuilder(head.name(), origin);
    if (kind == Kind.NO_RETURN) {
      body.endPath();
    } else {
      ArbitraryObjects objects = new ArbitraryObjects(body, formals, kind, head.target());
      EnvironmentFunction function = new EnvironmentFunction(body, formals, objects);
      if (kind == Kind.PURE) {
        function.giveBack(head.type().result());
      } else {
        function.write(head.type().result());
      }
    }
    Procedure.Body defined = new Procedure.Body.Defined(body.cfg());
    return new Procedure(
        head.name(), head.type(), formals, body.locals(), defined, head.annotations(), origin);
  }

  private void write(Type result) {
    Location start = body.newLocation();
    body.goTo(start);
    body.continueAt(start);
    formals.forEach(this::reach);
    List<ArbitraryObjects.Callback> callbacks = objects.callbacks();
    Location choice = body.here();
    for (ArbitraryObjects.Callback callback : callbacks) {
      body.continueAt(choice);
      body.add(new Statement.Skip());
      Runnable call =
          () -> body.ifNotNull(callback.function(), () -> callBack(callback.function()));
      if (callback.holder() == null) {
        call.run();
      } else {
        body.ifNotNull(callback.holder(), call);
      }
      body.goTo(start);
    }
    body.continueAt(choice);
    body.add(new Statement.Skip());
    giveBack(result);
  }

  private void reach(Variable formal) {
    Expr value = Expr.Read.of(LValue.Var.of(formal));
    if (formal.type() instanceof PointerType) {
      objects.reach(value);
    } else if (!formal.type().isScalar()) {
      objects.reachFrom(LValue.Var.of(formal));
    }
  }

  private void callBack(Expr callback) {
    FunctionType type = (FunctionType) ((PointerType) callback.type()).pointee();
    List<Expr> arguments = new ArrayList<>();
    for (Type parameter : type.parameters()) {
      arguments.add(arbitrary(parameter));
    }
    body.add(new Statement.Call(null, new Callee.Indirect(callback), arguments));
  }

  private Expr arbitrary(Type type) {
    if (type instanceof IntType t && t.isBool()) {
      return Expr.Cast.of(arbitrary(IntType.INT), type);
    }
    LValue target = LValue.Var.of(body.temporary(type));
    objects.set(target);
    return Expr.Read.of(target);
  }

  private void giveBack(Type result) {
    if (result instanceof VoidType) {
      body.giveBack(new Statement.Return(null));
    } else {
      body.giveBack(new Statement.Return(arbitrary(result)));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls, direct and through pointers. Arguments are evaluated from left to right and converted. */
final class Calls {
  private final Context context;
  private final Coercions coercions;
  private final Intrinsics intrinsics;

  Calls(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
    this.intrinsics = new Intrinsics(context, coercions);
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  Operand call(Expression.Call call, boolean used) {
    if (call.function() instanceof Expression.Identifier name) {
      Operand known = intrinsics.call(name.name(), call);
      if (known != null) {
        return known;
      }
      declareByUse(name);
    }
    return plain(call, used, null);
  }

  /**
   * Calls with the result in a variable where no conversion is due: then the operand is that
   * variable.
   */
  Operand callInto(Expression.Call call, LValue target) {
    if (call.function() instanceof Expression.Identifier name) {
      Operand known = intrinsics.call(name.name(), call);
      if (known != null) {
        return known instanceof Operand.Located o
            ? Operand.Value.of(Expr.Read.of(o.place()))
            : known;
      }
      declareByUse(name);
    }
    return plain(call, true, target);
  }

  private void declareByUse(Expression.Identifier name) {
    if (context.scope().find(name.name()) == null) {
      @Nullable FunctionType library =
          LibraryFunctions.typeOf(name.name(), context.unit().target());
      if (library == null) {
        context
            .unit()
            .warn(
                name.place(),
                "`"
                    + name.name()
                    + "` is called but not declared: `int "
                    + name.name()
                    + "()` is assumed");
      }
      FunctionType type =
          library == null ? new FunctionType(IntType.INT, List.of(), false, false) : library;
      DeclaredFunction function =
          new DeclaredFunction(name.name(), type, context.origin(name.place()));
      context.unit().functions().put(name.name(), function);
      context.unit().fileScope().declare(name.name(), new Symbol.Function(function));
    }
  }

  private Operand plain(Expression.Call call, boolean used, @Nullable LValue wanted) {
    Place place = call.place();
    Expression[] arguments = call.arguments().toArray(new Expression[0]);
    Expr function =
        context
            .expressions()
            .stable(context.expressions().value(call.function()), place, arguments);
    if (!(function.type() instanceof PointerType p)
        || !(p.pointee() instanceof FunctionType type)) {
      throw new Invalid(
          place.range(),
          "this calls a value of type " + function.type() + ", which is no function");
    }
    List<Expr> values = arguments(call, type);
    Callee callee;
    if (function instanceof Expr.FunctionAddress f) {
      callee = new Callee.Direct(f.procedure());
    } else {
      context.checkNull(function, place);
      callee = new Callee.Indirect(function);
    }
    return emit(callee, type.result(), values, used, wanted, place);
  }

  private Operand emit(
      Callee callee,
      Type result,
      List<Expr> values,
      boolean used,
      @Nullable LValue wanted,
      Place place) {
    boolean isVoid = result instanceof VoidType;
    if (isVoid || !used) {
      context.call(new Statement.Call(null, callee, values), place);
      return isVoid ? new Operand.Nothing() : Operand.Value.of(Exprs.ZERO);
    }
    if (wanted != null && wanted.type().equals(result)) {
      context.call(new Statement.Call(wanted, callee, values), place);
      return new Operand.Located(wanted);
    }
    LValue temporary = LValue.Var.of(context.temporary(result, place));
    context.call(new Statement.Call(temporary, callee, values), place);
    return Operand.Value.of(Expr.Read.of(temporary));
  }

  private List<Expr> arguments(Expression.Call call, FunctionType type) {
    int declared = type.parameters().size();
    int given = call.arguments().size();
    if (type.prototyped() && (given < declared || given > declared && !type.variadic())) {
      throw new Invalid(
          call.place().range(),
          "this call has " + given + " arguments, the function takes " + declared);
    }
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      Expression argument = call.arguments().get(i);
      Expr value = context.expressions().value(argument);
      Type parameter =
          i < declared && type.prototyped()
              ? type.parameters().get(i)
              : Conversions.promotedArgument(value.type());
      Expr converted = coercions.implied(value, parameter, argument.place());
      Expression[] later = call.arguments().subList(i + 1, given).toArray(new Expression[0]);
      values.add(context.expressions().stable(converted, argument.place(), later));
    }
    return values;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.FurtherArguments;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of variable arguments ({@code va_list}): pointers that walk through an object ({@link
 * FurtherArguments}). The list of LP64 has its pointer where the ABI keeps the one to arguments
 * that no register holds, and says that all registers are used up; elsewhere it is that pointer.
 */
final class VariableArguments {
  private static final List<Integer> USED_UP = List.of(48, 304);

  private final Context context;
  private @Nullable Variable pointer;

  VariableArguments(Context context) {
    this.context = context;
  }

  /** What the function does first: nothing where it has no lists. */
  void begin(Origin origin) {
    if (pointer == null) {
      return;
    }
    context.locals().add(pointer);
    LValue global = LValue.Var.of(global());
    context
        .cfg()
        .prepend(
            List.of(
                new Statement.Assign(LValue.Var.of(pointer), Expr.Read.of(global)),
                FurtherArguments.none(global)),
            origin);
  }

  private Variable global() {
    Variable known = context.unit().globals().get(FurtherArguments.newGlobal(target()).id());
    if (known != null) {
      return known;
    }
    Variable made = FurtherArguments.newGlobal(target());
    context.unit().use(made);
    return made;
  }

  private Target target() {
    return context.unit().target();
  }

  /** {@code va_start}. */
  void start(Expression list, Place place) {
    LValue object = list(list);
    if (pointer == null) {
      String name = "further arguments";
      pointer =
          new Variable(
              context.localId(name),
              name,
              target().pointerTo(IntType.BYTE),
              Variable.Kind.TEMPORARY,
              false,
              place.range());
    }
    context.access(object, place);
    if (object.type() instanceof CompositeType c) {
      for (int i = 0; i < USED_UP.size(); i++) {
        LValue used = LValue.Member.of(object, c.fields().get(i));
        context.assign(used, IntConst.of(USED_UP.get(i), used.type()), place);
      }
    }
    LValue next = next(object);
    context.assign(next, Exprs.cast(Expr.Read.of(LValue.Var.of(pointer)), next.type()), place);
  }

  /** {@code va_copy}. */
  void copy(Expression to, Expression from, Place place) {
    LValue target = list(to);
    context.assign(target, Expr.Read.of(list(from)), place);
  }

  /** {@code va_arg}: the list moves on behind the argument. */
  Operand argument(Expression.VariadicArgument argument) {
    Place place = argument.place();
    Type type = context.types().named(argument.type()).type();
    LValue list = list(argument.list());
    context.access(list, place);
    LValue next = next(list);
    Expr here = context.save(Expr.Read.of(next), place);
    IntConst size =
        IntConst.of(FurtherArguments.after(target(), 0, type), target().differenceType());
    context.assign(next, Exprs.binary(BinaryOp.POINTER_ADD, here, size), place);
    LValue object = LValue.Deref.of(Exprs.cast(here, context.types().pointerTo(type)));
    return type instanceof ArrayType
        ? new Operand.Located(object)
        : Operand.Value.of(Expr.Read.of(object));
  }

  /** The pointer to the next argument. */
  private static LValue next(LValue list) {
    return list.type() instanceof CompositeType c
        ? LValue.Member.of(list, c.fields().get(2))
        : list;
  }

  /**
   * The object that a list is: a struct where the type is an array of one, otherwise a pointer. A
   * parameter of the array type is a pointer to the struct.
   */
  private LValue list(Expression list) {
    Operand operand = context.expressions().operand(list);
    if (operand instanceof Operand.Located o && o.type() instanceof ArrayType) {
      return LValue.Element.of(o.place(), IntConst.of(0, target().differenceType()));
    }
    Type type = operand.type();
    boolean isPointerToList =
        context.unit().variadicList() instanceof ArrayType a
            && type instanceof PointerType p
            && p.pointee().equals(a.element());
    if (isPointerToList) {
      return LValue.Deref.of(context.expressions().value(operand, list.place()));
    }
    if (operand instanceof Operand.Located o && type instanceof PointerType) {
      return o.place();
    }
    throw new Invalid(list.place().range(), "this is no `va_list`");
  }
}

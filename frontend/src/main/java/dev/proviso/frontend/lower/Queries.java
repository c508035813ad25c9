// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.syntax.Designator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about types: {@code sizeof}, {@code _Alignof}, {@code offsetof}, {@code _Generic}. */
final class Queries {
  private final Context context;

  Queries(Context context) {
    this.context = context;
  }

  Expr sizeOf(Expression.SizeofExpression query) {
    if (query.expression() instanceof Expression.Identifier i
        && context.scope().find(i.name()) instanceof Symbol.Declared o
        && o.variableSize() != null) {
      return o.variableSize();
    }
    return size(context.typeOf(query.expression()), query);
  }

  Expr sizeOf(Expression.SizeofType query) {
    TypeInfo info = context.types().named(query.type());
    return info.variableSize() != null ? info.variableSize() : size(info.type(), query);
  }

  private Expr size(Type type, Expression query) {
    if (type instanceof CompositeType c && !c.isComplete()) {
      throw context
          .unit()
          .incomplete(
              c, query.place(), "the size of `" + c + "` is unknown: it is not defined here");
    }
    Expr variable = context.variableSize(type);
    if (variable != null) {
      return variable;
    }
    long size = type instanceof VoidType || type instanceof FunctionType ? 1 : type.size();
    return IntConst.of(size, context.unit().target().sizeType());
  }

  Expr alignOf(Type type) {
    return IntConst.of(type.alignment(), context.unit().target().sizeType());
  }

  Expr offsetOf(Expression.Offsetof query) {
    IntType sizeType = context.unit().target().sizeType();
    Expr offset = IntConst.of(0, sizeType);
    Type type = context.types().named(query.type()).type();
    for (Designator designator : query.designators()) {
      switch (designator) {
        case Designator.Field f -> {
          List<Field> path = type instanceof CompositeType c ? Places.path(c, f.name()) : null;
          if (path == null) {
            throw new Invalid(f.place().range(), "`" + type + "` has no member `" + f.name() + "`");
          }
          for (Field field : path) {
            offset = Exprs.binary(BinaryOp.ADD, offset, IntConst.of(field.offset(), sizeType));
            type = field.type();
          }
        }
        case Designator.Index i -> {
          if (!(type instanceof ArrayType array)) {
            throw new Invalid(i.place().range(), "`" + type + "` is no array");
          }
          Expr index = Exprs.cast(context.expressions().value(i.index()), sizeType);
          Expr size = IntConst.of(array.element().size(), sizeType);
          offset = Exprs.binary(BinaryOp.ADD, offset, Exprs.binary(BinaryOp.MULTIPLY, index, size));
          type = array.element();
        }
        case Designator.Range r -> throw new Invalid(r.place().range(), "no range can stand here");
      }
    }
    return offset;
  }

  /**
   * The association of {@code _Generic} whose type is that of the controlling expression's value.
   */
  Expression selected(Expression.GenericSelection selection) {
    Type type = context.typeOfValue(selection.controlling());
    @Nullable Expression otherwise = null;
    for (Expression.Association association : selection.associations()) {
      if (association.type() == null) {
        otherwise = association.value();
      } else if (context.types().named(association.type()).type().equals(type)) {
        return association.value();
      }
    }
    if (otherwise == null) {
      throw new Invalid(
          selection.place().range(), "no association of `_Generic` has the type " + type);
    }
    return otherwise;
  }
}

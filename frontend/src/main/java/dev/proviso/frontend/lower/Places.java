// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers expressions that denote objects. */
final class Places {
  private static final Set<String> FUNCTION_NAMES =
      Set.of("__func__", "__FUNCTION__", "__PRETTY_FUNCTION__");

  private final Context context;

  Places(Context context) {
    this.context = context;
  }

  Operand identifier(Expression.Identifier identifier) {
    return switch (context.scope().find(identifier.name())) {
      case Symbol.Declared o -> new Operand.Located(object(o));
      case Symbol.Function f -> {
        context.unit().wanted().add(f.function().name);
        yield new Operand.Function(f.function().name, f.function().type);
      }
      case Symbol.Constant c -> Operand.Value.of(c.value());
      case Symbol.Typedef t ->
          throw new Invalid(
              identifier.place().range(), "`" + identifier.name() + "` is a type, not a value");
      case Symbol.Lost l -> throw new Unsupported(identifier.place().range(), l.what());
      case null -> undeclared(identifier);
    };
  }

  private LValue object(Symbol.Declared symbol) {
    context.unit().use(symbol.variable());
    LValue variable = LValue.Var.of(symbol.variable());
    return symbol.variableSize() == null ? variable : LValue.Deref.of(Expr.Read.of(variable));
  }

  private Operand undeclared(Expression.Identifier identifier) {
    if (FUNCTION_NAMES.contains(identifier.name())) {
      List<Integer> units = new ArrayList<>(context.sourceFunction().chars().boxed().toList());
      units.add(0);
      Literals.Text text = new Literals.Text(context.unit().plainChar(), units);
      return new Operand.Located(LValue.Var.of(context.unit().string(text, identifier.place())));
    }
    throw new Invalid(identifier.place().range(), "`" + identifier.name() + "` is not declared");
  }

  Operand compound(Expression.CompoundLiteral literal) {
    TypeInfo info = context.types().named(literal.type());
    Type type = context.initialisers().completed(info.type(), literal.value());
    if (context.isFile()) {
      Variable global = context.unit().unnamed(type, literal.place());
      context.initialisers().global(global, literal.value());
      return new Operand.Located(LValue.Var.of(global));
    }
    Variable variable = context.local("compound", type, false, literal.place());
    context.initialisers().local(LValue.Var.of(variable), literal.value(), literal.place());
    return new Operand.Located(LValue.Var.of(variable));
  }

  Operand dereference(Expression.Unary unary) {
    Operand operand = context.expressions().operand(unary.operand());
    if (operand instanceof Operand.Function f) {
      return f;
    }
    Expr pointer = context.expressions().value(operand, unary.operand().place());
    if (!(pointer.type() instanceof PointerType)) {
      throw new Invalid(
          unary.place().range(), "`*` wants a pointer, this is of type " + pointer.type());
    }
    return pointee(pointer);
  }

  private Operand pointee(Expr pointer) {
    if (pointer instanceof Expr.FunctionAddress f) {
      return new Operand.Function(f.procedure(), ((PointerType) f.type()).pointee());
    }
    return new Operand.Located(LValue.Deref.of(pointer));
  }

  Operand addressOf(Expression.Unary unary) {
    Operand operand = context.expressions().operand(unary.operand());
    Place place = unary.place();
    return switch (operand) {
      case Operand.Function f -> Operand.Value.of(context.expressions().value(f, place));
      case Operand.Located o when o.place() instanceof LValue.Member m && m.field().isBitField() ->
          throw new Invalid(place.range(), "a bit-field has no address");
      case Operand.Located o ->
          Operand.Value.of(Exprs.address(o.place(), context.types().pointerTo(o.type())));
      case Operand.Value v when v.expr() instanceof Expr.Read r ->
          Operand.Value.of(Exprs.address(r.source(), context.types().pointerTo(r.type())));
      case Operand.Value v ->
          throw new Invalid(place.range(), "`&` wants an object, this is a value");
      case Operand.Nothing n ->
          throw new Invalid(place.range(), "`&` wants an object, this has no value");
    };
  }

  Operand index(Expression.Index index) {
    Expressions expressions = context.expressions();
    Operand left = expressions.operand(index.array());
    if (left instanceof Operand.Located o
        && o.type() instanceof ArrayType a
        && context.variableSize(a.element()) == null) {
      LValue array = expressions.stable(o.place(), index.array().place(), index.index());
      return new Operand.Located(LValue.Element.of(array, offset(index.index())));
    }
    Expr first =
        expressions.stable(
            expressions.value(left, index.array().place()), index.place(), index.index());
    boolean swapped = first.type() instanceof IntType;
    Expr pointer = swapped ? expressions.value(index.index()) : first;
    if (!(pointer.type() instanceof PointerType)) {
      throw new Invalid(
          index.place().range(),
          "`[]` wants an array or a pointer, this is of type " + pointer.type());
    }
    Expr steps =
        swapped
            ? Exprs.cast(first, context.unit().target().differenceType())
            : offset(index.index());
    return pointee(expressions.arithmetic().move(pointer, steps, index.place()));
  }

  private Expr offset(Expression index) {
    Expr value = context.expressions().value(index);
    if (!(value.type() instanceof IntType)) {
      throw new Invalid(
          index.place().range(), "an index must be an integer, this is of type " + value.type());
    }
    return Exprs.cast(value, context.unit().target().differenceType());
  }

  Operand member(Expression.MemberOf member) {
    Operand object = context.expressions().operand(member.object());
    LValue base =
        switch (object) {
          case Operand.Located o -> o.place();
          case Operand.Value v when v.expr() instanceof Expr.Read r -> r.source();
          default -> throw new Invalid(member.place().range(), "`.` wants a struct or a union");
        };
    return select(base, member.member(), member.place());
  }

  Operand memberOfPointer(Expression.MemberOfPointer member) {
    Expr pointer = context.expressions().value(member.pointer());
    if (!(pointer.type() instanceof PointerType)) {
      throw new Invalid(
          member.place().range(), "`->` wants a pointer, this is of type " + pointer.type());
    }
    return select(LValue.Deref.of(pointer), member.member(), member.place());
  }

  private Operand select(LValue base, String name, Place place) {
    if (!(base.type() instanceof CompositeType composite)) {
      throw new Invalid(place.range(), "this is of type " + base.type() + ", which has no members");
    }
    if (!composite.isComplete()) {
      throw context
          .unit()
          .incomplete(composite, place, "`" + composite + "` is declared but not defined here");
    }
    List<Field> path = path(composite, name);
    if (path == null) {
      throw new Invalid(place.range(), "`" + composite + "` has no member `" + name + "`");
    }
    LValue object = base;
    for (Field field : path) {
      object = LValue.Member.of(object, field);
    }
    return new Operand.Located(object);
  }

  /**
   * The fields that lead to a member, through anonymous structs and unions; null where there is
   * none.
   */
  static @Nullable List<Field> path(CompositeType composite, String name) {
    for (Field field : composite.fields()) {
      if (field.name().equals(name)) {
        return List.of(field);
      }
      if (field.name().isEmpty() && field.type() instanceof CompositeType inner) {
        List<Field> rest = path(inner, name);
        if (rest != null) {
          List<Field> path = new ArrayList<>(List.of(field));
          path.addAll(rest);
          return path;
        }
      }
    }
    return null;
  }
}

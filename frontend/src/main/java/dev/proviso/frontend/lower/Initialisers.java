// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program.Initialiser;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Initial values (C17 6.7.9): designators, missing braces, strings, zeros for what is not named.
 */
final class Initialisers {
  /** As many parts of a local are zeroed one by one; more by filling its memory. */
  private static final int MAX_ZEROED_PARTS = 64;

  private final Context context;

  Initialisers(Context context) {
    this.context = context;
  }

  /** Takes what a list says of the parts of an object, in its order. */
  private interface Sink {
    /** The value of one part; it is converted already. */
    void part(LValue part, Expr value, Place place);

    /** A part gets a list or a string of its own: what is not named in there is zero. */
    void list(LValue part, Place place);
  }

  /** The type with the length that the initialiser gives to an array without one. */
  Type completed(Type type, Initializer initializer) {
    if (!(type instanceof ArrayType a) || a.length() != ArrayType.UNKNOWN_LENGTH) {
      return type;
    }
    Initializer plain = withoutLiteral(type, initializer);
    Literals.Text text = string(a, plain);
    long length = text != null ? text.units().size() : new Length(a).of(plain);
    return new ArrayType(a.element(), length);
  }

  /** Counts the elements that a list reaches by walking it as the initialisation does. */
  private final class Length {
    private final ArrayType type;
    private long most;

    Length(ArrayType type) {
      this.type = type;
    }

    long of(Initializer initializer) {
      if (!(initializer instanceof Initializer.Braces braces)) {
        throw new Invalid(
            initializer.place().range(), "an array is initialised by a list in braces");
      }
      context.aside(
          () -> {
            LValue array = LValue.Var.of(context.temporary(type, initializer.place()));
            new InitialiserList(
                    context, braces, (part, value) -> most = Math.max(most, index(part, array) + 1))
                .run(array);
            return most;
          });
      return most;
    }

    private long index(LValue part, LValue array) {
      return switch (part) {
        case LValue.Element e when e.base() == array -> ((IntConst) e.index()).value().longValue();
        case LValue.Element e -> index(e.base(), array);
        case LValue.Member m -> index(m.base(), array);
        case LValue.Var v -> -1;
        case LValue.Deref d -> -1;
      };
    }
  }

  /** The string that initialises an array of characters, or null. */
  Literals.@org.jspecify.annotations.Nullable Text string(Type type, Initializer initializer) {
    Initializer inner =
        initializer instanceof Initializer.Braces b
                && b.items().size() == 1
                && b.items().get(0).designators().isEmpty()
            ? b.items().get(0).value()
            : initializer;
    if (type instanceof ArrayType a
        && a.element() instanceof IntType element
        && inner instanceof Initializer.Value v
        && v.expression() instanceof Expression.Literal l
        && l.kind() == Expression.Literal.Kind.STRING) {
      Literals.Text text = context.expressions().literals().string(l);
      return text.element().bits() == element.bits()
          ? new Literals.Text(element, text.units())
          : null;
    }
    return null;
  }

  /** Sets the initial value of an object with static storage. */
  void global(Variable global, Initializer initializer) {
    StaticValues values = new StaticValues();
    write(LValue.Var.of(global), initializer, values);
    context.unit().initialise(global, values.list);
  }

  /** The values of an object with static storage, which is zero elsewhere. */
  private static final class StaticValues implements Sink {
    private final List<Initialiser> list = new ArrayList<>();
    private final InitialisedParts parts = new InitialisedParts();

    @Override
    public void part(LValue part, Expr value, Place place) {
      list(part, place);
      if (!Exprs.isAddressConstant(value)) {
        throw new Invalid(place.range(), "the initial value of a static object must be constant");
      }
      if (!Exprs.isAllZeros(value)) {
        list.add(new Initialiser(part, value));
      }
    }

    @Override
    public void list(LValue part, Place place) {
      LValue overridden = parts.add(part);
      if (overridden != null) {
        list.removeIf(v -> InitialisedParts.isWithin(v.target(), overridden));
      }
    }
  }

  /** Assigns to a local that is zero already. */
  private final class Assignments implements Sink {
    private final InitialisedParts parts = new InitialisedParts();

    @Override
    public void part(LValue part, Expr value, Place place) {
      list(part, place);
      if (!Exprs.isAllZeros(value)) {
        context.assign(part, value, place);
      }
      if (!part.type().isScalar()) {
        parts.copied(part);
      }
    }

    @Override
    public void list(LValue part, Place place) {
      LValue overridden = parts.add(part);
      if (overridden != null) {
        zero(overridden, place);
      }
    }
  }

  /**
   * GNU lets a compound literal initialise a static object, be it an array. What is in its braces
   * is the initial value then, of other objects too.
   */
  private Initializer withoutLiteral(Type type, Initializer initializer) {
    if (!(initializer instanceof Initializer.Value v)
        || !(v.expression() instanceof Expression.CompoundLiteral literal)) {
      return initializer;
    }
    Type own = context.types().named(literal.type()).type();
    boolean isAlike =
        own.equals(type)
            || own instanceof ArrayType a
                && type instanceof ArrayType b
                && a.element().equals(b.element());
    return isAlike ? withoutLiteral(type, literal.value()) : initializer;
  }

  /** Assigns the initial value of a local, zeros first where the list does not name every part. */
  void local(LValue object, Initializer given, Place place) {
    Initializer initializer = withoutLiteral(object.type(), given);
    if (object.type().isScalar()
        || !(initializer instanceof Initializer.Braces)
            && string(object.type(), initializer) == null) {
      Expr value = value(object, initializer);
      if (value != null) {
        context.assign(object, value, initializer.place());
      }
      return;
    }
    zero(object, place);
    write(object, initializer, new Assignments());
  }

  /** The value of a scalar, perhaps in braces, or of a struct; null where the braces are empty. */
  private @org.jspecify.annotations.Nullable Expr value(LValue object, Initializer initializer) {
    return switch (initializer) {
      case Initializer.Value v ->
          implied(context.expressions().value(v.expression()), object.type(), v.place());
      case Initializer.Braces b when b.items().isEmpty() -> Exprs.zero(object.type());
      case Initializer.Braces b -> value(object, b.items().get(0).value());
    };
  }

  /** Makes every part zero. */
  void zero(LValue object, Place place) {
    List<LValue> parts = new ArrayList<>();
    if (collect(object, parts)) {
      parts.forEach(p -> context.assign(p, Exprs.zero(p.type()), place));
      return;
    }
    Expr address = Exprs.address(object, context.types().pointerTo(object.type()));
    Expr size = IntConst.of(object.type().size(), context.unit().target().sizeType());
    context.emit(new Statement.FillMemory(address, Exprs.ZERO, size), place);
  }

  /** Collects the scalar parts; false where there are too many, or a union overlays them. */
  private boolean collect(LValue object, List<LValue> parts) {
    if (parts.size() > MAX_ZEROED_PARTS) {
      return false;
    }
    return switch (object.type()) {
      case ArrayType a -> {
        boolean few = a.length() >= 0 && a.length() <= MAX_ZEROED_PARTS;
        for (int i = 0; few && i < a.length(); i++) {
          Expr index = IntConst.of(i, context.unit().target().differenceType());
          few = collect(LValue.Element.of(object, index), parts);
        }
        yield few;
      }
      case CompositeType c when c.isUnion() -> unionPart(object, c, parts);
      case CompositeType c -> {
        boolean few = true;
        for (Field field : c.fields()) {
          few = few && collect(LValue.Member.of(object, field), parts);
        }
        yield few;
      }
      default -> {
        parts.add(object);
        yield parts.size() <= MAX_ZEROED_PARTS;
      }
    };
  }

  /** A scalar member as large as the union covers all of it. */
  private static boolean unionPart(LValue object, CompositeType union, List<LValue> parts) {
    for (Field field : union.fields()) {
      if (field.type().isScalar() && !field.isBitField() && field.type().size() == union.size()) {
        parts.add(LValue.Member.of(object, field));
        return true;
      }
    }
    return false;
  }

  private void write(LValue object, Initializer given, Sink sink) {
    Initializer initializer = withoutLiteral(object.type(), given);
    Literals.Text text = string(object.type(), initializer);
    if (text != null) {
      sink.list(object, initializer.place());
      characters(object, text, initializer.place(), sink);
    } else if (initializer instanceof Initializer.Braces braces) {
      if (!object.type().isScalar()) {
        sink.list(object, initializer.place());
      }
      new InitialiserList(context, braces, (part, value) -> write(part, value, sink)).run(object);
    } else if (initializer instanceof Initializer.Value value) {
      Expr converted = context.expressions().value(value.expression());
      sink.part(object, implied(converted, object.type(), value.place()), value.place());
    }
  }

  private Expr implied(Expr value, Type type, Place place) {
    return value.type().equals(type)
        ? value
        : context.expressions().coercions().implied(value, type, place);
  }

  private void characters(LValue array, Literals.Text text, Place place, Sink sink) {
    ArrayType type = (ArrayType) array.type();
    long length =
        type.length() == ArrayType.UNKNOWN_LENGTH
            ? text.units().size()
            : Math.min(type.length(), text.units().size());
    for (int i = 0; i < length; i++) {
      Expr index = IntConst.of(i, context.unit().target().differenceType());
      sink.part(
          LValue.Element.of(array, index), IntConst.of(text.units().get(i), text.element()), place);
    }
  }
}

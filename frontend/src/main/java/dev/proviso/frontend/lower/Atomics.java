// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GNU's {@code __sync_…} and {@code __atomic_…}. Nothing runs between: they are plain. */
final class Atomics {
  /** Operators in the names of the operations. */
  private static final Map<String, BinaryOperator> OPERATORS =
      Map.of(
          "add", BinaryOperator.ADD,
          "nand", BinaryOperator.BIT_AND,
          "sub", BinaryOperator.SUBTRACT,
          "and", BinaryOperator.BIT_AND,
          "or", BinaryOperator.BIT_OR,
          "xor", BinaryOperator.BIT_XOR);

  private final Context context;
  private final Coercions coercions;

  Atomics(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  /** What a call of such a builtin denotes; null where the name is none of them. */
  @Nullable Operand call(String name, List<Expression> arguments, Place place) {
    String bare = name.replaceFirst("^__(sync|atomic)_", "");
    if (bare.equals("synchronize") || bare.endsWith("_fence")) {
      return new Operand.Nothing();
    }
    if (arguments.isEmpty()) {
      return null;
    }
    return switch (bare) {
      case "always_lock_free", "is_lock_free" -> {
        arguments.forEach(context.expressions()::effect);
        yield Operand.Value.of(Exprs.cast(Exprs.ONE, context.unit().target().intType(Kind.BOOL)));
      }
      case "load" -> {
        LValue object = target(arguments, place);
        LValue result = target(arguments.subList(1, arguments.size()), place);
        context.assign(result, Exprs.cast(Expr.Read.of(object), result.type()), place);
        yield new Operand.Nothing();
      }
      case "store" -> {
        LValue object = target(arguments, place);
        LValue value = target(arguments.subList(1, arguments.size()), place);
        context.assign(object, Exprs.cast(Expr.Read.of(value), object.type()), place);
        yield new Operand.Nothing();
      }
      case "exchange" -> {
        LValue object = target(arguments, place);
        LValue value = target(arguments.subList(1, arguments.size()), place);
        LValue result = target(arguments.subList(2, arguments.size()), place);
        Expr next = loaded(value, place);
        Expr old = loaded(object, place);
        context.assign(object, Exprs.cast(next, object.type()), place);
        context.assign(result, Exprs.cast(old, result.type()), place);
        yield new Operand.Nothing();
      }
      case "load_n" -> Operand.Value.of(loaded(target(arguments, place), place));
      case "store_n" -> stored(arguments, place);
      case "exchange_n", "lock_test_and_set" -> exchanged(arguments, place);
      case "lock_release", "clear" -> {
        LValue object = target(arguments, place);
        context.assign(object, Exprs.zero(object.type()), place);
        yield new Operand.Nothing();
      }
      case "compare_exchange_n" ->
          exchangedIfEqual(arguments, t -> argument(arguments, 2, t), place);
      case "compare_exchange" ->
          exchangedIfEqual(
              arguments,
              t -> {
                LValue next = target(arguments.subList(2, arguments.size()), place);
                return Exprs.cast(loaded(next, place), t);
              },
              place);
      case "test_and_set" -> {
        LValue object = target(arguments, place);
        Expr old = loaded(object, place);
        context.assign(object, Exprs.cast(Exprs.ONE, object.type()), place);
        yield Operand.Value.of(
            Exprs.cast(Exprs.condition(old), context.unit().target().intType(IntType.Kind.BOOL)));
      }
      case "bool_compare_and_swap", "val_compare_and_swap" ->
          compared(bare.startsWith("bool"), arguments, place);
      default -> updated(bare, arguments, place);
    };
  }

  private LValue target(List<Expression> arguments, Place place) {
    Expr pointer = context.save(context.expressions().value(arguments.get(0)), place);
    if (!(pointer.type() instanceof PointerType p)
        || !p.pointee().isScalar() && !(p.pointee() instanceof CompositeType)) {
      throw new Unsupported(place.range(), "an atomic operation on this type");
    }
    LValue object = LValue.Deref.of(pointer);
    context.access(object, place);
    return object;
  }

  /** An object to compute with. */
  private LValue scalar(List<Expression> arguments, Place place) {
    LValue object = target(arguments, place);
    if (!object.type().isScalar()) {
      throw new Unsupported(place.range(), "an atomic operation on a struct or union");
    }
    return object;
  }

  private Expr loaded(LValue object, Place place) {
    return context.save(Expr.Read.of(object), place);
  }

  private Expr argument(List<Expression> arguments, int index, Type type) {
    Expression argument = arguments.get(index);
    return coercions.to(context.expressions().value(argument), type, argument.place());
  }

  private Operand stored(List<Expression> arguments, Place place) {
    LValue object = target(arguments, place);
    context.assign(object, argument(arguments, 1, object.type()), place);
    return new Operand.Nothing();
  }

  private Operand exchanged(List<Expression> arguments, Place place) {
    LValue object = target(arguments, place);
    Expr next = context.save(argument(arguments, 1, object.type()), place);
    Expr old = loaded(object, place);
    context.assign(object, next, place);
    return Operand.Value.of(old);
  }

  private Operand compared(boolean asBool, List<Expression> arguments, Place place) {
    LValue object = scalar(arguments, place);
    Expr expected = context.save(argument(arguments, 1, object.type()), place);
    Expr next = context.save(argument(arguments, 2, object.type()), place);
    Expr old = loaded(object, place);
    Expr equal = Exprs.binary(BinaryOp.EQUAL, old, expected);
    context.assign(object, Exprs.conditional(equal, next, old), place);
    return Operand.Value.of(asBool ? equal : old);
  }

  /** Where the object is not what was expected, the expectation becomes what it is. */
  private @Nullable Operand exchangedIfEqual(
      List<Expression> arguments, Function<Type, Expr> wanted, Place place) {
    if (arguments.size() < 3) {
      return null;
    }
    LValue object = scalar(arguments, place);
    LValue expectation = target(arguments.subList(1, arguments.size()), place);
    Expr next = context.save(wanted.apply(object.type()), place);
    Expr expected = Exprs.cast(loaded(expectation, place), object.type());
    Expr old = loaded(object, place);
    Expr equal = context.save(Exprs.binary(BinaryOp.EQUAL, old, expected), place);
    context.assign(object, Exprs.conditional(equal, next, old), place);
    context.assign(
        expectation,
        Exprs.conditional(equal, loaded(expectation, place), Exprs.cast(old, expectation.type())),
        place);
    return Operand.Value.of(Exprs.cast(equal, context.unit().target().intType(IntType.Kind.BOOL)));
  }

  /**
   * {@code fetch_and_add}, {@code add_and_fetch}, {@code fetch_add}, {@code add_fetch} and their
   * kin.
   */
  private @Nullable Operand updated(String bare, List<Expression> arguments, Place place) {
    String word =
        bare.replace("_and_fetch", "")
            .replace("fetch_and_", "")
            .replace("_fetch", "")
            .replace("fetch_", "");
    BinaryOperator operator = OPERATORS.get(word);
    if (operator == null || arguments.size() < 2) {
      return null;
    }
    LValue object = scalar(arguments, place);
    Expr change = context.save(context.expressions().value(arguments.get(1)), place);
    Expr old = loaded(object, place);
    Expr plain = bytes(operator, old, change, object.type(), place);
    Expr next = context.save(word.equals("nand") ? complement(plain) : plain, place);
    context.assign(object, next, place);
    return Operand.Value.of(bare.endsWith("fetch") ? next : old);
  }

  private static Expr complement(Expr value) {
    Type type = value.type();
    return type instanceof IntType t
        ? Exprs.cast(Exprs.unary(UnaryOp.COMPLEMENT, Exprs.cast(value, Conversions.promoted(t))), t)
        : value;
  }

  /** Atomic arithmetic on pointers counts bytes. */
  private Expr bytes(BinaryOperator operator, Expr old, Expr change, Type type, Place place) {
    Type number = type instanceof PointerType ? context.unit().target().sizeType() : type;
    Expr value =
        context.expressions().arithmetic().apply(operator, Exprs.cast(old, number), change, place);
    return coercions.to(coercions.to(value, number, place), type, place);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GNU's builtins that compute: checked arithmetic, bits, atomic operations (nothing runs between:
 * they are plain).
 */
final class Builtins {
  /** Operators in the names of atomic operations. */
  private static final Map<String, BinaryOperator> OPERATORS =
      Map.of(
          "add", BinaryOperator.ADD,
          "nand", BinaryOperator.BIT_AND,
          "sub", BinaryOperator.SUBTRACT,
          "mul", BinaryOperator.MULTIPLY,
          "and", BinaryOperator.BIT_AND,
          "or", BinaryOperator.BIT_OR,
          "xor", BinaryOperator.BIT_XOR);

  private static final Pattern OVERFLOW = Pattern.compile("[su]?(add|sub|mul)l{0,2}_overflow");

  private final Context context;
  private final Coercions coercions;
  private final BitCounts bits;

  Builtins(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
    this.bits = new BitCounts(context, coercions);
  }

  /** What a call of such a builtin denotes; null where the name is none of them. */
  @Nullable Operand call(String name, List<Expression> arguments, Place place) {
    if (name.startsWith("__sync_") || name.startsWith("__atomic_")) {
      return atomic(name, arguments, place);
    }
    if (!name.startsWith("__builtin_")) {
      return null;
    }
    String bare = name.substring("__builtin_".length());
    Matcher checked = OVERFLOW.matcher(bare);
    if (checked.matches() && arguments.size() == 3) {
      return overflow(
          OPERATORS.getOrDefault(checked.group(1), BinaryOperator.ADD), arguments, place);
    }
    if (bare.startsWith("bswap") && arguments.size() == 1) {
      return Operand.Value.of(swapped(bare, arguments.get(0)));
    }
    Expr count = bits.call(bare, arguments);
    if (count != null) {
      return Operand.Value.of(count);
    }
    return switch (bare) {
      case "return_address", "frame_address", "extract_return_addr" -> {
        arguments.forEach(context.expressions()::value);
        Type pointer = context.types().pointerTo(dev.proviso.frontend.types.VoidType.VOID);
        yield Operand.Value.of(context.inexact(pointer, "`" + name + "`", place));
      }
      default -> new FloatBuiltins(context, coercions).call(bare, arguments, place);
    };
  }

  private Expr swapped(String bare, Expression argument) {
    int bits = Integer.parseInt(bare.substring("bswap".length()));
    Kind kind =
        bits == 16 ? Kind.UNSIGNED_SHORT : bits == 32 ? Kind.UNSIGNED_INT : Kind.UNSIGNED_LONG_LONG;
    IntType result = context.unit().target().intType(kind);
    IntType type =
        Conversions.promoted(
            bits == 16 ? context.unit().target().intType(Kind.UNSIGNED_INT) : result);
    Expr narrow = coercions.to(context.expressions().value(argument), result, argument.place());
    Expr value = context.save(Exprs.cast(narrow, type), argument.place());
    Expr swapped = IntConst.of(0, type);
    for (int i = 0; i < bits; i += 8) {
      Expr low =
          Exprs.binary(
              BinaryOp.BIT_AND,
              Exprs.binary(BinaryOp.SHIFT_RIGHT, value, IntConst.of(i, IntType.INT)),
              IntConst.of(255, type));
      Expr moved = Exprs.binary(BinaryOp.SHIFT_LEFT, low, IntConst.of(bits - 8 - i, IntType.INT));
      swapped = i == 0 ? moved : Exprs.binary(BinaryOp.BIT_OR, swapped, moved);
    }
    return Exprs.cast(swapped, result);
  }

  /** Computed in twice as many bits, which hold every result. */
  private @Nullable Operand overflow(
      BinaryOperator operator, List<Expression> arguments, Place place) {
    Expressions expressions = context.expressions();
    Expr left = context.save(expressions.value(arguments.get(0)), place);
    Expr right = context.save(expressions.value(arguments.get(1)), place);
    Expr pointer = context.save(expressions.value(arguments.get(2)), place);
    if (!(left.type() instanceof IntType l)
        || !(right.type() instanceof IntType r)
        || !(pointer.type() instanceof PointerType p)
        || !(p.pointee() instanceof IntType type)) {
      throw new Invalid(place.range(), "checked arithmetic wants integers");
    }
    if (l.bits() > 64 || r.bits() > 64) {
      throw new Unsupported(place.range(), "checked arithmetic on integers of this width");
    }
    boolean isNarrow = l.bits() <= 32 && r.bits() <= 32 && type.bits() <= 32;
    boolean isUnsigned = operator == BinaryOperator.MULTIPLY && !l.signed() && !r.signed();
    Kind kind =
        isNarrow
            ? isUnsigned ? Kind.UNSIGNED_LONG_LONG : Kind.LONG_LONG
            : isUnsigned ? Kind.UNSIGNED_INT128 : Kind.INT128;
    IntType wide = context.unit().target().intType(kind);
    Expr result =
        expressions
            .arithmetic()
            .apply(operator, Exprs.cast(left, wide), Exprs.cast(right, wide), place);
    Expr saved = context.save(result, place);
    LValue target = LValue.Deref.of(pointer);
    context.access(target, place);
    context.assign(target, Exprs.cast(saved, type), place);
    Expr back = Exprs.cast(Exprs.cast(saved, type), wide);
    return Operand.Value.of(
        Exprs.cast(
            Exprs.binary(BinaryOp.NOT_EQUAL, back, saved),
            context.unit().target().intType(Kind.BOOL)));
  }

  private @Nullable Operand atomic(String name, List<Expression> arguments, Place place) {
    String bare = name.replaceFirst("^__(sync|atomic)_", "");
    if (bare.equals("synchronize") || bare.endsWith("_fence")) {
      return new Operand.Nothing();
    }
    if (arguments.isEmpty()) {
      return null;
    }
    return switch (bare) {
      case "load_n" -> Operand.Value.of(loaded(target(arguments, place), place));
      case "store_n" -> stored(arguments, place);
      case "exchange_n", "lock_test_and_set" -> exchanged(arguments, place);
      case "lock_release", "clear" -> {
        LValue object = target(arguments, place);
        context.assign(object, Exprs.zero(object.type()), place);
        yield new Operand.Nothing();
      }
      case "compare_exchange_n" -> exchangedIfEqual(arguments, place);
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
    if (!(pointer.type() instanceof PointerType p) || !p.pointee().isScalar()) {
      throw new Unsupported(place.range(), "an atomic operation on this type");
    }
    LValue object = LValue.Deref.of(pointer);
    context.access(object, place);
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
    LValue object = target(arguments, place);
    Expr expected = context.save(argument(arguments, 1, object.type()), place);
    Expr next = context.save(argument(arguments, 2, object.type()), place);
    Expr old = loaded(object, place);
    Expr equal = Exprs.binary(BinaryOp.EQUAL, old, expected);
    context.assign(object, Exprs.conditional(equal, next, old), place);
    return Operand.Value.of(asBool ? equal : old);
  }

  /** Where the object is not what was expected, the expectation becomes what it is. */
  private @Nullable Operand exchangedIfEqual(List<Expression> arguments, Place place) {
    if (arguments.size() < 3) {
      return null;
    }
    LValue object = target(arguments, place);
    LValue expectation = target(arguments.subList(1, arguments.size()), place);
    Expr next = context.save(argument(arguments, 2, object.type()), place);
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
    LValue object = target(arguments, place);
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

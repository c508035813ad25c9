// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GNU's builtins that compute: checked arithmetic, bits, floating-point numbers. */
final class Builtins {
  /** Operators in the names of checked operations. */
  private static final Map<String, BinaryOperator> OPERATORS =
      Map.of(
          "add", BinaryOperator.ADD,
          "sub", BinaryOperator.SUBTRACT,
          "mul", BinaryOperator.MULTIPLY);

  private static final Pattern OVERFLOW = Pattern.compile("[su]?(add|sub|mul)l{0,2}_overflow(_p)?");

  private final Context context;
  private final Coercions coercions;
  private final BitCounts bits;
  private final Atomics atomics;

  Builtins(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
    this.bits = new BitCounts(context, coercions);
    this.atomics = new Atomics(context, coercions);
  }

  /** What a call of such a builtin denotes; null where the name is none of them. */
  @Nullable Operand call(String name, List<Expression> arguments, Place place) {
    if (name.startsWith("__sync_") || name.startsWith("__atomic_")) {
      return atomics.call(name, arguments, place);
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
      case "return_address", "frame_address", "extract_return_addr", "frob_return_addr" -> {
        // Where code and frames stand is no property of the program.
        arguments.forEach(context.expressions()::effect);
        Type pointer = context.types().pointerTo(VoidType.VOID);
        yield Operand.Value.of(
            context.arbitrary(pointer, new Statement.Cause.Unspecified(), place));
      }
      default -> new FloatBuiltins(context, coercions).call(bare, arguments, place);
    };
  }

  /** What {@code __builtin_classify_type} tells of a type: the numbers of gcc's typeclass.h. */
  static int classOf(Type type) {
    return switch (type) {
      case VoidType t -> 0;
      case IntType t -> 1;
      case PointerType t -> 5;
      case FloatType t -> 8;
      case FunctionType t -> 10;
      case CompositeType t -> t.isUnion() ? 13 : 12;
      case ArrayType t -> 14;
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

  /** The type of the result that is stored, or of the value that only gives the type. */
  private static Type resultType(Type third) {
    return third instanceof PointerType p ? p.pointee() : third;
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
        || !(resultType(pointer.type()) instanceof IntType type)) {
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
    if (pointer.type() instanceof PointerType) {
      LValue target = LValue.Deref.of(pointer);
      context.access(target, place);
      context.assign(target, Exprs.cast(saved, type), place);
    }
    Expr back = Exprs.cast(Exprs.cast(saved, type), wide);
    return Operand.Value.of(
        Exprs.cast(
            Exprs.binary(BinaryOp.NOT_EQUAL, back, saved),
            context.unit().target().intType(Kind.BOOL)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code __builtin_object_size(pointer, kind)}: how many bytes are left from the pointer to the end
 * of the variable that it points into (bit 0 of the kind: of the member), where the expression
 * shows that. Unknown is the greatest number, or 0 where the kind asks for the least (bit 1).
 */
final class ObjectSizes {
  private final Context context;

  ObjectSizes(Context context) {
    this.context = context;
  }

  Expr of(Expression pointer, Expression kind) {
    IntType type = context.unit().target().sizeType();
    int asked = context.constant(kind).intValue();
    // The pointer's own effects do not take place.
    @Nullable Long left =
        context.aside(() -> left(context.expressions().value(pointer), (asked & 1) != 0));
    return IntConst.of(left != null ? left : (asked & 2) != 0 ? 0 : -1, type);
  }

  private static @Nullable Long left(Expr pointer, boolean ofMember) {
    return switch (pointer) {
      case Expr.Cast c -> left(c.operand(), ofMember);
      case Expr.Binary b
          when b.op() == BinaryOp.POINTER_ADD && b.right() instanceof IntConst moved -> {
        @Nullable Long whole = left(b.left(), ofMember);
        yield whole == null ? null : bounded(whole, moved.value());
      }
      case Expr.AddressOf a -> left(a.object(), ofMember);
      default -> null;
    };
  }

  private static Long bounded(long whole, BigInteger moved) {
    return Math.max(0, whole - moved.longValue());
  }

  private static @Nullable Long left(LValue object, boolean ofMember) {
    return switch (object) {
      case LValue.Var v -> sized(v.type());
      case LValue.Element e when e.index() instanceof IntConst i -> {
        @Nullable Long whole = ofMember ? sized(e.base().type()) : left(e.base(), false);
        yield whole == null ? null : bounded(whole, i.value().multiply(size(e.type())));
      }
      case LValue.Member m when ofMember ->
          // The last array of an object is often longer than it says.
          m.base() instanceof LValue.Deref && m.type() instanceof ArrayType
              ? null
              : sized(m.type());
      case LValue.Member m -> {
        @Nullable Long whole = left(m.base(), false);
        yield whole == null ? null : bounded(whole, BigInteger.valueOf(m.field().offset()));
      }
      default -> null;
    };
  }

  private static BigInteger size(Type type) {
    return BigInteger.valueOf(type.size());
  }

  private static @Nullable Long sized(Type type) {
    return type instanceof ArrayType a && a.length() < 0 ? null : (Long) type.size();
  }
}

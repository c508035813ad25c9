// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** C's arithmetic on sets of numbers: everything that may come out, and more where it is dear. */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * @param type of the result, whose width wraps it
   */
  static Ranges apply(BinaryOp op, Ranges a, Ranges b, Type type) {
    if (a.isEmpty() || b.isEmpty()) {
      return new Ranges(List.of());
    }
    return switch (op) {
      case ADD, POINTER_ADD -> a.monotone(b, BigInteger::add).wrappedTo(type);
      case SUBTRACT -> a.monotone(b, BigInteger::subtract).wrappedTo(type);
      case MULTIPLY -> a.monotone(b, BigInteger::multiply).wrappedTo(type);
      case BIT_AND -> and(a, b, type);
      case BIT_OR -> both(a, b).map(n -> Ranges.single(n[0].or(n[1]))).orElse(Ranges.ofType(type));
      case BIT_XOR ->
          both(a, b).map(n -> Ranges.single(n[0].xor(n[1]))).orElse(Ranges.ofType(type));
      case DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT -> Ranges.ofType(type);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR ->
          throw new IllegalArgumentException("a truth value: " + op);
    };
  }

  private static Optional<BigInteger[]> both(Ranges a, Ranges b) {
    return a.only().flatMap(x -> b.only().map(y -> new BigInteger[] {x, y}));
  }

  private static Ranges and(Ranges a, Ranges b, Type type) {
    Optional<BigInteger[]> known = both(a, b);
    if (known.isPresent()) {
      return Ranges.single(known.get()[0].and(known.get()[1]));
    }
    // With a number that is not negative, the result is not greater than it.
    @Nullable BigInteger most = null;
    for (Ranges r : List.of(a, b)) {
      if (r.least().signum() >= 0 && (most == null || r.greatest().compareTo(most) < 0)) {
        most = r.greatest();
      }
    }
    return most == null ? Ranges.ofType(type) : Ranges.of(BigInteger.ZERO, most);
  }
}

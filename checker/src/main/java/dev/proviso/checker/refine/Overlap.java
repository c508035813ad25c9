// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How two scalar objects lie to one another. */
enum Overlap {
  /** They are one and the same. */
  SAME,
  /** They share no byte. */
  NONE,
  /** They are the same or share none, depending on the state. */
  DEPENDS,
  /** They share bytes without being the same. */
  PARTIAL;

  /** A place as a distance from a variable or from what a pointer points to. */
  private record Place(Object base, long offset) {}

  static Overlap of(LValue a, LValue b, PointsTo pointsTo) {
    if (a == b) {
      return SAME;
    }
    Variable rootOfA = root(a);
    Variable rootOfB = root(b);
    boolean inVariables = isOutsideMemory(rootOfA, pointsTo) || isOutsideMemory(rootOfB, pointsTo);
    if (rootOfA != rootOfB && (inVariables || (rootOfA != null && rootOfB != null))) {
      return NONE;
    }
    if (!inVariables && !(pointsTo.isAccessible(a) && pointsTo.isAccessible(b))) {
      return PARTIAL;
    }
    if (!inVariables && pointsTo.region(a) != pointsTo.region(b)) {
      return NONE;
    }
    Optional<Place> placeOfA = place(a);
    Optional<Place> placeOfB = place(b);
    if (placeOfA.isPresent()
        && placeOfB.isPresent()
        && placeOfA.get().base().equals(placeOfB.get().base())) {
      return ofRanges(a, placeOfA.get().offset(), b, placeOfB.get().offset());
    }
    return DEPENDS;
  }

  private static boolean isOutsideMemory(@Nullable Variable root, PointsTo pointsTo) {
    return root != null && !pointsTo.inMemory(root);
  }

  private static Overlap ofRanges(LValue a, long offsetOfA, LValue b, long offsetOfB) {
    long startOfA = offsetOfA * 8 + bitOffset(a);
    long startOfB = offsetOfB * 8 + bitOffset(b);
    if (startOfA + bits(a) <= startOfB || startOfB + bits(b) <= startOfA) {
      return NONE;
    }
    Type type = a.type();
    boolean same = startOfA == startOfB && bits(a) == bits(b) && type.equals(b.type());
    return same ? SAME : PARTIAL;
  }

  private static long bitOffset(LValue place) {
    return place instanceof LValue.Member m && m.field().isBitField() ? m.field().bitOffset() : 0;
  }

  private static long bits(LValue place) {
    return place instanceof LValue.Member m && m.field().isBitField()
        ? m.field().bitWidth()
        : place.type().size() * 8;
  }

  static @Nullable Variable root(LValue place) {
    return switch (place) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }

  private static Optional<Place> place(LValue place) {
    return switch (place) {
      case LValue.Var v -> Optional.of(new Place(v.variable(), 0));
      case LValue.Deref d -> Optional.of(new Place(d.pointer(), 0));
      case LValue.Member m ->
          place(m.base()).map(p -> new Place(p.base(), p.offset() + m.field().offset()));
      case LValue.Element e when e.index() instanceof Expr.IntConst index -> {
        BigInteger distance = index.value().multiply(BigInteger.valueOf(e.type().size()));
        yield distance.bitLength() > 40
            ? Optional.empty()
            : place(e.base()).map(p -> new Place(p.base(), p.offset() + distance.longValue()));
      }
      case LValue.Element e -> Optional.empty();
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.PointerType;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell of memory by the way that leads to it: which cell that is depends on what is read on the
 * way.
 *
 * @param region that the cell is in
 * @param way the pointers that are read
 * @param wayRegions the regions of those that are in memory
 * @param address how two places can be told apart
 */
record MemoryPlace(
    LValue place, Region region, Set<LValue> way, Set<Region> wayRegions, Address address) {
  MemoryPlace {
    way = Collections.unmodifiableSet(new LinkedHashSet<>(way));
    wayRegions = Collections.unmodifiableSet(new LinkedHashSet<>(wayRegions));
  }

  /** What cells have in common that may be one where different procedures speak of them. */
  private record Kind(Region region, BigInteger distance) {}

  /** See {@code StateVariables.share}. */
  Object kind() {
    return new Kind(region, address.distance());
  }

  /** The same place without conversions that change no address: ways are compared by their text. */
  static LValue canonical(LValue place) {
    return replaced(place, p -> null);
  }

  /**
   * The same way from other pointers, in its canonical form.
   *
   * @param by what is read in the place of each of them; null for what stays
   */
  static LValue replaced(LValue place, Replacement by) {
    return switch (place) {
      case LValue.Var p -> p;
      case LValue.Deref p -> LValue.Deref.of(replaced(p.pointer(), by));
      case LValue.Member p -> LValue.Member.of(replaced(p.base(), by), p.field());
      case LValue.Element p -> LValue.Element.of(replaced(p.base(), by), p.index());
    };
  }

  /** What is read in the place of something else. */
  interface Replacement {
    @Nullable Expr of(LValue pointer);
  }

  private static Expr replaced(Expr pointer, Replacement by) {
    return switch (pointer) {
      case Expr.Read e -> {
        @Nullable Expr other = by.of(e.source());
        yield other != null
            ? plain(Arguments.converted(other, e.source()))
            : Expr.Read.of(replaced(e.source(), by));
      }
      case Expr.Cast e -> plain(Expr.Cast.of(replaced(e.operand(), by), e.type()));
      case Expr.Binary e -> Expr.Binary.of(e.op(), replaced(e.left(), by), e.right());
      case Expr.AddressOf e -> Expr.AddressOf.of(replaced(e.object(), by), (PointerType) e.type());
      default -> pointer;
    };
  }

  /** Of several conversions from pointer to pointer, the last is enough. */
  private static Expr plain(Expr pointer) {
    Expr result = pointer;
    while (result instanceof Expr.Cast outer
        && outer.type() instanceof PointerType
        && outer.operand() instanceof Expr.Cast inner
        && inner.type() instanceof PointerType
        && inner.operand().type() instanceof PointerType) {
      result = Expr.Cast.of(inner.operand(), outer.type());
    }
    return result;
  }

  /**
   * Adds the pointers that are read on a way.
   *
   * @return false if it is none that can be followed
   */
  static boolean follow(LValue place, List<LValue> way) {
    return switch (place) {
      case LValue.Var p -> true;
      case LValue.Deref p -> follow(p.pointer(), way);
      case LValue.Member p -> follow(p.base(), way);
      case LValue.Element p -> p.index() instanceof Expr.IntConst && follow(p.base(), way);
    };
  }

  private static boolean follow(Expr pointer, List<LValue> way) {
    return switch (pointer) {
      case Expr.Read e -> {
        way.add(e.source());
        yield follow(e.source(), way);
      }
      case Expr.Cast e -> follow(e.operand(), way);
      case Expr.Binary e ->
          e.op() == BinaryOp.POINTER_ADD
              && e.right() instanceof Expr.IntConst
              && follow(e.left(), way);
      case Expr.AddressOf e -> follow(e.object(), way);
      default -> false;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.specs.platform.Platform.Registration;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises stores to the member that registers functions: by its name, and through a local
 * pointer into it, as in {@code for (p = driver->MajorFunction; …; p++) *p = f;}.
 */
final class Slots {
  private final Registration.Assignment wanted;
  private final List<Statement.Assign> assignments;
  private final Set<LValue> open = new HashSet<>();

  /** Which element of a table. */
  sealed interface Index {
    /** There is no table. */
    record None() implements Index {}

    record Value(BigInteger value) implements Index {}

    /** One after the other: the table is filled. */
    record Loop() implements Index {}

    /** Some other value. */
    record Unknown() implements Index {}
  }

  private Slots(Registration.Assignment wanted, List<Statement.Assign> assignments) {
    this.wanted = wanted;
    this.assignments = assignments;
  }

  /**
   * The element that a store goes to, if it goes to the wanted member.
   *
   * @param procedure where the store is; null for one before the program starts
   */
  static Optional<Index> of(
      LValue target, Registration.Assignment wanted, @Nullable Procedure procedure) {
    List<Statement.Assign> assignments =
        procedure != null && procedure.body() instanceof Procedure.Body.Defined body
            ? body.cfg().edges().stream()
                .map(Edge::statement)
                .filter(Statement.Assign.class::isInstance)
                .map(Statement.Assign.class::cast)
                .toList()
            : List.of();
    Slots slots = new Slots(wanted, assignments);
    return target instanceof LValue.Deref d ? slots.behind(d.pointer()) : slots.named(target);
  }

  private Optional<Index> named(LValue target) {
    if (target instanceof LValue.Element e && isWanted(e.base())) {
      return Optional.of(index(e.index()));
    }
    return isWanted(target) ? Optional.of(new Index.None()) : Optional.empty();
  }

  /** Where the pointer points to, if into the wanted member. */
  private Optional<Index> behind(Expr pointer) {
    return switch (pointer) {
      case Expr.Cast c -> behind(c.operand());
      case Expr.AddressOf a ->
          named(a.object())
              .map(i -> i instanceof Index.None ? new Index.Value(BigInteger.ZERO) : i);
      case Expr.Binary b when b.op() == BinaryOp.POINTER_ADD ->
          behind(b.left()).map(i -> moved(i, b));
      case Expr.Read r when r.source() instanceof LValue.Var && open.add(r.source()) -> {
        Optional<Index> start = startOf(r);
        open.remove(r.source());
        yield start;
      }
      case Expr.Binary b -> Optional.empty();
      case Expr.Read r -> Optional.empty();
      case Expr.IntConst c -> Optional.empty();
      case Expr.FloatConst f -> Optional.empty();
      case Expr.FunctionAddress f -> Optional.empty();
      case Expr.Unary u -> Optional.empty();
      case Expr.Conditional c -> Optional.empty();
    };
  }

  private static Index moved(Index from, Expr.Binary add) {
    if (from instanceof Index.Value v && add.right() instanceof Expr.IntConst bytes) {
      long size = add.type() instanceof PointerType p ? Math.max(1, p.pointee().size()) : 1;
      return new Index.Value(v.value().add(bytes.value().divide(BigInteger.valueOf(size))));
    }
    return from instanceof Index.Loop ? from : new Index.Unknown();
  }

  private Optional<Index> startOf(Expr.Read pointer) {
    boolean moves = counts(pointer);
    List<Index> starts =
        assignments.stream()
            .filter(a -> a.target() == pointer.source())
            .flatMap(a -> behind(a.value()).stream())
            .distinct()
            .toList();
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        moves ? new Index.Loop() : starts.size() == 1 ? starts.get(0) : new Index.Unknown());
  }

  private boolean isWanted(LValue path) {
    if (!(path instanceof LValue.Member member) || !member.field().name().equals(wanted.member())) {
      return false;
    }
    for (LValue base = member.base(); ; ) {
      if (base.type() instanceof CompositeType c && c.tag().equals(wanted.type())) {
        return true;
      }
      // Members of anonymous structs belong to the struct around them.
      if (!(base instanceof LValue.Member outer) || !outer.field().name().isEmpty()) {
        return false;
      }
      base = outer.base();
    }
  }

  private Index index(Expr index) {
    Expr plain = index;
    while (plain instanceof Expr.Cast c) {
      plain = c.operand();
    }
    if (plain instanceof Expr.IntConst c) {
      return new Index.Value(c.value());
    }
    return plain instanceof Expr.Read read && counts(read) ? new Index.Loop() : new Index.Unknown();
  }

  /** True if the procedure assigns the variable something that is made of itself. */
  private boolean counts(Expr.Read read) {
    return assignments.stream()
        .anyMatch(
            a ->
                a.target() == read.source()
                    && !a.value().variables().isEmpty()
                    && a.value().variables().containsAll(read.variables()));
  }
}

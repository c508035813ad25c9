// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weakest preconditions of conditions under assignments, as the set of conditions they are made of:
 * where it depends on the state whether a condition reads what is assigned, that question is one of
 * them, beside the condition for either answer.
 */
final class Assignments {
  /** More open questions about aliasing than this in one condition, and it is dropped. */
  private static final int MAX_QUESTIONS = 2;

  private final PointsTo pointsTo;
  private final int addressBits;

  Assignments(PointsTo pointsTo, int addressBits) {
    this.pointsTo = pointsTo;
    this.addressBits = addressBits;
  }

  /**
   * The conditions before {@code target = value} that decide {@code condition} behind it.
   *
   * @param value empty if the target gets something unknown: conditions on it are dropped
   */
  Set<Expr> before(Expr condition, LValue target, Optional<Expr> value) {
    if (!target.type().isScalar()) {
      return beforeCopy(condition, target, value);
    }
    Set<LValue> questions = new LinkedHashSet<>();
    Attempt first = new Attempt(target, value, Set.of(), questions);
    Expr unaliased = first.rewriter.rewrite(condition);
    if (first.failed) {
      return Set.of();
    }
    Set<Expr> result = new LinkedHashSet<>(List.of(unaliased));
    if (questions.isEmpty()) {
      return result;
    }
    if (questions.size() > MAX_QUESTIONS) {
      return Set.of();
    }
    List<LValue> asked = new ArrayList<>(questions);
    for (int mask = 1; mask < 1 << asked.size(); mask++) {
      Set<LValue> aliased = new LinkedHashSet<>();
      for (int i = 0; i < asked.size(); i++) {
        if ((mask >> i & 1) != 0) {
          aliased.add(asked.get(i));
        }
      }
      Attempt attempt = new Attempt(target, value, aliased, new LinkedHashSet<>());
      Expr rewritten = attempt.rewriter.rewrite(condition);
      if (!attempt.failed) {
        result.add(rewritten);
      }
    }
    asked.forEach(l -> result.add(sameAddress(l, target)));
    return result;
  }

  private Expr sameAddress(LValue a, LValue b) {
    return Simplifier.binary(
        BinaryOp.EQUAL,
        Expr.AddressOf.of(a, new PointerType(a.type(), addressBits)),
        Simplifier.cast(
            Expr.AddressOf.of(b, new PointerType(b.type(), addressBits)),
            new PointerType(a.type(), addressBits)));
  }

  /**
   * One rewriting, with the open questions answered: what is in {@code aliased} is the target, the
   * rest is not.
   */
  private final class Attempt {
    private final LValue target;
    private final Optional<Expr> value;
    private final Set<LValue> aliased;
    private final Set<LValue> questions;
    private final Rewriter rewriter = new Rewriter(this::read);
    private boolean failed;

    private Attempt(
        LValue target, Optional<Expr> value, Set<LValue> aliased, Set<LValue> questions) {
      this.target = target;
      this.value = value;
      this.aliased = aliased;
      this.questions = questions;
    }

    private Expr read(Expr expr) {
      LValue source = ((Expr.Read) expr).source();
      if (!source.type().isScalar()) {
        failed = true;
        return expr;
      }
      return switch (Overlap.of(source, target, pointsTo)) {
        case NONE -> expr;
        case SAME -> assigned(expr);
        case PARTIAL -> {
          failed = true;
          yield expr;
        }
        case DEPENDS -> {
          questions.add(source);
          yield aliased.contains(source) ? assigned(expr) : expr;
        }
      };
    }

    private Expr assigned(Expr read) {
      if (value.isEmpty()) {
        failed = true;
        return read;
      }
      return Simplifier.cast(value.get(), read.type());
    }
  }

  /**
   * A struct or an array is assigned: what was read from a member of the target is read from that
   * of the source.
   */
  private Set<Expr> beforeCopy(Expr condition, LValue target, Optional<Expr> value) {
    boolean[] failed = new boolean[1];
    Rewriter rewriter =
        new Rewriter(
            read -> {
              LValue place = ((Expr.Read) read).source();
              LValue moved =
                  value.isPresent() && value.get() instanceof Expr.Read source
                      ? place.moved(target, source.source())
                      : null;
              if (moved != null) {
                return Expr.Read.of(moved);
              }
              failed[0] |= mayBeInside(place, target);
              return read;
            });
    Expr rewritten = rewriter.rewrite(condition);
    return failed[0] ? Set.of() : Set.of(rewritten);
  }

  private boolean mayBeInside(LValue place, LValue object) {
    var root = Overlap.root(place);
    var rootOfObject = Overlap.root(object);
    if (root != null && rootOfObject != null) {
      return root == rootOfObject;
    }
    if ((root != null && !pointsTo.inMemory(root))
        || (rootOfObject != null && !pointsTo.inMemory(rootOfObject))) {
      return false;
    }
    Expr pointer = Expr.AddressOf.of(object, new PointerType(object.type(), addressBits));
    return !pointsTo.isAccessible(place)
        || pointsTo.reachable(pointer).contains(pointsTo.region(place));
  }
}

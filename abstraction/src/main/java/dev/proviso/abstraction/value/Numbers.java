// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pointers may hold a number that the program wrote down or calculated. It may be the address
 * of a device: nothing stays there.
 */
final class Numbers {
  private final PointsTo pointsTo;

  /** From variables and regions to those that get what they hold. */
  private final Map<Object, Set<Object>> copies = new LinkedHashMap<>();

  private final Map<LValue, Collection<Object>> holders = new HashMap<>();
  private final Set<Object> numbers = new HashSet<>();
  private final Deque<Object> work = new ArrayDeque<>();

  Numbers(PointsTo pointsTo) {
    this.pointsTo = pointsTo;
  }

  /** A place, or all parts of an object, get a value. */
  void add(LValue target, Expr value) {
    add(holders(target), value);
  }

  private void add(Collection<Object> targets, Expr value) {
    switch (value) {
      case Expr.IntConst e -> {
        if (e.value().signum() != 0) {
          number(targets);
        }
      }
      case Expr.FloatConst e -> number(targets);
      case Expr.Read e -> copy(holders(e.source()), targets);
      case Expr.AddressOf e -> {}
      case Expr.FunctionAddress e -> {}
      case Expr.Unary e -> number(targets);
      case Expr.Binary e -> {
        if (e.op() == BinaryOp.POINTER_ADD) {
          add(targets, e.left());
        } else {
          number(targets);
        }
      }
      case Expr.Cast e -> add(targets, e.operand());
      case Expr.Conditional e -> {
        add(targets, e.then());
        add(targets, e.otherwise());
      }
    }
  }

  void add(Statement.CopyMemory copy) {
    copy(
        List.copyOf(pointsTo.touched(copy.source(), copy.size())),
        List.copyOf(pointsTo.touched(copy.destination(), copy.size())));
  }

  private void copy(Collection<Object> from, Collection<Object> to) {
    for (Object source : from) {
      copies.computeIfAbsent(source, s -> new LinkedHashSet<>()).addAll(to);
      if (numbers.contains(source)) {
        number(to);
      }
    }
  }

  private void number(Collection<Object> targets) {
    targets.stream().filter(numbers::add).forEach(work::add);
    while (!work.isEmpty()) {
      for (Object next : copies.getOrDefault(work.remove(), Set.of())) {
        if (numbers.add(next)) {
          work.add(next);
        }
      }
    }
  }

  /** Whether a pointer may be one. */
  boolean has(LValue pointer) {
    return holders(pointer).stream().anyMatch(numbers::contains);
  }

  /** The variable that a place is a part of, or the regions that its parts are in. */
  private Collection<Object> holders(LValue place) {
    return holders.computeIfAbsent(place, this::find);
  }

  private Collection<Object> find(LValue place) {
    Variable root = FinitePlaces.root(place);
    if (root != null && !pointsTo.inMemory(root)) {
      return List.of(root);
    }
    Set<Region> regions = pointsTo.regions(place);
    return List.copyOf(regions);
  }
}

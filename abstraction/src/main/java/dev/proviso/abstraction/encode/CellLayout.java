// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How variables that are not in memory fall apart into cells: no access crosses the border of two
 * cells.
 */
final class CellLayout {
  /** First byte of each chunk to the byte behind it. */
  private final Map<Variable, TreeMap<Long, Long>> chunks = new HashMap<>();

  /**
   * The chunk of the variable that holds the bytes from {@code offset} on, as a cell of that
   * activation.
   */
  Cell cell(int activation, Variable variable, long offset) {
    TreeMap<Long, Long> parts = chunks.computeIfAbsent(variable, CellLayout::split);
    Map.Entry<Long, Long> part = parts.floorEntry(offset);
    if (part == null || part.getValue() <= offset) {
      throw new IllegalStateException("no cell of " + variable + " at byte " + offset);
    }
    return new Cell(
        activation, variable, part.getKey(), (int) (part.getValue() - part.getKey()) * 8);
  }

  /** All cells of a variable. */
  List<Cell> cells(int activation, Variable variable) {
    List<Cell> result = new ArrayList<>();
    chunks
        .computeIfAbsent(variable, CellLayout::split)
        .forEach(
            (from, to) -> result.add(new Cell(activation, variable, from, (int) (to - from) * 8)));
    return result;
  }

  private static TreeMap<Long, Long> split(Variable variable) {
    TreeMap<Long, Long> parts = new TreeMap<>();
    addScalars(variable.type(), 0, parts);
    return parts;
  }

  /** Adds the scalars of a type at an offset, joining those that overlap. */
  private static void addScalars(Type type, long offset, TreeMap<Long, Long> parts) {
    switch (type) {
      case ArrayType array -> {
        for (long i = 0; i < array.length(); i++) {
          addScalars(array.element(), offset + i * array.element().size(), parts);
        }
      }
      case CompositeType composite -> {
        for (Field field : composite.fields()) {
          addScalars(field.type(), offset + field.offset(), parts);
        }
      }
      default -> join(offset, offset + type.size(), parts);
    }
  }

  private static void join(long start, long end, TreeMap<Long, Long> parts) {
    long from = start;
    long to = end;
    Map.Entry<Long, Long> overlap = parts.lowerEntry(to);
    while (overlap != null && overlap.getValue() > from) {
      from = Math.min(from, overlap.getKey());
      to = Math.max(to, overlap.getValue());
      parts.remove(overlap.getKey());
      overlap = parts.lowerEntry(to);
    }
    parts.put(from, to);
  }

  /**
   * The bytes that a place in a variable is away from the variable's start; the path's indices are
   * constants.
   */
  static long offset(LValue place) {
    return switch (place) {
      case LValue.Var v -> 0;
      case LValue.Member m -> offset(m.base()) + m.field().offset();
      case LValue.Element e when e.index() instanceof Expr.IntConst index ->
          offset(e.base()) + index.value().longValueExact() * e.type().size();
      case LValue.Element e -> throw new IllegalStateException("not a constant index: " + e);
      case LValue.Deref d -> throw new IllegalStateException("not in a variable: " + d);
    };
  }
}

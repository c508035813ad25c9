// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.abstraction.predicate.Ranges.Range;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which values of a type are told apart: a partition into cells. Each constant that matters is a
 * cell of its own; of the rest see {@link Between}. Cells are numbered from 0. Compared by
 * identity: variables with the same domain object hold the same values in the same cells.
 */
public final class Domain {
  private final Type type;
  private final List<Ranges> cells;

  /** What becomes of the values that are none of the constants. */
  public enum Between {
    /** There are none: a variable of this domain never holds them. */
    NOTHING,
    /** Those between two constants are a cell. */
    EACH_GAP,
    /** They are one cell all together. */
    ALL_AS_ONE
  }

  private Domain(Type type, List<Ranges> cells) {
    this.type = type;
    this.cells = List.copyOf(cells);
  }

  /**
   * @param constants those that are no value of the type do not count
   */
  public static Domain of(Type type, SortedSet<BigInteger> constants, Between between) {
    Range all = Ranges.ofType(type).ranges().getFirst();
    List<Ranges> points = new ArrayList<>();
    List<Range> gaps = new ArrayList<>();
    BigInteger next = all.low();
    for (BigInteger c : new TreeSet<>(constants)) {
      if (all.has(c)) {
        if (next.compareTo(c) < 0) {
          gaps.add(new Range(next, c.subtract(BigInteger.ONE)));
        }
        points.add(Ranges.single(c));
        next = c.add(BigInteger.ONE);
      }
    }
    if (next.compareTo(all.high()) <= 0) {
      gaps.add(new Range(next, all.high()));
    }
    List<Ranges> cells = new ArrayList<>();
    switch (between) {
      case NOTHING -> {}
      case EACH_GAP -> gaps.forEach(g -> cells.add(new Ranges(List.of(g))));
      case ALL_AS_ONE -> {
        if (!gaps.isEmpty()) {
          cells.add(new Ranges(gaps));
        }
      }
    }
    cells.addAll(points);
    return new Domain(type, cells);
  }

  public Type type() {
    return type;
  }

  /** Whether there is such a cell, and it is one number. */
  public boolean isNumber(int cell) {
    if (cell >= cells.size() || cells.get(cell).ranges().size() != 1) {
      return false;
    }
    Ranges.Range range = cells.get(cell).ranges().getFirst();
    return range.low().equals(range.high());
  }

  public int size() {
    return cells.size();
  }

  /** The values of a cell. */
  public Ranges cell(int number) {
    return cells.get(number);
  }

  /** Whether each cell is one range: how it is to other numbers says how all of it is. */
  public boolean isOrdered() {
    return cells.stream().allMatch(c -> c.ranges().size() == 1);
  }

  /** How many bits it takes to number the cells. */
  public int bits() {
    return 32 - Integer.numberOfLeadingZeros(cells.size() - 1);
  }

  @Override
  public String toString() {
    return cells.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A set of integers as disjoint ranges, ascending, none next to another.
 *
 * @param ranges empty for the empty set
 */
public record Ranges(List<Range> ranges) {
  /** Sets of more ranges than this lose their gaps. */
  private static final int MOST = 64;

  /** All integers from {@code low} to {@code high}, both included. */
  public record Range(BigInteger low, BigInteger high) {
    boolean has(BigInteger value) {
      return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    boolean meets(Range other) {
      return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }
  }

  /** How two integers become one. */
  public interface Operation {
    BigInteger apply(BigInteger left, BigInteger right);
  }

  public Ranges {
    ranges = List.copyOf(ranges);
  }

  public static Ranges of(BigInteger low, BigInteger high) {
    return new Ranges(List.of(new Range(low, high)));
  }

  public static Ranges single(BigInteger value) {
    return of(value, value);
  }

  /** The values that an object of an integer or pointer type may hold. */
  public static Ranges ofType(Type type) {
    return switch (type) {
      case IntType t when t.isBool() -> of(BigInteger.ZERO, BigInteger.ONE);
      case IntType t -> of(t.min(), t.max());
      case PointerType t ->
          of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(t.bits()).subtract(BigInteger.ONE));
      default -> throw new IllegalArgumentException("no integers: " + type);
    };
  }

  /** The union of ranges in any order, which may meet. */
  static Ranges union(List<Range> parts) {
    List<Range> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparing(Range::low));
    List<Range> result = new ArrayList<>();
    for (Range part : sorted) {
      Range last = result.isEmpty() ? null : result.getLast();
      if (last != null && part.low().compareTo(last.high().add(BigInteger.ONE)) <= 0) {
        result.removeLast();
        result.add(new Range(last.low(), last.high().max(part.high())));
      } else {
        result.add(part);
      }
    }
    return result.size() <= MOST
        ? new Ranges(result)
        : of(result.getFirst().low(), result.getLast().high());
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The only element, if there is one and no more. */
  public Optional<BigInteger> only() {
    return ranges.size() == 1 && ranges.getFirst().low().equals(ranges.getFirst().high())
        ? Optional.of(ranges.getFirst().low())
        : Optional.empty();
  }

  public boolean has(BigInteger value) {
    return ranges.stream().anyMatch(r -> r.has(value));
  }

  public boolean meets(Ranges other) {
    return ranges.stream().anyMatch(a -> other.ranges.stream().anyMatch(a::meets));
  }

  public BigInteger least() {
    return ranges.getFirst().low();
  }

  public BigInteger greatest() {
    return ranges.getLast().high();
  }

  /** Both together. */
  public Ranges or(Ranges other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return union(all);
  }

  /** What the elements become when they are stored in an object of that type. */
  public Ranges wrappedTo(Type type) {
    if (type instanceof IntType t && t.isBool()) {
      return truth(!only().equals(Optional.of(BigInteger.ZERO)), has(BigInteger.ZERO));
    }
    Range all = ofType(type).ranges.getFirst();
    BigInteger modulus = all.high().subtract(all.low()).add(BigInteger.ONE);
    List<Range> result = new ArrayList<>();
    for (Range r : ranges) {
      if (r.high().subtract(r.low()).compareTo(modulus) >= 0) {
        return ofType(type);
      }
      BigInteger low = r.low().subtract(all.low()).mod(modulus).add(all.low());
      BigInteger high = r.high().subtract(all.low()).mod(modulus).add(all.low());
      if (low.compareTo(high) <= 0) {
        result.add(new Range(low, high));
      } else {
        result.add(new Range(all.low(), high));
        result.add(new Range(low, all.high()));
      }
    }
    return union(result);
  }

  /** The truth values that are possible, as numbers. */
  public static Ranges truth(boolean canBeTrue, boolean canBeFalse) {
    if (!canBeTrue && !canBeFalse) {
      return new Ranges(List.of());
    }
    return of(
        canBeFalse ? BigInteger.ZERO : BigInteger.ONE,
        canBeTrue ? BigInteger.ONE : BigInteger.ZERO);
  }

  /**
   * The results of an operation that is monotone in each operand, or antitone: extreme operands
   * give extreme results.
   */
  public Ranges monotone(Ranges other, Operation operation) {
    List<Range> result = new ArrayList<>();
    for (Range a : ranges) {
      for (Range b : other.ranges) {
        List<BigInteger> corners =
            List.of(
                operation.apply(a.low(), b.low()),
                operation.apply(a.low(), b.high()),
                operation.apply(a.high(), b.low()),
                operation.apply(a.high(), b.high()));
        result.add(
            new Range(
                corners.stream().min(Comparator.naturalOrder()).orElseThrow(),
                corners.stream().max(Comparator.naturalOrder()).orElseThrow()));
      }
    }
    return union(result);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (Range r : ranges) {
      out.append(out.length() > 1 ? ", " : "").append(r.low());
      out.append(r.low().equals(r.high()) ? "" : ".." + r.high());
    }
    return out.append('}').toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.encode.Execution.Alive;
import dev.proviso.abstraction.encode.Execution.Similarity;
import dev.proviso.abstraction.slice.Influence;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for what is known in a state and matters. Allocated objects are told apart by how they
 * are reached, not by their addresses, which are new each time; those that are not reached do not
 * count (heap symmetry: Iosif, ASE 2001).
 */
final class Fingerprint {
  private static final int MAX_NUMBER = 16;
  private static final long UNKNOWN = 1;
  private static final long LARGE = 2;
  private static final long ALLOCATED = 3;
  private static final long EXTERNAL = 4;

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::region).thenComparing(Place::offset);

  private final AddressSpace addresses;
  private final Influence influence;
  private final SymbolicState state;

  /** What is known to be in each object that was allocated, in the order of regions and offsets. */
  private final Map<BigInteger, TreeMap<Place, Term>> objects = new HashMap<>();

  /** The objects that are reached, numbered in the order of that. */
  private final SequencedMap<BigInteger, Integer> numbers = new LinkedHashMap<>();

  /** The unknown addresses of external objects, numbered in the order in which they are met. */
  private final Map<Term, Integer> externals = new HashMap<>();

  private final Deque<BigInteger> open = new ArrayDeque<>();

  /** Of each object, where the pointers to it are that are not on the stack. */
  private final Map<BigInteger, Long> holders = new HashMap<>();

  private final List<Item> items = new ArrayList<>();

  private record Place(int region, BigInteger offset) {}

  /**
   * A value that is known.
   *
   * @param object the allocated object that it is in, null if it is in none
   */
  private record Item(@Nullable BigInteger object, long place, Term value) {}

  Fingerprint(AddressSpace addresses, Influence influence, SymbolicState state) {
    this.addresses = addresses;
    this.influence = influence;
    this.state = state;
  }

  /**
   * @param stack the activations that run, the first one first
   */
  Similarity of(List<Alive> stack) {
    TreeMap<Place, Term> statics = new TreeMap<>(ORDER);
    for (Region region : state.changedRegions()) {
      if (influence.has(region)) {
        collect(region, statics, stack);
      }
    }
    TreeMap<Long, Term> globals = new TreeMap<>();
    TreeMap<Long, Term> locals = new TreeMap<>();
    for (Cell cell : state.changedCells()) {
      if (influence.has(cell.variable())) {
        long name = mix(cell.variable().id().hashCode(), cell.offset());
        if (cell.activation() == Cell.STATIC) {
          globals.put(name, state.get(cell));
        } else {
          int depth = depth(cell, stack);
          if (depth >= 0) {
            locals.put(mix(depth, name), state.get(cell));
          }
        }
      }
    }
    globals.forEach((place, value) -> addHolder(null, place, value));
    statics.forEach(
        (place, value) -> addHolder(null, mix(place.region(), place.offset().hashCode()), value));
    locals.forEach((place, value) -> add(null, place, value));
    while (!open.isEmpty()) {
      BigInteger object = open.remove();
      objects
          .getOrDefault(object, new TreeMap<>(ORDER))
          .forEach(
              (place, value) ->
                  addHolder(object, mix(place.region(), place.offset().hashCode()), value));
    }
    return new Similarity(closely(), singly());
  }

  /** Which activation of the stack a cell is in and may be read again; -1 if none. */
  private static int depth(Cell cell, List<Alive> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).frame().id() == cell.activation()) {
        return stack.get(i).variables().contains(cell.variable()) ? i : -1;
      }
    }
    return -1;
  }

  private void collect(Region region, TreeMap<Place, Term> statics, List<Alive> stack) {
    for (Map.Entry<Term, Term> e : state.get(region).known().entrySet()) {
      BigInteger address = e.getKey().constant();
      if (address == null) {
        add(null, region.id(), e.getValue());
      } else if (isAllocated(address)) {
        BigInteger[] place = address.divideAndRemainder(addresses.spacing());
        objects
            .computeIfAbsent(place[0], o -> new TreeMap<>(ORDER))
            .put(new Place(region.id(), place[1]), e.getValue());
      } else if (address.compareTo(addresses.firstLocal()) < 0
          || stack.stream().anyMatch(a -> addresses.isIn(address, a.variables()))) {
        statics.put(new Place(region.id(), address), e.getValue());
      }
    }
  }

  /** As {@link #add}, of what is not on the stack. */
  private void addHolder(@Nullable BigInteger object, long place, Term value) {
    add(object, place, value);
    BigInteger number = state.simplified(value).constant();
    if (number != null && isAllocated(number)) {
      holders.merge(number.divide(addresses.spacing()), place, Long::sum);
    }
  }

  private void add(@Nullable BigInteger object, long place, Term value) {
    Term simple = state.simplified(value);
    items.add(new Item(object, place, simple));
    BigInteger number = simple.constant();
    if (number == null && Formula.isExternalPointer(simple)) {
      externals.putIfAbsent(simple, externals.size());
    }
    if (number != null && isAllocated(number)) {
      BigInteger pointee = number.divide(addresses.spacing());
      if (numbers.putIfAbsent(pointee, numbers.size()) == null) {
        open.add(pointee);
      }
    }
  }

  private boolean isAllocated(BigInteger number) {
    return number.compareTo(addresses.firstAllocation()) >= 0
        && number.compareTo(addresses.firstExternal()) < 0;
  }

  /** Objects have their numbers, all else is what it is. */
  private long closely() {
    ToLongFunction<BigInteger> name = o -> numbers.getOrDefault(o, 0);
    return items.stream().mapToLong(i -> mix(name(i, name), exactly(i.value(), name))).sum();
  }

  private long exactly(Term value, ToLongFunction<BigInteger> objectName) {
    BigInteger number = value.constant();
    if (number == null) {
      Integer external = externals.get(value);
      return external != null ? mix(EXTERNAL, external) : value.hashCode();
    }
    return isAllocated(number) ? about(value, objectName) : mix(LARGE, number.hashCode());
  }

  /**
   * Each value by itself. Objects are what static variables point to them; large numbers are all
   * alike, and so are unknown ones.
   */
  private long[] singly() {
    ToLongFunction<BigInteger> name = o -> holders.getOrDefault(o, 0L);
    return items.stream()
        .mapToLong(i -> mix(name(i, name), about(i.value(), name)))
        .distinct()
        .toArray();
  }

  private static long name(Item item, ToLongFunction<BigInteger> objectName) {
    BigInteger object = item.object();
    return object == null ? item.place() : mix(item.place(), objectName.applyAsLong(object));
  }

  private long about(Term value, ToLongFunction<BigInteger> objectName) {
    BigInteger number = value.constant();
    if (number == null) {
      return UNKNOWN;
    }
    if (isAllocated(number)) {
      BigInteger[] place = number.divideAndRemainder(addresses.spacing());
      return mix(ALLOCATED, objectName.applyAsLong(place[0]), place[1].hashCode());
    }
    if (number.compareTo(addresses.firstExternal()) >= 0) {
      return EXTERNAL;
    }
    boolean isAddress = number.compareTo(addresses.firstFunction()) >= 0;
    return isAddress || number.bitLength() <= 32 && Math.abs(number.intValue()) <= MAX_NUMBER
        ? mix(number.hashCode())
        : LARGE;
  }

  private static long mix(long... parts) {
    long hash = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      hash = (hash ^ part) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}

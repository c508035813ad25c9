// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a region holds: initial cells, and what was written since. A read looks through the writes:
 * where addresses can be told apart by their distance, none of it reaches the formula; where they
 * cannot, it becomes a choice. So formulas are of bit-vectors alone, which the solver is best at.
 * Immutable but for what it remembers; states share it.
 */
final class Contents {
  /** Merging more writes than this one by one is no longer cheaper than asking both sides. */
  private static final int MAX_MERGED = 64;

  private final @Nullable Contents before;
  private final int depth;
  private final Change change;
  private final Map<Term, Term> reads = new HashMap<>();

  private sealed interface Change {}

  /** The cells at the start. */
  private record Start(InitialCells cells) implements Change {}

  private record Write(Term address, Term value) implements Change {}

  /** From here on, the cells from one address up to another hold other values. */
  private record Range(Term from, Term to, UnaryOperator<Term> values) implements Change {}

  /** Where several ways meet: those of the first whose condition is true, else of the last. */
  private record Merge(List<Contents> all, List<Term> conditions) implements Change {}

  private Contents(@Nullable Contents before, Change change) {
    this.before = before;
    this.depth = before == null ? 0 : before.depth + 1;
    this.change = change;
  }

  static Contents of(InitialCells cells) {
    return new Contents(null, new Start(cells));
  }

  Contents write(Term address, Term value) {
    return new Contents(this, new Write(address, value));
  }

  /**
   * Sets the cells from one address up to another.
   *
   * @param values what the cell at an address holds then
   */
  Contents range(Term from, Term to, UnaryOperator<Term> values) {
    return new Contents(this, new Range(from, to, values));
  }

  private Contents previous() {
    if (before == null) {
      throw new IllegalStateException("nothing comes before the start");
    }
    return before;
  }

  /** A write that the read address may or may not meet. */
  private record Chance(Term condition, Term value) {}

  /** What the cell at an address holds. */
  Term read(Term address, Terms terms) {
    Term known = reads.get(address);
    if (known != null) {
      return known;
    }
    // Iterative along the writes: chains are long.
    List<Chance> chances = new ArrayList<>();
    Contents here = this;
    Term value = here.look(address, terms, chances);
    while (value == null) {
      here = here.previous();
      value = here.reads.get(address);
      if (value == null) {
        value = here.look(address, terms, chances);
      }
    }
    for (Chance chance : chances.reversed()) {
      value = terms.ite(chance.condition(), chance.value(), value);
    }
    reads.put(address, value);
    return value;
  }

  /** The value if this change settles it; else it adds its chance to have settled it. */
  private @Nullable Term look(Term address, Terms terms, List<Chance> chances) {
    return switch (change) {
      case Start s -> s.cells().read(address);
      case Merge m -> {
        List<Term> values = m.all().stream().map(c -> c.read(address, terms)).toList();
        Term value = choose(values, m.conditions(), terms);
        reads.put(address, value);
        yield value;
      }
      case Write w -> chance(new Chance(terms.equal(address, w.address()), w.value()), chances);
      case Range r -> {
        Term inside = terms.inRange(address, r.from(), r.to());
        yield inside.isFalse()
            ? null
            : chance(new Chance(inside, r.values().apply(address)), chances);
      }
    };
  }

  private static @Nullable Term chance(Chance chance, List<Chance> chances) {
    if (chance.condition().isTrue()) {
      return chance.value();
    }
    if (!chance.condition().isFalse()) {
      chances.add(chance);
    }
    return null;
  }

  /** The addresses written since {@code ancestor}; null if more than those were changed. */
  private @Nullable Set<Term> writtenSince(Contents ancestor) {
    Set<Term> addresses = new LinkedHashSet<>();
    for (Contents here = this; here != ancestor; here = here.previous()) {
      if (!(here.change instanceof Write w)) {
        return null;
      }
      addresses.add(w.address());
    }
    return addresses;
  }

  private static @Nullable Contents commonAncestor(List<Contents> all) {
    Contents ancestor = all.getFirst();
    for (Contents other : all) {
      Contents a = ancestor;
      Contents b = other;
      while (a != b) {
        boolean stepA = a.depth >= b.depth;
        if ((stepA ? a : b).before == null) {
          return null;
        }
        if (stepA) {
          a = a.previous();
        } else {
          b = b.previous();
        }
      }
      ancestor = a;
    }
    return ancestor;
  }

  /** The last values written, by address; those to addresses that depend are among them. */
  Map<Term, Term> known() {
    Map<Term, Term> result = new LinkedHashMap<>();
    for (Contents here = this; here != null; here = here.before) {
      if (here.change instanceof Write w) {
        result.putIfAbsent(w.address(), w.value());
      }
    }
    return result;
  }

  /** Reads a cell of contents. */
  interface Reader {
    Term read(Contents contents, Term address);
  }

  /**
   * What is held where several ways meet: the first whose condition is true, else the last.
   *
   * @param conditions one for each of {@code all}
   */
  static Contents merge(List<Contents> all, List<Term> conditions, Terms terms, Reader reader) {
    @Nullable Contents ancestor = commonAncestor(all);
    Set<Term> addresses = new LinkedHashSet<>();
    for (Contents contents : all) {
      @Nullable Set<Term> written = ancestor == null ? null : contents.writtenSince(ancestor);
      if (ancestor == null || written == null || addresses.size() + written.size() > MAX_MERGED) {
        return new Contents(ancestor, new Merge(List.copyOf(all), List.copyOf(conditions)));
      }
      addresses.addAll(written);
    }
    Contents merged = Objects.requireNonNull(ancestor, "no state meets another");
    for (Term address : addresses) {
      List<Term> values = all.stream().map(c -> reader.read(c, address)).toList();
      merged = merged.write(address, choose(values, conditions, terms));
    }
    return merged;
  }

  static Term choose(List<Term> values, List<Term> conditions, Terms terms) {
    Term value = values.getLast();
    for (int i = values.size() - 2; i >= 0; i--) {
      value = terms.ite(conditions.get(i), values.get(i), value);
    }
    return value;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a region holds: an array that the formula starts with, and what was written since. Reads
 * look through writes to other addresses and find the last one to their own wherever addresses can
 * be told apart by their distance; only where they cannot, the solver's arrays have to decide.
 * Immutable; states share it.
 */
final class Contents {
  /**
   * Merging more writes than this one by one is no longer cheaper than leaving the choice to the
   * solver.
   */
  private static final int MAX_MERGED = 64;

  private final @Nullable Contents before;
  private final int depth;
  private final Change change;
  private @Nullable Term array;

  private sealed interface Change {}

  /** The array at the start. */
  private record Start(Term array) implements Change {}

  private record Write(Term address, Term value) implements Change {}

  /** From here on, the cells from one address up to another are zero. */
  private record Zero(Term from, Term to) implements Change {}

  private Contents(@Nullable Contents before, Change change) {
    this.before = before;
    this.depth = before == null ? 0 : before.depth + 1;
    this.change = change;
  }

  static Contents of(Term array) {
    return new Contents(null, new Start(array));
  }

  Contents write(Term address, Term value) {
    return new Contents(this, new Write(address, value));
  }

  /** The same with zeros there; the caller adds the facts that tell the solver. */
  Contents zero(Term from, Term to) {
    return new Contents(this, new Zero(from, to));
  }

  private Contents previous() {
    if (before == null) {
      throw new IllegalStateException("nothing comes before the start");
    }
    return before;
  }

  /**
   * The value at an address if it can be told without arrays; otherwise what is left to look in.
   */
  sealed interface Found {
    record Value(Term value) implements Found {}

    record Ask(Contents contents) implements Found {}
  }

  Found find(Term address, Terms terms, int cellBits) {
    Contents here = this;
    while (true) {
      switch (here.change) {
        case Start s -> {
          return new Found.Ask(here);
        }
        case Write w -> {
          BigInteger distance = address.distanceFrom(w.address());
          if (distance == null) {
            return new Found.Ask(here);
          }
          if (distance.signum() == 0) {
            return new Found.Value(w.value());
          }
        }
        case Zero z -> {
          BigInteger distance = address.distanceFrom(z.from());
          BigInteger length = z.to().distanceFrom(z.from());
          if (distance == null || length == null) {
            return new Found.Ask(here);
          }
          if (distance.compareTo(length) < 0) {
            return new Found.Value(terms.number(0, cellBits));
          }
        }
      }
      here = here.previous();
    }
  }

  /** All of it as one array. */
  Term array(Terms terms) {
    // Iterative: chains are long.
    List<Contents> pending = new ArrayList<>();
    Contents here = this;
    while (here.array == null) {
      pending.add(here);
      if (here.change instanceof Start) {
        break;
      }
      here = here.previous();
    }
    for (Contents next : pending.reversed()) {
      next.array =
          switch (next.change) {
            case Start s -> s.array();
            case Write w -> terms.store(next.previous().array(terms), w.address(), w.value());
            case Zero z -> next.previous().array(terms);
          };
    }
    if (array == null) {
      throw new IllegalStateException("no array was made");
    }
    return array;
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
        if ((stepA ? a : b).change instanceof Start) {
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
      if (written == null || addresses.size() + written.size() > MAX_MERGED) {
        return of(choose(all.stream().map(c -> c.array(terms)).toList(), conditions, terms));
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

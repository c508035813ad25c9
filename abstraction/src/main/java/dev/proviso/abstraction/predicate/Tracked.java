// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import java.util.ArrayList;
import java.util.List;

/**
 * What is tracked at one place.
 *
 * @param finite variables, of which is known in which cell their values are
 * @param single predicates
 */
public record Tracked(List<FiniteVariable> finite, List<Predicate> single) {
  /** Nothing. */
  public static final Tracked NOTHING = new Tracked(List.of(), List.of());

  public Tracked {
    finite = List.copyOf(finite);
    single = List.copyOf(single);
  }

  /** The same without the finite-valued variables. */
  public Tracked singleOnly() {
    return new Tracked(List.of(), single);
  }

  /** The bits of the finite-valued variables, then the single predicates. */
  public List<Predicate> all() {
    List<Predicate> result = new ArrayList<>();
    finite.forEach(v -> result.addAll(v.bits()));
    result.addAll(single);
    return result;
  }
}

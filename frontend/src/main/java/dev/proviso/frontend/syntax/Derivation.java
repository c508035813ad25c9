// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step from a type to a type built on it. */
public sealed interface Derivation {

  /** A pointer to it, which is itself qualified so. */
  record Pointer(Set<Qualifier> qualifiers) implements Derivation {
    public Pointer {
      qualifiers = OrderedSets.copy(qualifiers);
    }
  }

  /**
   * An array of it.
   *
   * @param size null for {@code []} and {@code [*]}
   * @param qualifiers of the pointer that a parameter {@code a[const 3]} becomes
   * @param variable whether the size is {@code [*]}
   */
  record Array(@Nullable Expression size, Set<Qualifier> qualifiers, boolean variable)
      implements Derivation {
    public Array {
      qualifiers = OrderedSets.copy(qualifiers);
    }
  }

  /**
   * A function that returns it.
   *
   * @param parameters empty for {@code (void)}. Of an old-style definition: with the types that its
   *     declarations state, {@code int} where there is none
   * @param prototyped false for {@code ()} and for old-style definitions
   */
  record Function(List<Parameter> parameters, boolean variadic, boolean prototyped)
      implements Derivation {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }
}

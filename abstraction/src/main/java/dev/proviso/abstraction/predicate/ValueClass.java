// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import java.util.List;

/**
 * Variables that get each other's values or are compared with one another, and so are tracked
 * together or not at all. Compared by identity.
 *
 * @param variables in a deterministic order
 * @param closed whether, once they are set, they hold nothing but the constants of their domains
 */
public record ValueClass(List<FiniteVariable> variables, boolean closed) {
  public ValueClass {
    variables = List.copyOf(variables);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return variables.toString();
  }
}

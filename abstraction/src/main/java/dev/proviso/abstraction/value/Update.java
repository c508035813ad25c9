// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.frontend.program.Expr;

/** What becomes of a finite-valued variable. */
sealed interface Update {
  FiniteVariable variable();

  /**
   * It gets a value.
   *
   * @param value as it is before
   */
  record Gets(FiniteVariable variable, Expr value) implements Update {}

  /** It gets a value, or stays what it is. */
  record MayGet(FiniteVariable variable, Expr value) implements Update {}

  /** It may hold anything. */
  record Loses(FiniteVariable variable) implements Update {}
}

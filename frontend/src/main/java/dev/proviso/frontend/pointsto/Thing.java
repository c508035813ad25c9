// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Type;
import java.util.Set;

/** What an abstract object stands for. */
sealed interface Thing {
  /** All activations of a variable. */
  record Of(Variable variable) implements Thing {}

  /** All string literals of one sort. */
  record Literals(Set<Variable> variables) implements Thing {}

  /** All that one allocation makes. */
  record Allocated(String text, boolean zeroed) implements Thing {}

  /** All external objects that pointers to that type are given. */
  record External(Type type) implements Thing {}

  /** A procedure's code. */
  record Function(String procedure) implements Thing {}

  /** What stands where a pointer points to that is no address: no object of the program. */
  record Nobody() implements Thing {}

  /** What a parameter, a result or a bulk access goes through. */
  record Internal() implements Thing {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.VoidType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all relations of one program are made with.
 *
 * @param arranged the procedures whose variables have their places in the order of BDD variables
 */
record FiniteContext(
    Blocks blocks,
    ProgramVariables results,
    ConstantAddresses addresses,
    ValueClasses classes,
    Stores stores,
    Bdds bdds,
    StateVariables variables,
    Set<String> arranged) {

  Program program() {
    return blocks.program();
  }

  Procedure procedure(String name) {
    Procedure found = program().procedures().get(name);
    if (found == null) {
      throw new IllegalArgumentException("no procedure " + name);
    }
    return found;
  }

  /** What a call of a procedure gives its target; null for anything. */
  @Nullable Expr returned(String procedure, LValue target) {
    return procedure(procedure).type().result() instanceof VoidType
        ? null
        : Arguments.converted(Expr.Read.of(LValue.Var.of(results.result(procedure))), target);
  }

  private Cfg cfg(String name) {
    if (procedure(name).body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(name + " has no control flow");
  }

  Location entry(String name) {
    return cfg(name).entry();
  }

  Location exit(String name) {
    return cfg(name).exit();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import java.util.List;

/** What globals hold when a program starts. */
final class InitialValues {
  private final Machine machine;
  private final ExpressionCompiler expressions;
  private final StatementCompiler statements;

  InitialValues(Machine machine) {
    this.machine = machine;
    this.expressions = new ExpressionCompiler(machine);
    this.statements = new StatementCompiler(machine, expressions);
  }

  void store(List<Program.Initialiser> initialisers) {
    Frame frame = machine.begin();
    machine.frame = frame;
    for (Program.Initialiser initialiser : initialisers) {
      if (!isUnit(initialiser)) {
        statements.assign(initialiser.target(), initialiser.value(), 0).run(frame);
      }
    }
    machine.frame = null;
  }

  /** Elements of arrays of integers, strings before all, need no code. */
  private boolean isUnit(Program.Initialiser initialiser) {
    if (initialiser.target() instanceof LValue.Element e
        && e.base() instanceof LValue.Var v
        && e.index() instanceof IntConst index
        && initialiser.value() instanceof IntConst value
        && Forms.of(e.type()) == Forms.WORD) {
      int size = (int) e.type().size();
      Cells.poke(
          machine.global(v.variable()),
          index.value().longValue() * size,
          size,
          value.value().longValue());
      return true;
    }
    return false;
  }
}

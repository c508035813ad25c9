// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import java.util.IdentityHashMap;
import java.util.Map;

/** How large the objects of globals are: initialisers may go into a flexible array member. */
final class Sizes {
  private final Map<Variable, Long> ends = new IdentityHashMap<>();

  Sizes(Program program) {
    for (Program.Initialiser initialiser : program.initialisers()) {
      LValue target = initialiser.target();
      long end = offset(target) + target.type().size();
      ends.merge(target.variables().iterator().next(), end, Math::max);
    }
  }

  int of(Variable variable) {
    long declared = variable.type().size();
    long size =
        variable.type() instanceof CompositeType
            ? Math.max(declared, ends.getOrDefault(variable, 0L))
            : declared;
    if (size > Integer.MAX_VALUE - 8) {
      throw new Stop(
          Finding.Kind.STOPPED,
          "`" + variable.name() + "` is too large: " + size + " bytes",
          ExitCodes.LIMIT);
    }
    return (int) size;
  }

  private static long offset(LValue path) {
    return switch (path) {
      case LValue.Var v -> 0;
      case LValue.Deref d -> 0;
      case LValue.Member m -> offset(m.base()) + m.field().offset();
      case LValue.Element e ->
          offset(e.base())
              + (e.index() instanceof IntConst c ? c.value().longValue() * e.type().size() : 0);
    };
  }
}

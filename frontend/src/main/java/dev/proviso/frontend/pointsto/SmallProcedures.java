// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which procedures are looked at for each call on its own: small ones such as list operations and
 * allocators, which otherwise would mix what unlike callers hand them.
 */
final class SmallProcedures {
  private static final int MOST_EDGES = 24;
  private static final int MOST_DEPTH = 3;
  private static final int MOST_CLONES = 4000;

  private final Program program;
  private final World world;
  private final Map<Procedure, Boolean> known = new IdentityHashMap<>();
  private final Map<String, Set<Variable>> variables = new HashMap<>();
  private int clones;

  SmallProcedures(Program program, World world) {
    this.program = program;
    this.world = world;
  }

  /**
   * @param depth how many procedures around the call are looked at in such a way
   */
  boolean mayClone(Procedure procedure, int depth) {
    return depth < MOST_DEPTH
        && clones < MOST_CLONES
        && known.computeIfAbsent(procedure, this::isSmall)
        && ++clones > 0;
  }

  Set<Variable> variables(Procedure procedure) {
    return variables.computeIfAbsent(
        procedure.name(),
        n -> {
          Set<Variable> own = Collections.newSetFromMap(new IdentityHashMap<>());
          own.addAll(procedure.formals());
          own.addAll(procedure.locals());
          return own;
        });
  }

  private boolean isSmall(Procedure procedure) {
    if (!(procedure.body() instanceof Procedure.Body.Defined body)
        || procedure.type().variadic()
        || body.cfg().edges().size() > MOST_EDGES) {
      return false;
    }
    List<Variable> own = new ArrayList<>(procedure.formals());
    own.addAll(procedure.locals());
    return own.stream().allMatch(v -> v.type().isScalar() && !world.inMemory(v))
        && body.cfg().edges().stream().allMatch(e -> isSimple(e.statement(), procedure));
  }

  private boolean isSimple(Statement statement, Procedure procedure) {
    return switch (statement) {
      case Statement.Call c ->
          c.callee() instanceof Callee.Direct d
              && !d.procedure().equals(procedure.name())
              && program.procedures().get(d.procedure()) instanceof Procedure p
              && p.isDefined();
      case Statement.CopyMemory c -> false;
      case Statement.FillMemory f -> false;
      case Statement.Scramble s -> false;
      default -> true;
    };
  }
}

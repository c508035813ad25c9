// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which procedures may run, without knowing where pointers point: those that are called or whose
 * address is taken.
 */
final class Reachable {
  private final Program program;
  private final Set<String> found = new LinkedHashSet<>();
  private final Deque<String> work = new ArrayDeque<>();

  private Reachable(Program program) {
    this.program = program;
  }

  static Set<String> in(Program program) {
    Reachable search = new Reachable(program);
    search.reach(program.entry());
    Addresses.inInitialisers(program).functions().forEach(search::reach);
    search.run();
    return search.found;
  }

  private void run() {
    while (!work.isEmpty()) {
      @Nullable Procedure procedure = program.procedures().get(work.remove());
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(this::reachCallee);
        Addresses.in(procedure).functions().forEach(this::reach);
      }
    }
  }

  private void reachCallee(Edge edge) {
    if (edge.statement() instanceof Call call && call.callee() instanceof Callee.Direct callee) {
      reach(callee.procedure());
    }
  }

  private void reach(String procedure) {
    if (found.add(procedure)) {
      work.add(procedure);
    }
  }
}

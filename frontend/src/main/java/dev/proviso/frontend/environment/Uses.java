// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functions the program may call: called by name, or with their address taken, in procedures
 * so found.
 */
final class Uses {
  private final Program program;
  private final Deque<String> work = new ArrayDeque<>();

  /** The place of each function's first use. */
  final Map<String, SourceRange> first = new LinkedHashMap<>();

  final Set<String> addressTaken = new LinkedHashSet<>();

  private SourceRange place = SourceRange.NONE;
  private final Operands operands = new Operands(this::see, l -> {});

  private Uses(Program program) {
    this.program = program;
  }

  static Uses of(Program program) {
    Uses uses = new Uses(program);
    uses.collect();
    return uses;
  }

  private void collect() {
    if (program.procedures().containsKey(program.entry())) {
      use(program.entry());
    } else {
      List.copyOf(program.procedures().keySet()).forEach(this::use);
    }
    for (Program.Initialiser initialiser : program.initialisers()) {
      operands.visit(initialiser.value());
    }
    while (!work.isEmpty()) {
      Procedure procedure = program.procedures().get(work.poll());
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(this::visit);
      }
    }
  }

  private void visit(Edge edge) {
    place = edge.origin().range();
    operands.visit(edge.statement());
    if (edge.statement() instanceof Statement.Call call) {
      switch (call.callee()) {
        case Callee.Direct direct -> use(direct.procedure());
        case Callee.Indirect i -> {}
      }
    }
  }

  private void see(Expr expr) {
    if (expr instanceof Expr.FunctionAddress address) {
      addressTaken.add(address.procedure());
      use(address.procedure());
    }
  }

  private void use(String name) {
    if (first.putIfAbsent(name, place) == null) {
      work.add(name);
    }
  }
}

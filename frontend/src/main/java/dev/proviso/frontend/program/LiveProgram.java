// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.program.Statement.Callee;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What of a program can run, told without knowing where pointers point: the procedures that are
 * called or have their address taken, from the entry on, and the globals that they use. Analyses
 * need not look at the rest, and it cannot blur what they find.
 */
public final class LiveProgram {
  private final Program program;
  private final Set<String> procedures = new LinkedHashSet<>();
  private final Set<Variable> globals = new LinkedHashSet<>();
  private final Deque<String> work = new ArrayDeque<>();
  private final Operands operands = new Operands(this::expr, this::object);
  private final SequencedMap<Variable, List<Program.Initialiser>> initialisers =
      new LinkedHashMap<>();

  private LiveProgram(Program program) {
    this.program = program;
    for (Program.Initialiser initialiser : program.initialisers()) {
      for (Variable variable : initialiser.target().variables()) {
        initialisers.computeIfAbsent(variable, v -> new ArrayList<>()).add(initialiser);
      }
    }
  }

  /** The program without what cannot run. */
  public static Program of(Program program) {
    LiveProgram live = new LiveProgram(program);
    live.reach(program.entry());
    while (!live.work.isEmpty()) {
      live.visit(live.work.remove());
    }
    return live.rest();
  }

  private void reach(String procedure) {
    if (procedures.add(procedure)) {
      work.add(procedure);
    }
  }

  private void visit(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
      for (Edge edge : body.cfg().edges()) {
        operands.visit(edge.statement());
        if (edge.statement() instanceof Statement.Call call
            && call.callee() instanceof Callee.Direct direct) {
          reach(direct.procedure());
        }
      }
    }
  }

  private void expr(Expr expr) {
    if (expr instanceof Expr.FunctionAddress f) {
      reach(f.procedure());
    }
    expr.variables().forEach(this::use);
  }

  private void object(LValue object) {
    object.variables().forEach(this::use);
  }

  private void use(Variable variable) {
    if (variable.isGlobal() && globals.add(variable)) {
      initialisers.getOrDefault(variable, List.of()).forEach(i -> operands.visit(i.value()));
    }
  }

  private Program rest() {
    SequencedMap<String, Procedure> kept = new LinkedHashMap<>();
    program
        .procedures()
        .forEach(
            (name, procedure) -> {
              if (procedures.contains(name)) {
                kept.put(name, procedure);
              }
            });
    return new Program(
        program.target(),
        program.globals().stream().filter(globals::contains).toList(),
        program.initialisers().stream()
            .filter(i -> globals.containsAll(i.target().variables()))
            .toList(),
        kept,
        program.entry(),
        program.messages());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a control-flow graph into an array of steps, one for each location. */
final class ProcedureCompiler {
  private final Machine machine;
  private final Procedure procedure;
  private final Cfg cfg;
  private final Storage storage;
  private final Assigned assigned;
  private final ExpressionCompiler expressions;
  private final StatementCompiler statements;
  private final Map<Location, Integer> numbers = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  ProcedureCompiler(Machine machine, Procedure procedure, Cfg cfg) {
    this.machine = machine;
    this.procedure = procedure;
    this.cfg = cfg;
    this.storage = new Storage(procedure, cfg);
    this.assigned = new Assigned(procedure, cfg, storage);
    this.expressions = new ExpressionCompiler(machine, storage, assigned);
    this.statements = new StatementCompiler(machine, expressions);
  }

  Code compile() {
    for (Location location : cfg.locations()) {
      numbers.put(location, numbers.size());
      steps.add(f -> Machine.SWITCH);
      origins.add(procedure.origin());
    }
    for (Location location : cfg.locations()) {
      int number = number(location);
      List<Edge> edges = cfg.outgoing(location);
      if (!edges.isEmpty()) {
        origins.set(number, edges.getFirst().origin());
      }
      steps.set(number, step(location, edges));
    }
    return new Code(
        procedure,
        steps.toArray(new Step[0]),
        origins.toArray(new Origin[0]),
        number(cfg.entry()),
        storage,
        assigned.isAnyChecked());
  }

  private int number(Location location) {
    return numbers.getOrDefault(location, 0);
  }

  private Step step(Location location, List<Edge> edges) {
    if (edges.isEmpty()) {
      return location.equals(cfg.exit()) ? ProcedureCompiler::leave : ProcedureCompiler::stuck;
    }
    if (machine.guide != null) {
      return ways(location, edges);
    }
    if (edges.size() == 1) {
      return statements.step(edges.getFirst(), number(edges.getFirst().target()));
    }
    boolean isBranch = edges.stream().allMatch(e -> e.statement() instanceof Statement.Assume);
    return isBranch
        ? new BranchCompiler(cfg, expressions, this::number).branch(edges)
        : ways(location, edges);
  }

  private static int leave(Frame f) {
    f.machine.pop();
    return Machine.SWITCH;
  }

  private static int stuck(Frame f) {
    throw f.machine.stop(Kind.STOPPED, "no way leads on from here", ExitCodes.LIMIT);
  }

  /** The guide hears what the edge assigns. */
  private Step watched(Edge edge, Step step) {
    Guide guide = machine.guide;
    @Nullable LValue target =
        switch (edge.statement()) {
          case Statement.Assign s -> s.target();
          case Statement.Havoc s -> s.target();
          case Statement.Allocate s -> s.target();
          default -> null;
        };
    if (guide == null || target == null || Forms.of(target.type()) != Forms.WORD) {
      return step;
    }
    Word value = expressions.word(Expr.Read.of(target));
    return f -> {
      int next = step.run(f);
      guide.assigned(edge, machine.look(value, f));
      return next;
    };
  }

  /** Several ways, which somebody has to choose from. */
  private Step ways(Location location, List<Edge> edges) {
    int[] starts = new int[edges.size()];
    for (int i = 0; i < starts.length; i++) {
      Edge edge = edges.get(i);
      starts[i] = steps.size();
      steps.add(watched(edge, statements.step(edge, number(edge.target()))));
      origins.add(edge.origin());
    }
    Choices choices = machine.settings.choices();
    return f -> starts[choices.way(location, starts.length)];
  }
}

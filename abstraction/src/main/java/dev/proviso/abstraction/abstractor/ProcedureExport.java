// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProcedure.Line;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One procedure of the boolean program: its parameters are the predicates at its entry, its results
 * those at its exit.
 */
final class ProcedureExport {
  private static final BooleanStatement STOP = new BooleanStatement.Assume(BooleanExpr.FALSE);
  private static final BooleanStatement ERROR = new BooleanStatement.Assert(BooleanExpr.FALSE);

  private final Blocks blocks;
  private final Exporter.Known known;
  private final UniqueNames procedures;
  private final String procedure;
  private final boolean starts;
  private final UniqueNames labels = new UniqueNames();
  private final UniqueNames names = new UniqueNames();
  private final Set<String> locals = new LinkedHashSet<>();
  private final Set<String> callees = new LinkedHashSet<>();
  private final Set<CutPoint> reached = new LinkedHashSet<>();
  private final Deque<CutPoint> work = new ArrayDeque<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param procedures their names in the boolean program
   * @param starts true for the program's start
   */
  ProcedureExport(
      Blocks blocks,
      Exporter.Known known,
      UniqueNames procedures,
      String procedure,
      boolean starts) {
    this.blocks = blocks;
    this.known = known;
    this.procedures = procedures;
    this.procedure = procedure;
    this.starts = starts;
  }

  /** The procedures it calls; known after {@link #export}. */
  Set<String> callees() {
    return callees;
  }

  BooleanProcedure export(String name) {
    CutPoint entry = blocks.entry(procedure);
    List<String> parameters = starts ? List.of() : own(known.precision().at(entry), Copy.CURRENT);
    reach(entry);
    while (!work.isEmpty()) {
      switch (work.remove()) {
        case CutPoint.At at when at.equals(blocks.exit(procedure)) -> lines.add(end(at));
        case CutPoint.At at -> block(at);
        case CutPoint.BeforeCall call -> call(call);
      }
    }
    locals.removeAll(parameters);
    int results = starts ? 0 : known.precision().at(blocks.exit(procedure)).size();
    return new BooleanProcedure(name, parameters, results, List.copyOf(locals), lines);
  }

  private String reach(CutPoint cut) {
    if (reached.add(cut)) {
      work.add(cut);
    }
    return label(cut);
  }

  private String label(CutPoint cut) {
    return switch (cut) {
      case CutPoint.At c -> labels.of(c, "L" + c.location().ordinal());
      case CutPoint.BeforeCall c ->
          labels.of(
              c, "L" + c.edge().source().ordinal() + "_" + UniqueNames.identifier(c.callee()));
    };
  }

  private Line end(CutPoint exit) {
    List<Predicate> results = starts ? List.of() : known.precision().at(exit);
    return Line.of(new BooleanStatement.Return(variables(own(results, Copy.CURRENT))))
        .labelled(label(exit));
  }

  private void block(CutPoint.At source) {
    Block block = blocks.from(source);
    List<List<Line>> ways = new ArrayList<>();
    for (Exit exit : block.exits().keySet()) {
      boolean first = starts && source.equals(blocks.entry(procedure));
      Bdd relation =
          relation(
              first
                  ? Demand.start(block, exit, known.precision())
                  : Demand.post(block, exit, known.precision()));
      if (!known.bdds().isNone(relation)) {
        ways.add(way(block, exit, relation));
      }
    }
    SourceRange place = block.arcs().getFirst().step().edge().origin().range();
    if (ways.size() == 1) {
      lines.addAll(starting(ways.getFirst(), label(source), place));
      return;
    }
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      targets.add(labels.of(List.of(source, i), label(source) + "_" + (i + 1)));
    }
    BooleanStatement choice = ways.isEmpty() ? STOP : new BooleanStatement.Goto(targets);
    lines.addAll(starting(List.of(Line.of(choice)), label(source), place));
    for (int i = 0; i < ways.size(); i++) {
      lines.addAll(starting(ways.get(i), targets.get(i), SourceRange.NONE));
    }
  }

  /** What is known of a relation, for the states it was asked for. */
  private Bdd relation(Demand demand) {
    Demand.Answer answer = known.answers().get(demand);
    return answer == null
        ? known.bdds().none()
        : known.bdds().and(answer.relation(), answer.states());
  }

  /** The lines with a label, and, where there is one, the place in the C source. */
  private static List<Line> starting(List<Line> statements, String label, SourceRange place) {
    List<Line> result = new ArrayList<>(statements);
    Line first = statements.getFirst().labelled(label);
    result.set(0, place.line() == 0 ? first : first.explained(place.toString()));
    return result;
  }

  private List<Line> way(Block block, Exit exit, Bdd relation) {
    List<Predicate> current = known.precision().at(block.source());
    List<Predicate> next =
        exit instanceof Exit.ToCut to ? known.precision().at(to.cut()) : List.of();
    List<Line> way = new ArrayList<>();
    new Transition(known.bdds(), named(current, Copy.CURRENT), named(next, Copy.NEXT))
        .statements(relation)
        .forEach(s -> way.add(Line.of(s)));
    way.add(
        switch (exit) {
          case Exit.ToCut e -> Line.of(new BooleanStatement.Goto(List.of(reach(e.cut()))));
          case Exit.ToAbort e -> Line.of(ERROR).explained(message(e.edge()));
          case Exit.ToLost e -> Line.of(ERROR).explained("lost code: " + e.reason());
        });
    return way;
  }

  private static String message(Edge edge) {
    return edge.statement() instanceof Statement.Abort abort ? abort.message() : "";
  }

  private void call(CutPoint.BeforeCall call) {
    callees.add(call.callee());
    List<Predicate> entry = known.precision().at(blocks.entry(call.callee()));
    List<Predicate> exit = known.precision().at(blocks.exit(call.callee()));
    List<Predicate> current = known.precision().at(call);
    CutPoint behind = new CutPoint.At(call.edge().target());
    SequencedMap<Integer, String> before = named(current, Copy.CURRENT);
    SequencedMap<Integer, String> arguments = named(call.callee(), entry, Copy.CALLEE_ENTRY);
    SequencedMap<Integer, String> results = named(call.callee(), exit, Copy.CALLEE_EXIT);
    List<Line> body = new ArrayList<>();
    step(before, arguments, Demand.enter(call, blocks, known.precision()))
        .forEach(s -> body.add(Line.of(s)));
    String callee = procedures.of(call.callee(), UniqueNames.identifier(call.callee()));
    body.add(
        Line.of(
            new BooleanStatement.Call(
                List.copyOf(results.values()),
                callee,
                variables(List.copyOf(arguments.values())))));
    before.putAll(arguments);
    before.putAll(results);
    Demand.Leave leave = Demand.leave(call, blocks, known.precision());
    step(before, named(known.precision().at(behind), Copy.NEXT), leave)
        .forEach(s -> body.add(Line.of(s)));
    if (!known.bdds().isNone(relation(leave))) {
      body.add(Line.of(new BooleanStatement.Goto(List.of(reach(behind)))));
    }
    lines.addAll(starting(body, label(call), call.edge().origin().range()));
  }

  private List<BooleanStatement> step(
      SequencedMap<Integer, String> before, SequencedMap<Integer, String> after, Demand demand) {
    Bdd relation = relation(demand);
    return known.bdds().isNone(relation)
        ? List.of(STOP)
        : new Transition(known.bdds(), before, after).statements(relation);
  }

  private SequencedMap<Integer, String> named(List<Predicate> predicates, Copy copy) {
    return named(procedure, predicates, copy);
  }

  private List<String> own(List<Predicate> predicates, Copy copy) {
    return List.copyOf(named(predicates, copy).values());
  }

  /**
   * The variables of predicates; those of a callee, as the caller keeps them, say so in their
   * names.
   */
  private SequencedMap<Integer, String> named(String owner, List<Predicate> predicates, Copy copy) {
    SequencedMap<Integer, String> result = new LinkedHashMap<>();
    for (Predicate predicate : predicates) {
      String prefix =
          switch (copy) {
            case ENTRY, CURRENT, WORK, NEXT -> "";
            case CALLEE_ENTRY -> "into " + owner + ": ";
            case CALLEE_EXIT -> "out of " + owner + ": ";
          };
      String name = names.of(List.of(prefix, predicate), prefix + text(predicate));
      locals.add(name);
      result.put(known.variables().variable(owner, predicate, copy), name);
    }
    return result;
  }

  /** Without the outer brackets. */
  private static String text(Predicate predicate) {
    String text = predicate.toString();
    return predicate.condition() instanceof Expr.Binary
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static List<BooleanExpr> variables(List<String> names) {
    List<BooleanExpr> result = new ArrayList<>();
    names.forEach(n -> result.add(new BooleanExpr.Variable(n)));
    return result;
  }
}

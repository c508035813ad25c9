// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.reach.Order;
import dev.proviso.checker.reach.Pushdown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A boolean program and a question as a pushdown system. */
final class BooleanSystem implements Pushdown<Place, Step, CallSite> {
  private static final String MAIN = "main";

  private final Bdds bdds;
  private final Bits bits;
  private final Effects effects;
  private final Question question;
  private final Map<String, BooleanProcedure> procedures = new LinkedHashMap<>();
  private final Set<String> called;
  private final Map<String, Model> models = new HashMap<>();
  private final Map<Place, Next<Step, CallSite>> nexts = new HashMap<>();

  BooleanSystem(BooleanProgram program, Question question, Effects effects, Bits bits, Bdds bdds) {
    this.bdds = bdds;
    this.bits = bits;
    this.effects = effects;
    this.question = question;
    program.procedures().forEach(p -> procedures.put(p.name(), p));
    called =
        procedures.keySet().stream()
            .flatMap(p -> effects.callees(p).stream())
            .collect(Collectors.toSet());
  }

  Model model(String procedure) {
    Model model = models.get(procedure);
    if (model == null) {
      BooleanProcedure body = procedures.get(procedure);
      if (body == null) {
        throw new IllegalStateException("no procedure " + procedure);
      }
      model = new Model(bdds, bits, new Flow(body), effects, called.contains(procedure));
      models.put(procedure, model);
    }
    return model;
  }

  @Override
  public List<Step> starts() {
    Place entry = new Place(MAIN, 0);
    return List.of(new Step(entry, List.of(), Optional.of(entry)));
  }

  @Override
  public Bdd start(Step step) {
    return model(MAIN).start(bdds.all());
  }

  @Override
  public Order<Place> order() {
    // Callees first: a caller goes on when all is known of the callee.
    return new Order.Ranked<>(
        (a, b) -> {
          int byHeight =
              Integer.compare(effects.height(a.procedure()), effects.height(b.procedure()));
          return byHeight != 0
              ? byHeight
              : Integer.compare(
                  model(a.procedure()).flow().rank(a.node()),
                  model(b.procedure()).flow().rank(b.node()));
        });
  }

  @Override
  public Next<Step, CallSite> at(Place place) {
    Next<Step, CallSite> known = nexts.get(place);
    if (known == null) {
      known = next(place);
      nexts.put(place, known);
    }
    return known;
  }

  private boolean isGoal(Flow flow, int node) {
    return question instanceof Question.Label label
        && flow.label(node).equals(Optional.of(label.name()));
  }

  private Next<Step, CallSite> next(Place place) {
    Model model = model(place.procedure());
    Flow flow = model.flow();
    int node = place.node();
    if (isGoal(flow, node)) {
      return new Next.Steps<>(List.of(new Step(place, List.of(), Optional.empty())));
    }
    if (node == flow.exit()) {
      return new Next.Exit<>(place.procedure());
    }
    BooleanStatement statement = flow.statement(node);
    if (statement instanceof BooleanStatement.Call call) {
      Set<Variable> changed = new LinkedHashSet<>(effects.modifiedGlobals(call.callee()));
      return new Next.Call<>(new CallSite(bdds, bits, model, model(call.callee()), place, changed));
    }
    List<Step> steps = new ArrayList<>();
    if (question instanceof Question.Assertions && statement instanceof BooleanStatement.Assert s) {
      Op error = model.error(node, s.condition(), false);
      steps.add(new Step(place, List.of(error), Optional.empty()));
    }
    if (question instanceof Question.Aborts && statement instanceof BooleanStatement.AbortIf s) {
      Op error = model.error(node, s.condition(), true);
      steps.add(new Step(place, List.of(error), Optional.empty()));
    }
    flow.successors(node).forEach(s -> way(place, model, s).ifPresent(steps::add));
    return new Next.Steps<>(steps);
  }

  /** From the place to a successor, and on from there to the next place. */
  private Optional<Step> way(Place place, Model model, int successor) {
    Flow flow = model.flow();
    List<Op> ops = new ArrayList<>();
    ops.add(model.op(place.node(), successor));
    int node = successor;
    while (!flow.isCut(node) && !isGoal(flow, node)) {
      if (flow.successors(node).isEmpty()) {
        return Optional.empty();
      }
      int next = flow.successors(node).getFirst();
      ops.add(model.op(node, next));
      node = next;
    }
    return Optional.of(new Step(place, ops, Optional.of(new Place(place.procedure(), node))));
  }

  @Override
  public Optional<Place> target(Step step) {
    return step.target();
  }

  @Override
  public String callee(CallSite call) {
    return call.callee();
  }

  @Override
  public Place entry(CallSite call) {
    return new Place(call.callee(), 0);
  }

  @Override
  public Place behind(CallSite call) {
    return new Place(call.place().procedure(), call.place().node() + 1);
  }

  @Override
  public Bdd through(Bdd pathEdges, Step step) {
    Bdd result = pathEdges;
    for (Op op : step.ops()) {
      if (bdds.isNone(result)) {
        return result;
      }
      result = op.image(result, bdds);
    }
    return result;
  }

  @Override
  public Bdd beforeThrough(Bdd pathEdges, Step step, Bdd targets) {
    List<Bdd> way = ways(pathEdges, step, targets);
    return way.getFirst();
  }

  /**
   * Before each of the step's operations, and behind the last: those path edges from which the
   * targets are reached.
   */
  List<Bdd> ways(Bdd pathEdges, Step step, Bdd targets) {
    List<Bdd> before = new ArrayList<>();
    Bdd edges = pathEdges;
    for (Op op : step.ops()) {
      before.add(edges);
      edges = op.image(edges, bdds);
    }
    List<Bdd> result = new ArrayList<>();
    Bdd behind = bdds.and(edges, targets);
    result.add(behind);
    for (int i = before.size() - 1; i >= 0; i--) {
      behind = step.ops().get(i).preimage(before.get(i), behind, bdds);
      result.add(behind);
    }
    return result.reversed();
  }

  @Override
  public Bdd into(Bdd pathEdges, CallSite call) {
    return call.into(pathEdges);
  }

  @Override
  public Bdd beforeInto(Bdd pathEdges, CallSite call, Bdd entryEdges) {
    return call.beforeInto(pathEdges, entryEdges);
  }

  @Override
  public Bdd over(Bdd pathEdges, CallSite call, Bdd exitEdges) {
    return call.over(pathEdges, exitEdges);
  }

  @Override
  public Matched beforeOver(Bdd pathEdges, CallSite call, Bdd exitEdges, Bdd targets) {
    return call.beforeOver(pathEdges, exitEdges, targets);
  }
}

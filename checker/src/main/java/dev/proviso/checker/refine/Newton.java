// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.Accesses;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.Inexactness;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.abstraction.slice.Liveness;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges paths with the solver, and refutes them by weakest preconditions along the unsatisfiable
 * core.
 */
public final class Newton implements Refiner {
  private final Solver solver;
  private final Blocks blocks;
  private final Program program;
  private final Memory memory;
  private final ModRef modRef;
  private final ValueClasses classes;
  private final Map<String, Liveness> liveness = new HashMap<>();

  public Newton(Solver solver, Blocks blocks, Memory memory, ModRef modRef, ValueClasses classes) {
    this.classes = classes;
    this.solver = solver;
    this.blocks = blocks;
    this.program = blocks.program();
    this.memory = memory;
    this.modRef = modRef;
  }

  @Override
  public Refinement refine(AbstractPath path, Precision precision, Transitions transitions) {
    return judge(path).orElseGet(() -> refute(path, precision, transitions));
  }

  /** What an execution along the path shows; empty if there is none. */
  public Optional<Refinement> judge(AbstractPath path) {
    // The way that the search took leaves little of large blocks. Where it is in doubt, another may
    // not be.
    boolean isGuided =
        path.parts().stream()
            .anyMatch(p -> p instanceof AbstractPath.Through t && !t.known().isEmpty());
    Optional<Refinement> guided =
        isGuided
            ? taken(path, true).filter(r -> r instanceof Refinement.Feasible)
            : Optional.empty();
    return guided.or(() -> taken(path, false));
  }

  private Optional<Refinement> taken(AbstractPath path, boolean isGuided) {
    // Without switches, what is known from the program's start on is folded: most paths are decided
    // at once.
    PathFormula formula = formula(path, Labels.NONE, isGuided);
    try (Session session = solver.session()) {
      formula.assertIn(session);
      if (session.isSatisfiable()) {
        try (Session.Model model = session.model()) {
          return Optional.of(confirm(path, ConcretePath.read(formula, model)));
        }
      }
    }
    return Optional.empty();
  }

  private PathFormula formula(AbstractPath path, Labels labels, boolean isGuided) {
    return new PathFormula(
        path, new Encoding(solver.terms(), memory, program, new Inexactness()), labels, isGuided);
  }

  private Refinement confirm(AbstractPath path, List<ConcretePath.Taken> taken) {
    Inexactness inexactness = new Inexactness();
    Encoding encoding = new Encoding(solver.terms(), memory, program, inexactness);
    TraceBuilder builder = new TraceBuilder(encoding, program, taken);
    Optional<Inexactness.Place> doubt = doubt(builder.constraints(), inexactness);
    if (doubt.isPresent()) {
      return new Refinement.GaveUp(
          "a path to the defect depends on code that is only approximated: " + doubt.get().reason(),
          doubt.get().edge());
    }
    try (Session session = solver.session()) {
      builder.constraints().forEach(session::add);
      if (!session.isSatisfiable()) {
        return new Refinement.GaveUp(
            "a path that the solver found is none of the program's", lastEdge(path));
      }
      if (!isMadeMemory(session, builder.accesses())) {
        return new Refinement.GaveUp(
            "a path to the defect needs parts of memory to be one that are taken to be apart",
            lastEdge(path));
      }
      session.settle(builder.variables(), solver.terms());
      try (Session.Model model = session.model()) {
        return new Refinement.Feasible(builder.trace(model), builder.inputs(model));
      }
    }
  }

  /**
   * Asks for another model until one keeps apart what regions keep apart.
   *
   * @return false if there is none
   */
  private static boolean isMadeMemory(Session session, Accesses accesses) {
    while (true) {
      List<Term> broken;
      try (Session.Model model = session.model()) {
        broken = accesses.broken(model);
      }
      if (broken.isEmpty()) {
        return true;
      }
      broken.forEach(session::add);
      if (!session.isSatisfiable()) {
        return false;
      }
    }
  }

  /** The first inexact value that the path depends on. */
  private Optional<Inexactness.Place> doubt(List<Term> constraints, Inexactness inexactness) {
    if (inexactness.places().isEmpty()) {
      return Optional.empty();
    }
    Set<String> used = new HashSet<>();
    constraints.forEach(c -> used.addAll(solver.terms().variablesOf(c)));
    return inexactness.places().entrySet().stream()
        .filter(e -> used.contains(e.getKey().toString()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Refinement refute(AbstractPath path, Precision precision, Transitions transitions) {
    if (transitions.exclude()) {
      return new Refinement.Sharpened();
    }
    PathFormula formula = formula(path, Labels.EACH_ARC, false);
    List<Term> core = core(formula);
    List<Step> deciding = deciding(formula, core);
    Precision withClasses = track(conditions(deciding), precision);
    Precision finer =
        withClasses.entries() > precision.entries()
            ? withClasses
            : select(path, precision, formula, core);
    return finer.entries() > precision.entries()
        ? new Refinement.Spurious(finer, last(deciding).orElseGet(() -> lastEdge(path)))
        : new Refinement.GaveUp(
            "a path that no execution takes could not be excluded: no new predicate was found",
            lastEdge(path));
  }

  /** The steps with a condition that a refutation needs, in the order of the path. */
  private static List<Step> deciding(PathFormula formula, List<Term> core) {
    Set<Term> needed = new HashSet<>(core);
    List<Step> result = new ArrayList<>();
    for (PathFormula.PartFormula part : formula.parts()) {
      if (part.part() instanceof AbstractPath.Through through) {
        part.switches()
            .forEach(
                (arc, toggle) -> {
                  Step step = through.block().arcs().get(arc).step();
                  if (needed.contains(toggle) && step.condition().isPresent()) {
                    result.add(step);
                  }
                });
      }
    }
    return result;
  }

  private static List<Expr> conditions(List<Step> deciding) {
    return deciding.stream()
        .flatMap(s -> s.condition().stream())
        .flatMap(c -> Conditions.atoms(c).stream())
        .toList();
  }

  private static Optional<Edge> last(List<Step> deciding) {
    List<Edge> latestFirst = deciding.reversed().stream().map(Step::edge).toList();
    return latestFirst.stream()
        .filter(e -> e.origin().kind() == Origin.Kind.USER)
        .findFirst()
        .or(() -> latestFirst.stream().findFirst());
  }

  /** The precision with the classes that tell these conditions. */
  private Precision track(List<Expr> conditions, Precision precision) {
    Precision result = precision;
    for (Expr condition : conditions) {
      Optional<ValueClass> finite = classes.telling(condition);
      if (finite.isPresent()) {
        result = result.with(finite.get());
      }
    }
    return result;
  }

  /** The precision with predicates that exclude the path; the same if there are none. */
  private Precision select(
      AbstractPath path, Precision precision, PathFormula formula, List<Term> core) {
    Map<CutPoint, List<Predicate>> few = find(formula, core);
    // What is not in the core does not help the predicates to exclude the path, as a rule.
    List<Set<Integer>> slice = formula.arcs(new HashSet<>(core));
    Precision finer =
        select(path, slice, precision, few)
            .or(() -> select(path, List.of(), precision, few))
            .orElse(precision);
    if (finer.entries() == precision.entries()) {
      Map<CutPoint, List<Predicate>> many = find(formula, formula.switches());
      finer =
          select(path, slice, precision, many)
              .or(() -> select(path, List.of(), precision, many))
              .orElseGet(() -> extend(extend(precision, few), many));
    }
    return finer;
  }

  /** The precision with what of the candidates excludes the path; empty if they do not. */
  private Optional<Precision> select(
      AbstractPath path,
      List<Set<Integer>> slice,
      Precision precision,
      Map<CutPoint, List<Predicate>> candidates) {
    AbstractPathFormula formula =
        new AbstractPathFormula(
            path,
            slice,
            new Encoding(solver.terms(), memory, program, new Inexactness()),
            blocks,
            modRef,
            precision,
            candidates);
    try (Session session = solver.session()) {
      formula.assertIn(session);
      return new Selection(session, formula)
          .choose(p -> telling(p, precision).isPresent())
          .map(chosen -> extend(precision, chosen, formula.cuts()));
    }
  }

  /**
   * What excludes this path where it was chosen will be asked for at the path's other places too
   * where it can be told, and is of use: all of the procedure's where the variables are alive, and
   * all there are if it is about globals alone.
   */
  private Precision extend(
      Precision precision, List<AbstractPathFormula.Candidate> chosen, Set<CutPoint> cuts) {
    Precision result = precision;
    for (AbstractPathFormula.Candidate c : chosen) {
      Optional<ValueClass> finite = telling(c.predicate(), precision);
      if (finite.isPresent()) {
        result = result.with(finite.get());
        continue;
      }
      Set<Variable> variables = c.predicate().condition().variables();
      boolean isGlobal = variables.stream().allMatch(Variable::isGlobal);
      boolean isResult = variables.stream().anyMatch(memory.variables()::isResult);
      for (CutPoint cut : cuts) {
        if (cut.equals(c.cut())
            || isGlobal
            || !isResult
                && cut.procedure().equals(c.cut().procedure())
                && variables.stream().allMatch(v -> mayBeRead(v, cut))) {
          result = result.with(cut, List.of(c.predicate()));
        }
      }
    }
    return result;
  }

  /** False of variables that are set again before anybody reads them. */
  private boolean mayBeRead(Variable variable, CutPoint cut) {
    if (variable.isGlobal()
        || memory.pointsTo().inMemory(variable)
        || memory.variables().isEntryValue(variable)) {
      return true;
    }
    Location here =
        switch (cut) {
          case CutPoint.At at -> at.location();
          case CutPoint.BeforeCall call -> call.edge().source();
        };
    return liveness
        .computeIfAbsent(cut.procedure(), p -> new Liveness(cfg(p)))
        .at(here)
        .contains(variable);
  }

  private Cfg cfg(String procedure) {
    if (program.procedures().get(procedure) instanceof Procedure p
        && p.body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(procedure + " has no control flow");
  }

  /** The switches that a refutation needs. */
  private List<Term> core(PathFormula formula) {
    try (Session session = solver.session()) {
      formula.assertIn(session);
      return session
          .coreOver(formula.switches())
          .orElseThrow(() -> new IllegalStateException("the path is feasible with switches only"));
    }
  }

  /** The class that tells a predicate, if it is not tracked yet: it serves for all the others. */
  private Optional<ValueClass> telling(Predicate predicate, Precision precision) {
    return classes
        .telling(predicate.condition())
        .filter(c -> !precision.finite().classes().contains(c));
  }

  private Map<CutPoint, List<Predicate>> find(PathFormula formula, List<Term> relevant) {
    Map<CutPoint, List<Predicate>> result = new LinkedHashMap<>();
    new AtomFinder(program, memory, modRef)
        .find(formula.parts(), new HashSet<>(relevant))
        .forEach(
            (cut, atoms) ->
                result.put(cut, atoms.stream().flatMap(a -> Predicate.of(a).stream()).toList()));
    return result;
  }

  private static Precision extend(Precision precision, Map<CutPoint, List<Predicate>> more) {
    Precision result = precision;
    for (Map.Entry<CutPoint, List<Predicate>> e : more.entrySet()) {
      result = result.with(e.getKey(), e.getValue());
    }
    return result;
  }

  private static Edge lastEdge(AbstractPath path) {
    return switch (path.parts().getLast()) {
      case AbstractPath.Into p -> p.call().edge();
      case AbstractPath.OutOf p -> p.call().edge();
      case AbstractPath.Through p -> p.block().arcs().getLast().step().edge();
    };
  }
}

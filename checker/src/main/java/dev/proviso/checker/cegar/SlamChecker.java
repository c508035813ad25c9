// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.smt.SolverStoppedException;
import dev.proviso.checker.certify.Certificate;
import dev.proviso.checker.reach.Goal;
import dev.proviso.checker.refine.Refinement;
import dev.proviso.checker.replay.Replay;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The loop of SLAM. First, whether the rule applies; then whether an abort can be reached; where it
 * cannot, whether code can be reached that might have done so unseen.
 */
final class SlamChecker implements CegarChecker {
  private final Progress progress;

  SlamChecker(Progress progress) {
    this.progress = progress;
  }

  @Override
  public CheckResult check(WovenProgram woven, Limits limits) {
    Clock clock = new Clock();
    Figures figures = new Figures();
    Verdict verdict =
        lostEntry(woven.program()).orElseGet(() -> decide(woven, limits, clock, figures));
    Figures all = new Figures();
    clock.milliseconds().forEach(all::add);
    figures.values().forEach(all::add);
    return new CheckResult(woven.rule(), verdict, all.values());
  }

  /** Where the first procedure of all has no control flow, there is nothing to search. */
  private static Optional<Verdict> lostEntry(Program program) {
    Procedure entry = program.procedures().get(program.entry());
    if (entry != null && entry.body() instanceof Procedure.Body.Lost lost) {
      String reason = entry.name() + " could not be read: " + lost.reason();
      return Optional.of(
          new Verdict.Unknown(reason, List.of(Message.warning(entry.origin().range(), reason))));
    }
    return Optional.empty();
  }

  private Verdict decide(WovenProgram woven, Limits limits, Clock clock, Figures figures) {
    boolean applies =
        run(
                woven.applicability(),
                woven,
                limits,
                clock,
                figures,
                (engine, budget) ->
                    new Outcome.Answered(engine.search(Goal.ABORT), Optional.empty()),
                e -> {})
            .map(a -> !(a instanceof Outcome.Answered(Engine.Answer.Unreachable u, var none)))
            .orElse(true);
    Outcome outcome =
        run(
                woven.program(),
                woven,
                limits,
                clock,
                figures,
                (engine, budget) ->
                    applies
                        ? both(
                            engine,
                            p ->
                                clock.time(
                                    "certify",
                                    () ->
                                        new ProofCheck(engine.certified(), limits, figures)
                                            .of(p, budget.used())))
                        : replayed(engine, engine.search(Goal.LOST_CODE)),
                progress::searched)
            .orElseThrow();
    return switch (outcome) {
      case Outcome.Proved proved -> verdict(proved, woven);
      case Outcome.Spent spent -> limitReached(spent, figures);
      case Outcome.Answered answered ->
          answered
              .replay()
              .map(r -> verdict(r, figures))
              .orElseGet(() -> verdict(answered.answer()));
    };
  }

  /**
   * Whether an abort can be reached; if not, whether lost code can; if not, whether that stands.
   */
  private static Outcome both(
      Engine engine, Function<List<Certificate>, ProofCheck.Result> proofCheck) {
    Engine.Answer broken = engine.search(Goal.ABORT);
    if (!(broken instanceof Engine.Answer.Unreachable aborts)) {
      return replayed(engine, broken);
    }
    Engine.Answer lost = engine.search(Goal.LOST_CODE);
    return lost instanceof Engine.Answer.Unreachable lostCode
        ? new Outcome.Proved(
            proofCheck.apply(ProofCheck.certificates(aborts, lostCode)),
            engine.certified().memory().pointsTo().keepsWalksInArrays())
        : replayed(engine, lost);
  }

  /** A defect is executed before anybody hears of it. */
  private static Outcome replayed(Engine engine, Engine.Answer answer) {
    return new Outcome.Answered(
        answer,
        answer instanceof Engine.Answer.Stopped(Refinement.Feasible defect)
            ? Optional.of(new Replayed(defect.trace(), engine.replay(defect)))
            : Optional.empty());
  }

  /** A defect, and how it went when it was executed. */
  private record Replayed(Trace trace, Replay.Result result) {}

  private sealed interface Outcome {
    record Answered(Engine.Answer answer, Optional<Replayed> replay) implements Outcome {}

    /** No abort can be reached, and no lost code. */
    record Proved(ProofCheck.Result check, boolean walksStayInArrays) implements Outcome {}

    /**
     * A limit was reached.
     *
     * @param undecided where the search stood
     * @param array the array that it was about, if it was about one
     */
    record Spent(String limit, Optional<Edge> undecided, Optional<String> array)
        implements Outcome {}
  }

  private interface Question {
    Outcome ask(Engine engine, Budget budget);
  }

  private Optional<Outcome> run(
      Program program,
      WovenProgram rule,
      Limits limits,
      Clock clock,
      Figures figures,
      Question question,
      Consumer<Stages> afterwards) {
    try (Engine engine = new Engine(program, rule, clock, progress);
        Budget budget = new Budget(limits, engine.solver())) {
      try {
        return Optional.of(question.ask(engine, budget));
      } catch (SolverStoppedException e) {
        return Optional.of(
            new Outcome.Spent(
                budget.spent().orElse(String.valueOf(e.getMessage())),
                engine.undecided(),
                OpenArrays.most(engine.precision())));
      } finally {
        engine.addTo(figures);
        afterwards.accept(engine);
      }
    }
  }

  private static Verdict verdict(Outcome.Proved proved, WovenProgram woven) {
    List<String> assumptions = new ArrayList<>(woven.assumptions());
    if (proved.walksStayInArrays()) {
      assumptions.add(
          "a pointer that walks through an array inside an object does not go on into the object's other parts");
    }
    return switch (proved.check()) {
      case ProofCheck.Result.Stands r -> new Verdict.Holds(assumptions, r.evidence());
      case ProofCheck.Result.Refused r -> {
        SourceRange range = r.why().place();
        yield new Verdict.Unknown(
            "the proof was refused by its check at " + range,
            List.of(
                Message.warning(
                    range,
                    "the proof was refused: " + r.why().why(),
                    "this is a mistake of Proviso's: please report it")));
      }
    };
  }

  private static Verdict verdict(Engine.Answer answer) {
    return switch (answer) {
      case Engine.Answer.Unreachable u ->
          new Verdict.NotApplicable(
              "no event of the rule that occurs in reachable code can break it");
      case Engine.Answer.Stopped s -> stopped(s.refinement());
    };
  }

  private static Verdict stopped(Refinement refinement) {
    return switch (refinement) {
      case Refinement.Feasible f ->
          throw new IllegalStateException("a defect that was not replayed");
      case Refinement.GaveUp g ->
          new Verdict.Unknown(g.reason(), List.of(place(g.place(), g.reason())));
      case Refinement.Spurious s ->
          throw new IllegalStateException("a spurious path does not end the loop");
      case Refinement.Sharpened s ->
          throw new IllegalStateException("a spurious path does not end the loop");
    };
  }

  private static Verdict verdict(Replayed replayed, Figures figures) {
    return switch (replayed.result()) {
      case Replay.Result.Confirmed r -> {
        figures.add("replay.steps", r.steps());
        figures.add("replay.differences", r.differences());
        yield new Verdict.Violated(r.trace(), Evidence.CONFIRMED);
      }
      case Replay.Result.Unfinished r ->
          new Verdict.Violated(replayed.trace(), Evidence.UNCONFIRMED);
      case Replay.Result.Diverged r -> {
        SourceRange range = r.divergence().place().origin().range();
        yield new Verdict.Unknown(
            "the replay of a defect left the path at " + range,
            List.of(
                Message.warning(
                    range,
                    r.divergence().sentence(),
                    "this is a mistake of Proviso's: please report it")));
      }
    };
  }

  private static Message place(Edge edge, String reason) {
    return Message.warning(edge.origin().range(), reason);
  }

  private static Verdict limitReached(Outcome.Spent spent, Figures figures) {
    String reached =
        figures.values().getOrDefault("iterations", 0L)
            + " iterations, "
            + figures.values().getOrDefault("predicates", 0L)
            + " predicates";
    SourceRange place = spent.undecided().map(e -> e.origin().range()).orElse(SourceRange.NONE);
    String where =
        spent.undecided().isPresent() ? "; the last that could not be decided is this" : "";
    List<String> help = new ArrayList<>();
    spent
        .array()
        .ifPresent(
            a ->
                help.add(
                    "it turns on what the elements of "
                        + a
                        + " hold, which is followed one element at a time: try a smaller array"));
    help.add("try a higher --time-limit or --memory-limit");
    help.add("check fewer entry points at a time: --entry F");
    return new Verdict.Unknown(
        spent.limit() + spent.array().map(a -> ", over what " + a + " holds").orElse(""),
        List.of(
            Message.warning(
                place,
                "stopped by the " + spent.limit() + " after " + reached + where,
                help.toArray(String[]::new))));
  }
}

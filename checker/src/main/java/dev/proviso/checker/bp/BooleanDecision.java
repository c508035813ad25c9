// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.reach.Path;
import dev.proviso.checker.reach.Search;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Decides a boolean program. */
public final class BooleanDecision {
  /** Traces that would be longer do not tell what happens inside of calls. */
  private static final long LONGEST = 10_000;

  private final BooleanSource source;
  private final Runnable check;
  private final SequencedMap<String, Long> figures = new LinkedHashMap<>();

  /**
   * @param check asked now and then; what it throws ends the decision
   */
  public BooleanDecision(BooleanSource source, Runnable check) {
    this.source = Threads.asCalls(source);
    this.check = check;
  }

  /** What it took. */
  public SequencedMap<String, Long> figures() {
    return figures;
  }

  public BooleanVerdict decide(Question question) {
    BooleanProgram program = source.program();
    if (question instanceof Question.Assertions
        && !has(program, BooleanStatement.Assert.class)
        && !has(program, BooleanStatement.AbortIf.class)) {
      return new BooleanVerdict.NotApplicable("the program asserts nothing");
    }
    BooleanVerdict verdict = search(question);
    if (verdict instanceof BooleanVerdict.Holds
        && question instanceof Question.Assertions
        && has(program, BooleanStatement.AbortIf.class)
        && search(new Question.Aborts()) instanceof BooleanVerdict.Violated aborts) {
      return new BooleanVerdict.Unknown(
          "abortif at "
              + aborts.trace().steps().getLast().place()
              + " can happen, which is an error in one dialect and none in another");
    }
    if (verdict instanceof BooleanVerdict.Holds && source.threads().isPresent()) {
      return new BooleanVerdict.Unknown(
          "a thread is started at "
              + source.threads().get()
              + "; only executions in which threads run one after the other were searched");
    }
    return verdict;
  }

  private static boolean has(BooleanProgram program, Class<? extends BooleanStatement> sort) {
    return program.procedures().stream()
        .anyMatch(p -> p.body().stream().anyMatch(l -> sort.isInstance(l.statement())));
  }

  private BooleanVerdict search(Question question) {
    Bdds bdds = new Bdds(check);
    Effects effects = new Effects(source.program());
    Bits bits = new Bits(VariableOrder.of(source.program(), effects), effects.parameters());
    BooleanSystem system = new BooleanSystem(source.program(), question, effects, bits, bdds);
    Search<Place, Step, CallSite> search = new Search<>(system, bdds, LONGEST);
    Optional<Path<Step, CallSite>> path = search.run();
    figures.put("places", (long) search.reached().size());
    figures.put("bdd.room", (long) bdds.room());
    return path.isEmpty()
        ? new BooleanVerdict.Holds()
        : new Replay(source, system, effects, bits, bdds).run(path.get());
  }
}

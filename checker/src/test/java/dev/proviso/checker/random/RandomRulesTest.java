// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.InputException;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Verdicts on random rules about random clients of an API, against what the rules say of the events
 * of all executions. Properties as in {@link RandomProgramsTest}, with {@code
 * proviso.random.rules}.
 */
final class RandomRulesTest {
  private final Tally tally = new Tally("rules", 24);
  private final Engine none;
  private final Engine svcomp;

  RandomRulesTest() throws InputException {
    none = new Engine("none", tally.limit());
    svcomp = new Engine("svcomp", tally.limit());
  }

  @Test
  void agreesWithTheEventsOfAllExecutions() throws InputException {
    for (long seed : tally.seeds()) {
      compare(seed);
    }
    tally.report();
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.decided())
        .as("of %d questions", tally.asked())
        .isGreaterThan(tally.asked() / 4);
  }

  private void compare(long seed) throws InputException {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
    ClientProgram.Made client = ClientProgram.of(random);
    Automaton automaton = RandomAutomaton.of(random);
    Events events = new Events(automaton);
    Enumeration.Result result = Enumeration.run(client.enumerated(), events);
    if (result == Enumeration.Result.UNFIT
        || result == Enumeration.Result.CUT_OFF && !events.isBroken) {
      tally.skip();
      return;
    }
    String task = client.task(seed);
    Rule rule = RuleParser.parse(automaton.text(), "R.slic");
    tally.ask(
        seed,
        "/*\n" + automaton.text() + "*/\n" + task,
        events.isBroken ? Engine.Kind.VIOLATED : Engine.Kind.HOLDS,
        () -> (seed % 2 == 0 ? none : svcomp).check(task, rule));
  }

  /** Follows each execution, and stops where the rule is broken. */
  private static final class Events implements Enumeration.Listener {
    private final Automaton automaton;
    private AutomatonRun run;
    private boolean isBroken;

    Events(Automaton automaton) {
      this.automaton = automaton;
      run = new AutomatonRun(automaton);
    }

    @Override
    public void begin() {
      run = new AutomatonRun(automaton);
    }

    @Override
    public void line(String line) {
      List<String> words = Arrays.asList(line.split(" "));
      List<Long> values = new ArrayList<>();
      words.subList(2, words.size()).forEach(w -> values.add(Long.parseLong(w)));
      run.happens(
          new AutomatonRun.Event(words.get(0), Automaton.Point.valueOf(words.get(1)), values));
      isBroken |= run.isBroken();
    }

    @Override
    public String state() {
      return run.state();
    }

    @Override
    public boolean isSettled() {
      return isBroken;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.InputException;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts on random programs against all their executions. Two questions for each: a number that
 * some execution brings to the probe, and one near by that none does. The enumeration is itself
 * compared with gcc's. {@code -Dproviso.random.programs=10000 -Dproviso.random.seed=1} for a long
 * run; {@code benchmarks/run-never-wrong.sh} makes a report of it.
 */
final class RandomProgramsTest {
  private static final Rule RULE = RuleLibrary.builtIn("UnreachCall").orElseThrow().rule();

  private final Tally tally = new Tally("programs", 24);
  private final Engine engine;

  RandomProgramsTest() throws InputException {
    engine = new Engine("svcomp", tally.limit());
  }

  @Test
  void agreesWithAllExecutions(@TempDir Path folder) throws Exception {
    Optional<GccOracle> gcc = gcc(folder);
    for (long seed : tally.seeds()) {
      compare(seed, gcc);
    }
    tally.report();
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.decided())
        .as("of %d questions", tally.asked())
        .isGreaterThan(tally.asked() / 4);
  }

  private static Optional<GccOracle> gcc(Path folder) throws IOException, InterruptedException {
    if (GccOracle.isAvailable()) {
      return Optional.of(GccOracle.in(folder));
    }
    System.err.println("SKIPPED: no gcc to compare the enumeration of random programs with");
    return Optional.empty();
  }

  private static RandomSource program(long seed) {
    return seed % 3 == 0 ? LowLevelProgram.of(seed) : FeatureProgram.of(seed);
  }

  private void compare(long seed, Optional<GccOracle> gcc) throws Exception {
    RandomSource source = program(seed);
    Probed probed = new Probed();
    Enumeration.Result result = Enumeration.run(source.enumerated(), probed);
    if (result == Enumeration.Result.UNFIT) {
      tally.skip();
      return;
    }
    TreeSet<Long> numbers = probed.numbers;
    boolean isComplete = result == Enumeration.Result.COMPLETE;
    if (gcc.isPresent() && isComplete && source.state().isEmpty() && tally.isSample(seed)) {
      Optional<TreeSet<Long>> compiled = gcc.get().values(source.compiled());
      if (compiled.isPresent() && !compiled.get().equals(numbers)) {
        tally.wrong(
            seed,
            "gcc has " + compiled.get() + ", the enumeration " + numbers,
            source.enumerated());
      }
    }
    Random random = new Random(seed);
    if (!numbers.isEmpty() && tally.asks(seed, true)) {
      ask(
          seed,
          source,
          List.copyOf(numbers).get(random.nextInt(numbers.size())),
          Engine.Kind.VIOLATED);
    }
    if (isComplete && tally.asks(seed, false)) {
      ask(seed, source, absent(numbers, random), Engine.Kind.HOLDS);
    }
  }

  /** A number near those that are there. */
  private static long absent(TreeSet<Long> numbers, Random random) {
    long base = numbers.isEmpty() ? 0 : numbers.first();
    long absent = base ^ (1L << random.nextInt(3));
    while (numbers.contains(absent)) {
      absent++;
    }
    return absent;
  }

  private void ask(long seed, RandomSource source, long number, Engine.Kind expected) {
    String task = source.task(seed, number);
    tally.ask(seed, task, expected, () -> engine.check(task, RULE));
  }

  /** The numbers that reach the probe. */
  private static final class Probed implements Enumeration.Listener {
    private final TreeSet<Long> numbers = new TreeSet<>();

    @Override
    public void begin() {}

    @Override
    public void line(String line) {
      numbers.add(Long.parseLong(line));
    }

    @Override
    public String state() {
      return "";
    }

    @Override
    public boolean isSettled() {
      return false;
    }
  }
}

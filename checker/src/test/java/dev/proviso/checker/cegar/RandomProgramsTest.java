// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.weave.WovenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verdicts on random programs against gcc's. Two questions for each: a number that some
 * execution brings to the probe, and one near by that none does. {@code
 * -Dproviso.random.programs=10000 -Dproviso.random.seed=1} for a long run.
 */
final class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("proviso.random.programs", 30);
  private static final long FIRST = Long.getLong("proviso.random.seed", 1);
  private static final long MILLIS = Long.getLong("proviso.random.millis", 1_000);

  private int asked;
  private int decided;
  private int skipped;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void agreesWithGcc(@TempDir Path folder) throws IOException, InterruptedException {
    boolean gcc = GccOracle.isAvailable();
    if (!gcc) {
      System.err.println("RandomProgramsTest is SKIPPED: there is no gcc");
    }
    assumeTrue(gcc, "there is no gcc");
    GccOracle oracle = GccOracle.in(folder);
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      compare(seed, oracle);
    }
    System.err.printf(
        "%d random programs: %d questions, %d decided, %d programs skipped, %d wrong%n",
        PROGRAMS, asked, decided, skipped, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(decided).as("of %d questions", asked).isGreaterThan(asked / 4);
  }

  private void compare(long seed, GccOracle oracle) throws IOException, InterruptedException {
    String text = RandomProgram.text(seed);
    Optional<TreeSet<Long>> values = oracle.values(text);
    if (values.isEmpty()) {
      skipped++;
      return;
    }
    Random random = new Random(seed);
    if (!values.get().isEmpty()) {
      List<Long> all = List.copyOf(values.get());
      ask(seed, text, all.get(random.nextInt(all.size())), "VIOLATED");
    }
    long base = values.get().isEmpty() ? 0 : values.get().first();
    long absent = base ^ (1L << random.nextInt(3));
    while (values.get().contains(absent)) {
      absent++;
    }
    ask(seed, text, absent, "HOLDS");
  }

  private void ask(long seed, String text, long value, String expected) throws IOException {
    String condition =
        "#define PROBE(e) if ((long long)(e) == (long long) 0x"
            + Long.toHexString(value)
            + "ull) __proviso_abort(\"probe\")\n";
    String program = condition + text;
    asked++;
    String verdict = verdict(program);
    if (verdict.equals(expected)) {
      decided++;
    } else if (!verdict.startsWith("UNKNOWN")) {
      wrong.add("seed " + seed + ": " + verdict + ", but gcc: " + expected);
      System.err.println(wrong.getLast());
      String dump = System.getProperty("proviso.random.dump");
      if (dump != null) {
        Files.writeString(
            Path.of(dump, seed + "-" + expected + ".c"), "// " + expected + "\n" + program);
      }
    } else if (System.getProperty("proviso.random.dump") != null) {
      System.err.println(seed + " " + expected + " " + verdict);
    }
  }

  /** Every defect is executed, and the execution has the solver's values throughout. */
  private static String doubt(CheckResult result, Verdict.Violated violated) {
    return violated.evidence() == Evidence.UNCONFIRMED
        ? ", unconfirmed"
        : result.statistics().getOrDefault("replay.differences", 1L) == 0
            ? ""
            : ", with other values";
  }

  private static String verdict(String text) {
    try {
      Frontend.Options options =
          new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), Origin.Kind.USER);
      Program program = Frontend.readText("random.c", text, options);
      WovenProgram woven =
          new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
      Limits limits = new Limits(Duration.ofMillis(MILLIS), 4096);
      CheckResult result = CegarChecker.create().check(woven, limits);
      return switch (result.verdict()) {
        case Verdict.Holds v -> "HOLDS";
        case Verdict.NotApplicable v -> "HOLDS";
        case Verdict.Violated v -> "VIOLATED" + doubt(result, v);
        case Verdict.Unknown v ->
            (v.reason().contains("replay") ? "DIVERGED " : "UNKNOWN ") + v.reason();
      };
    } catch (InputException | RuntimeException e) {
      return "CRASH " + e;
    }
  }
}

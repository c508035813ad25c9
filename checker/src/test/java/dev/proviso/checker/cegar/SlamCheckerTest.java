// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that abort by themselves, each with its verdict on its first line: {@code // HOLDS} or
 * {@code // VIOLATED}.
 */
final class SlamCheckerTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");

  static Stream<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void verdictIsTheExpectedOne(Path file) throws IOException, InputException {
    String text = Files.readString(file);
    String expected = text.lines().findFirst().orElseThrow().substring(3).strip();
    Frontend.Options options =
        new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), Origin.Kind.USER);
    Program program = Frontend.readText(file.getFileName().toString(), text, options);
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
    CheckResult result =
        CegarChecker.create()
            .check(
                woven, new Limits(java.time.Duration.ofSeconds(60), 4096).with(Certification.FULL));
    assertThat(name(result.verdict())).as("%s", result).isEqualTo(expected);
    assertThat(result.statistics().getOrDefault("replay.differences", 0L))
        .as("%s", result)
        .isZero();
  }

  @Test
  void aProofThatKeepsWalksInTheirArraySaysSo() throws IOException, InputException {
    String inside = Files.readString(PROGRAMS.resolve("walked-member.c"));
    String alone = Files.readString(PROGRAMS.resolve("straight-holds.c"));
    assertThat(assumptions(inside)).anyMatch(a -> a.contains("walks through an array"));
    assertThat(assumptions(alone)).noneMatch(a -> a.contains("walks through an array"));
  }

  @Test
  void aLimitSaysWhereTheSearchStoodAndWhatItWasAbout() throws InputException {
    String ring =
        """
        extern int __proviso_nondet_int(void);
        extern void __proviso_abort(const char *);
        static int ring[64];
        static unsigned head, count;
        int main(void) {
          while (__proviso_nondet_int()) {
            if (__proviso_nondet_int()) {
              if (count < 64) {
                ring[(head + count) % 64] = 1;
                count++;
              }
            } else if (count > 0) {
              if (ring[head] != 1)
                __proviso_abort("");
              head = (head + 1) % 64;
              count--;
            }
          }
          return 0;
        }
        """;
    Program program = Frontend.readText("ring.c", ring, Frontend.Options.of(Target.LP64));
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
    Limits limits = new Limits(java.time.Duration.ofSeconds(8), 4096);
    Verdict verdict = CegarChecker.create().check(woven, limits).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    Verdict.Unknown unknown = (Verdict.Unknown) verdict;
    assertThat(unknown.reason()).isEqualTo("time limit of 8 s, over what ring holds");
    assertThat(unknown.details())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.range().file()).isEqualTo("ring.c");
              assertThat(m.range().line()).isBetween(6, 18);
            });
  }

  private static List<String> assumptions(String text) throws IOException, InputException {
    Frontend.Options options =
        new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), Origin.Kind.USER);
    Program program = Frontend.readText("a.c", text, options);
    // Where the applicability's program cannot abort there is no proof to look at.
    String breaks = Files.readString(PROGRAMS.resolve("straight-violated.c"));
    Program applies = Frontend.readText("b.c", breaks, options);
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, applies, List.of(), List.of());
    Limits limits = new Limits(java.time.Duration.ofSeconds(60), 4096);
    Verdict verdict = CegarChecker.create().check(woven, limits).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    return ((Verdict.Holds) verdict).assumptions();
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds v -> "HOLDS" + (v.evidence() == Evidence.CONFIRMED ? "" : ", unconfirmed");
      case Verdict.Violated v ->
          "VIOLATED" + (v.evidence() == Evidence.CONFIRMED ? "" : ", unconfirmed");
      case Verdict.NotApplicable v -> "HOLDS";
      case Verdict.Unknown v -> "UNKNOWN " + v.reason();
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.checker.cegar.CegarChecker;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.environment.Environment;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.weave.WovenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that abort by themselves, each through another thing that C, the environment or the
 * memory leaves open: the interpreter must find what the solver found, value by value. {@code //
 * note: text} at the end of a line says that the trace has such a note there; what is in {@code
 * model_….c} counts as a model.
 */
final class ReplayProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/replay");
  private static final String NOTE = "// note: ";

  static Stream<Arguments> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList().stream()
          .flatMap(f -> Stream.of(Target.LP64, Target.ILP32).map(t -> Arguments.of(f, t)));
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theInterpreterReachesTheAbort(Path file, Target target) throws IOException, InputException {
    String text = Files.readString(file);
    String name = file.getFileName().toString();
    Origin.Kind kind = name.startsWith("model_") ? Origin.Kind.MODEL : Origin.Kind.USER;
    Frontend.Options options = new Frontend.Options(target, List.of(), List.of(), List.of(), kind);
    Program program = Environment.complete(Frontend.readText(name, text, options)).program();
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
    CheckResult result =
        CegarChecker.create().check(woven, new Limits(Duration.ofSeconds(60), 4096));
    assertThat(result.verdict()).as("%s", result).isInstanceOf(Verdict.Violated.class);
    Verdict.Violated violated = (Verdict.Violated) result.verdict();
    assertThat(violated.evidence()).isEqualTo(Evidence.CONFIRMED);
    assertThat(result.statistics().get("replay.differences")).isZero();
    notesAreThere(text.lines().toList(), violated.trace());
  }

  private static void notesAreThere(List<String> lines, Trace trace) {
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf(NOTE);
      if (mark >= 0) {
        int line = i + 1;
        assertThat(
                trace.steps().stream()
                    .filter(s -> s.edge().origin().range().line() == line)
                    .flatMap(s -> s.notes().stream()))
            .as("notes at line %d", line)
            .anyMatch(n -> n.contains(lines.get(line - 1).substring(mark + NOTE.length())));
      }
    }
  }
}

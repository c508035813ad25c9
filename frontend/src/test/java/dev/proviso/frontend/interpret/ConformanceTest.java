// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Gcc;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * C programs that print what they compute: the lowered program, executed for each ABI that its
 * first line names ({@code // targets: lp64 ilp32}; all where it names none), prints what the text
 * file beside it says ({@code name.ilp32.txt} where that ABI differs), and that is what a compiler
 * for it makes of the program, where there is one.
 */
final class ConformanceTest {
  private static final Path FILES = Path.of("src/test/resources/dev/proviso/frontend/interpret");
  private static final String TARGETS = "// targets:";

  @TempDir private Path directory;

  /** A program, for one ABI. */
  record Case(String name, Target target) {
    String text() throws IOException {
      return Files.readString(FILES.resolve(name + ".c"));
    }

    String expected() throws IOException {
      Path own = FILES.resolve(name + "." + abi() + ".txt");
      return Files.readString(Files.exists(own) ? own : FILES.resolve(name + ".txt"));
    }

    private String abi() {
      return target.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return name + " " + abi();
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".c")).sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.c$", "");
        String first = Files.readAllLines(file).get(0);
        for (Target target : Target.values()) {
          Case one = new Case(name, target);
          if (!first.startsWith(TARGETS) || List.of(first.split(" ")).contains(one.abi())) {
            cases.add(one);
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatIsExpected(Case one) throws Exception {
    Run run = Run.of(one.target(), one.text(), "", Choices.USUAL, 50_000_000);
    String ended =
        run.outcome() instanceof Outcome.Exited e ? "exit " + e.code() : "" + run.outcome();
    assertThat(run.output() + ended + "\n").isEqualTo(one.expected());
    assertThat(run.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCompilerPrintsTheSame(Case one) throws Exception {
    // What Microsoft's compiler alone understands has no compiler here.
    if (!one.text().contains("__try")) {
      Gcc compiler = Gcc.of(one.target());
      assertThat(one.expected()).startsWith(compiler.print(directory, one.text()));
    }
  }
}

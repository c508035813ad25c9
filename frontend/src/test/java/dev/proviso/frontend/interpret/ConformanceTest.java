// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Gcc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * C programs that print what they compute: the lowered program, executed, prints what the text file
 * beside it says, and that is what gcc's does (where there is a gcc).
 */
final class ConformanceTest {
  private static final Path FILES = Path.of("src/test/resources/dev/proviso/frontend/interpret");

  @TempDir private Path directory;

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".c"))
          .map(f -> f.substring(0, f.length() - 2))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatIsExpected(String name) throws Exception {
    Run run = Run.of(Files.readString(FILES.resolve(name + ".c")));
    String ended =
        run.outcome() instanceof Outcome.Exited e ? "exit " + e.code() : "" + run.outcome();
    assertThat(run.output() + ended + "\n")
        .isEqualTo(Files.readString(FILES.resolve(name + ".txt")));
    assertThat(run.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void gccPrintsTheSame(String name) throws Exception {
    Gcc.required();
    String output = Gcc.run(directory, Files.readString(FILES.resolve(name + ".c")), "-lm");
    String expected = Files.readString(FILES.resolve(name + ".txt"));
    assertThat(expected).startsWith(output);
  }
}

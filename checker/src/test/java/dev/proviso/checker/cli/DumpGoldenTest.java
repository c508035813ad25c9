// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From C and a rule to the boolean program, stage by stage; {@code -Dproviso.golden.update=true}
 * writes the texts anew.
 */
class DumpGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dump");
  private static final String OWN =
      "main|drain|more|acquire|release|on_.*|enter_.*|proviso_harness";

  @ParameterizedTest
  @EnumSource
  void stageIsTheExpectedText(RunOptions.Stage stage) throws IOException {
    String name = stage.name().toLowerCase(java.util.Locale.ROOT);
    Run run =
        Run.proviso(
            "check",
            "--quiet",
            "-r",
            FOLDER.resolve("Lock.slic"),
            "--dump",
            name,
            FOLDER.resolve("lock.c"));
    assertThat(run.code()).as(run.err()).isZero();
    String actual = ofThisProgram(run.out());
    Path expected = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("proviso.golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  /** Without the models of the C library and what they speak of, and without the verdict. */
  private static String ofThisProgram(String output) {
    String stage = output.substring(0, output.indexOf("Lock: the proof rests on"));
    return Arrays.stream(stage.split("\n\n"))
        .filter(part -> !part.startsWith("global ") && isOwn(part))
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * Everything but procedures in the text form of programs, unless they are of lock.c, the rule and
   * the harness.
   */
  private static boolean isOwn(String part) {
    String head = part.lines().findFirst().orElse("");
    boolean procedure = head.matches(".*\\) \\{ // entry .*|.*\\);|.*\\); // lost.*");
    return !procedure || head.matches(".* (" + OWN + ")\\(.*");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks run in processes of their own, and what the user sees of it. */
class SuiteCommandTest {
  @TempDir Path folder;
  private Path results = Path.of("");

  @BeforeEach
  void tasks() throws IOException {
    results = folder.resolve("results.tsv");
    task("right", "true", "int main(void) { return 0; ERROR: return 1; }");
    task("wrong", "true", "int main(void) { ERROR: return 1; }");
    task("unreadable", "false", "int main(void) { return 1 +; }");
  }

  private void task(String name, String expected, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".c"), text);
    Files.writeString(
        folder.resolve(name + ".yml"),
        """
        format_version: "2.0"
        input_files: %s.c
        properties:
          - {property_file: unreach-call.prp, expected_verdict: %s}
        options: {language: C, data_model: LP64}
        """
            .formatted(name, expected));
  }

  @Test
  void everyTaskGetsItsLineAndTheTableCountsThem() throws IOException {
    Run run = Run.proviso("suite", "-j", 2, "--time-limit", 20, "--results", results, folder);
    assertThat(run.out())
        .containsPattern("right +[0-9.]+ s +[0-9]+ MB +.*right.yml unreach-call: TRUE\n")
        .containsPattern("WRONG +.*wrong.yml unreach-call: FALSE\n")
        .containsPattern("unknown +.*unreadable.c:1:28: error: ")
        .containsPattern(folder.getFileName() + " +1 +1 +1 +0 ");
    assertThat(run.code()).isEqualTo(10);
    assertThat(Files.readAllLines(results)).hasSize(5);
    Run again = Run.proviso("suite", "--resume", "--time-limit", 20, "--results", results, folder);
    assertThat(again.out()).doesNotContain("unreach-call:").containsPattern(" +1 +1 +1 +0 ");
    assertThat(Files.readAllLines(results)).hasSize(5);
    Run compared = Run.proviso("suite", "--compare", results, results);
    assertThat(compared.out()).contains("3 tasks have the same verdict in both");
    Run other = Run.proviso("suite", "--resume", "--time-limit", 21, "--results", results, folder);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("came under other limits");
  }

  @Test
  void resultsAreNotOverwritten() throws IOException {
    Files.writeString(results, "");
    Run run = Run.proviso("suite", "--results", results, folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("there is a file " + results + " already");
  }

  @Test
  void aFileThatHoldsNoResultsIsNamed() throws IOException {
    Files.writeString(results, "nothing\n");
    Run run = Run.proviso("suite", "--resume", "--results", results, folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(results + ":1:1: error: this is no file of results");
  }

  @Test
  void contradictoryOptionsAreNamed() {
    assertThat(Run.proviso("suite").err()).contains("no tasks given");
    assertThat(Run.proviso("suite", "--resume", folder).err()).contains("--results FILE --resume");
    assertThat(Run.proviso("suite", "--property", "termination", folder).err())
        .contains("there is no property 'termination'");
    assertThat(Run.proviso("suite", "--compare", folder).err())
        .contains("two files of results are compared");
  }
}

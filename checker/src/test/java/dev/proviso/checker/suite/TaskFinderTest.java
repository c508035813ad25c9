// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFinderTest {
  private static final String TASK =
      """
      format_version: '2.0'
      input_files: 'a.c'
      properties:
        - property_file: ../properties/termination.prp
          expected_verdict: true
        - property_file: ../properties/unreach-call.prp
          expected_verdict: false
      options:
        language: C
        data_model: ILP32
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private TaskFinder.Found find(Path place) {
    return TaskFinder.find("unreach-call", List.of(place));
  }

  @Test
  void aTaskOfTheCompetition() throws IOException {
    Path source = file("x/a.c", "");
    Path definition = file("x/a.yml", TASK);
    String property = folder.resolve("properties/unreach-call.prp").toString();
    assertThat(find(definition).tasks())
        .containsExactly(
            new Task(
                "x",
                definition.toString(),
                "unreach-call",
                "FALSE",
                List.of("--property=" + property, "--data-model=ILP32", source.toString())));
  }

  @Test
  void aProgramOfOursIsATaskForEachRule() throws IOException {
    Path source = file("p/driver.c", "");
    Path definition =
        file(
            "p/expected.yml",
            "platform: wdm\nfiles: [driver.c]\nrules:\n  A: HOLDS\n  B: NOT APPLICABLE\n");
    assertThat(find(definition).tasks())
        .containsExactly(
            new Task(
                "p",
                definition.toString(),
                "A",
                "HOLDS",
                List.of("--rule=A", "--platform=wdm", source.toString())),
            new Task(
                "p",
                definition.toString(),
                "B",
                "NOT APPLICABLE",
                List.of("--rule=B", "--platform=wdm", source.toString())));
  }

  @Test
  void foldersWithSeveralTasksAreSets() throws IOException {
    for (String name : List.of("s/one/a", "s/one/b", "s/two/a")) {
      file(name + ".yml", TASK);
      file(Path.of(name).resolveSibling("a.c").toString(), "");
    }
    file("s/other.yml", "key: value\n");
    assertThat(find(folder.resolve("s")).tasks())
        .extracting(Task::set)
        .containsExactly("one", "one", "two");
    assertThat(find(folder.resolve("s/one")).tasks()).extracting(Task::set).containsOnly("one");
  }

  @Test
  void whatIsWrongHasAPlaceAndTheRestIsFound() throws IOException {
    Path missing = file("s/missing.yml", TASK.replace("a.c", "gone.c"));
    Path model = file("s/model.yml", TASK.replace("ILP32", "ILP16"));
    Path verdict = file("s/verdict.yml", TASK.replace("verdict: false", "verdict: maybe"));
    file("s/right.yml", TASK);
    file("s/a.c", "");
    TaskFinder.Found found = find(folder.resolve("s"));
    assertThat(found.tasks()).hasSize(1);
    assertThat(found.messages())
        .extracting(m -> m.range().file() + ":" + m.range().line() + " " + m.sentence())
        .containsExactly(
            missing + ":2 there is no file " + folder.resolve("s/gone.c"),
            model + ":10 the data model is ILP32 or LP64, not 'ILP16'",
            verdict + ":7 the expected verdict is true or false, not 'maybe'");
  }

  @Test
  void aFileThatIsNoTaskIsNamed() throws IOException {
    assertThat(find(folder.resolve("gone.yml")).messages().getFirst().sentence())
        .isEqualTo("there is no such task or folder");
    assertThat(find(file("x/y.yml", "format_version: '1.0'\n")).messages().getFirst().sentence())
        .contains("no task definition");
    assertThat(find(file("x/a.c", "")).messages().getFirst().sentence())
        .isEqualTo("this is no task definition");
    Path other = file("x/z.yml", TASK.replace("unreach-call", "no-overflow"));
    assertThat(find(other).messages().getFirst().sentence())
        .isEqualTo("the task does not ask for unreach-call");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.frontend.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  @TempDir Path folder;

  static Outcome outcome(String task, String expected, String verdict, long milliseconds) {
    return new Outcome(
        "locks",
        new Task.Key(task, "unreach-call"),
        expected,
        verdict,
        verdict.equals("UNKNOWN") ? "time limit of 3 s" : "",
        Duration.ofMillis(milliseconds),
        Duration.ofMillis(milliseconds + 10),
        120);
  }

  @Test
  void whatIsWrittenIsRead() throws InputException {
    Path file = folder.resolve("r.tsv");
    List<Outcome> outcomes =
        List.of(outcome("a.yml", "TRUE", "TRUE", 1230), outcome("b.yml", "", "UNKNOWN", 3000));
    try (ResultFile results = ResultFile.create(file, "3 s")) {
      results.add(outcomes.get(0));
      results.add(outcomes.get(1));
    }
    assertThat(ResultFile.read(file)).isEqualTo(new ResultFile.Content("3 s", outcomes));
  }

  @Test
  void aLineThatWasNotFinishedIsLeftOutAndTakenAway() throws InputException, IOException {
    Path file = folder.resolve("r.tsv");
    try (ResultFile results = ResultFile.create(file, "3 s")) {
      results.add(outcome("a.yml", "TRUE", "TRUE", 1230));
    }
    Files.writeString(file, "locks\tb.yml\tunreach", StandardOpenOption.APPEND);
    assertThat(ResultFile.read(file).outcomes()).hasSize(1);
    try (ResultFile results = ResultFile.resume(file)) {
      results.add(outcome("c.yml", "FALSE", "FALSE", 5));
    }
    assertThat(ResultFile.read(file).outcomes())
        .extracting(o -> o.key().name())
        .containsExactly("a.yml", "c.yml");
  }

  @Test
  void whatIsNoResultHasAPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("r.tsv"), "task,verdict\na,TRUE\n");
    assertThatThrownBy(() -> ResultFile.read(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.messages().getFirst().range().toString()).startsWith(file + ":1"));
  }

  @Test
  void aFieldThatIsNoNumberHasAPlace() throws InputException, IOException {
    Path file = folder.resolve("r.tsv");
    ResultFile.create(file, "3 s").close();
    Files.writeString(
        file,
        "s\ta.yml\tunreach-call\tTRUE\tTRUE\tright\tlong\t1\t2\t\n",
        StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ResultFile.read(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.messages().getFirst().range().line()).isEqualTo(3));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.checker.suite.Task;
import dev.proviso.checker.suite.TaskFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small tasks, each for one piece of C that was decided wrongly once, or well might be. */
final class TasksTest {
  static Stream<Task> tasks() {
    Path folder = Path.of("src/test/resources/dev/proviso/checker/tasks");
    TaskFinder.Found found = TaskFinder.find("unreach-call", List.of(folder));
    assertThat(found.messages()).isEmpty();
    assertThat(found.tasks()).isNotEmpty();
    return found.tasks().stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskHasItsVerdict(Task task) {
    List<Object> line = new ArrayList<>(List.of("check"));
    line.addAll(task.arguments());
    Run run = Run.proviso(line.toArray());
    String last = run.out().lines().reduce("", (a, b) -> b);
    assertThat(last.replaceFirst("\\(.*", ""))
        .as("%s%s", run.out(), run.err())
        .isEqualTo(task.expected());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code proviso capture} watches a shell script that calls a made-up compiler, so that none need
 * be installed.
 */
class CaptureTest {
  @TempDir Path folder;
  private Path compiler = Path.of("");

  @BeforeEach
  void files() throws IOException {
    compiler = Files.writeString(folder.resolve("gcc-99"), "#!/bin/sh\nexit 0\n");
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("a.c"), "int main(void) { return A; }\n");
    Files.writeString(folder.resolve("b c.c"), "int b;\n");
  }

  private Run capture(String build, String... options) {
    List<Object> all = new ArrayList<>();
    all.addAll(List.of("capture", "-o", folder.resolve("compile_commands.json")));
    all.addAll(List.of(options));
    String script = "cd '" + folder + "' && " + build;
    all.addAll(List.of("--", "env", "CC=" + compiler, "sh", "-c", script));
    return Run.proviso(all.toArray());
  }

  private String database() throws IOException {
    return Files.readString(folder.resolve("compile_commands.json"));
  }

  @Test
  void aCompilerThatASettingNamesByItsPath() throws IOException {
    Run run = capture("$CC -c -DA='4 + 1' a.c && $CC -c 'b c.c' -o x.o && $CC -E a.c");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).contains("3 compiler calls seen, 2 entries");
    assertThat(database())
        .contains("\"" + compiler + "\", \"-c\", \"-DA=4 + 1\", \"a.c\"")
        .contains("\"file\" : \"b c.c\"")
        .contains("\"output\" : \"x.o\"");
    assertThat(Run.proviso("run", "-p", folder).code()).isEqualTo(5);
  }

  @Test
  void theBuildsExitCodeIsPassedOn() {
    Run run = capture("exit 7");
    assertThat(run.code()).isEqualTo(7);
    assertThat(run.err())
        .contains("the build failed with code 7")
        .contains("no call of a compiler was seen")
        .contains("make clean");
  }

  @Test
  void aCommandThatIsNotThere() {
    Run run = Run.proviso("capture", "--", folder.resolve("none").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the build cannot be started");
    assertThat(Run.proviso("capture").code()).isEqualTo(1);
  }

  @Test
  void entriesOfAnEarlierBuildAreKept() throws IOException {
    assertThat(capture("$CC -c a.c").code()).isEqualTo(0);
    Run run = capture("$CC -c 'b c.c' && $CC -c -DNEW a.c", "--append");
    assertThat(run.err()).contains("2 entries in");
    assertThat(database()).contains("-DNEW").contains("b c.c");
    capture("$CC -c 'b c.c'");
    assertThat(database()).doesNotContain("a.c");
  }

  @Test
  void filesThatAreGoneAgainAreLeftOut() throws IOException {
    Run run = capture("echo > conftest.c && $CC -c conftest.c; rm conftest.c; $CC -c a.c");
    assertThat(run.err())
        .contains("1 entries in")
        .contains("1 of files that are gone again left out");
    assertThat(database()).doesNotContain("conftest");
  }

  @Test
  void responseFilesAreReadWhileTheyAreThere() throws IOException {
    Run run = capture("echo '-DA=3 -c a.c' > x.rsp && $CC @x.rsp; rm x.rsp");
    assertThat(run.code()).isEqualTo(0);
    assertThat(database()).contains("\"-DA=3\", \"-c\", \"a.c\"");
  }
}

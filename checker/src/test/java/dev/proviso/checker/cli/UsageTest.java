// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
  @TempDir Path folder;

  @Test
  void aWrongOptionIsNamed() {
    Run run = Run.proviso("--hlep");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("proviso: error: unknown option: '--hlep'\n")
        .contains("help: did you mean --help");
  }

  @Test
  void noCommandIsAQuestion() {
    assertThat(Run.proviso().code()).isEqualTo(1);
    assertThat(Run.proviso("rule").err()).contains("list, show, check, test or new");
  }

  @Test
  void helpAndVersionAreResults() {
    assertThat(Run.proviso("--help"))
        .matches(r -> r.code() == 0 && r.out().contains("Exit codes:"));
    assertThat(Run.proviso("--version"))
        .matches(r -> r.code() == 0 && r.out().startsWith("proviso "));
  }

  @Test
  void theDoctorLoadsTheSolver() {
    Run run = Run.proviso("doctor");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Z3 4.14").doesNotContain("NOT OK");
  }

  @Test
  void aNewRuleIsAWholeFolderAndOverwritesNothing() {
    Run first = Run.proviso("rule", "new", "Alternate", "--in", folder);
    assertThat(first.code()).isZero();
    assertThat(folder.resolve("Alternate")).isDirectoryContaining("glob:**/rule.slic");
    Run second = Run.proviso("rule", "new", "Alternate", "--in", folder);
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("already");
  }

  @Test
  void aRuleFileOfOnesOwnCanBeShown() {
    Run.proviso("rule", "new", "Alternate", "--in", folder);
    Run run = Run.proviso("rule", "show", folder.resolve("Alternate").resolve("rule.slic"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("What the rule demands").contains("rule Alternate;");
  }
}

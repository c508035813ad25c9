// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import static dev.proviso.checker.suite.ResultFileTest.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTableTest {
  private static final List<Outcome> BEFORE =
      List.of(
          outcome("a.yml", "TRUE", "TRUE", 1000),
          outcome("b.yml", "FALSE", "UNKNOWN", 9000),
          outcome("c.yml", "TRUE", "FALSE", 3000),
          outcome("gone.yml", "TRUE", "TRUE", 100));
  private static final List<Outcome> AFTER =
      List.of(
          outcome("a.yml", "TRUE", "TRUE", 500),
          outcome("b.yml", "FALSE", "FALSE", 2000),
          outcome("c.yml", "TRUE", "UNKNOWN", 4000));

  @Test
  void countsEachKind() {
    assertThat(SuiteTable.of(BEFORE).lines().skip(1))
        .singleElement()
        .asString()
        .matches("locks +2 +1 +1 +0 +13\\.1 +1\\.0 +120");
  }

  @Test
  void comparesTwoRuns() {
    assertThat(Comparison.of(BEFORE, AFTER).lines().map(l -> l.replaceAll(" +", " ")))
        .containsExactly(
            "unknown -> right UNKNOWN -> FALSE b.yml unreach-call",
            "WRONG -> unknown FALSE -> UNKNOWN c.yml unreach-call",
            "only in the first TRUE gone.yml unreach-call",
            "1 tasks have the same verdict in both",
            "1 tasks decided by both: 1.0 s -> 0.5 s of processor time");
  }
}

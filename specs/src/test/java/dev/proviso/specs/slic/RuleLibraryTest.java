// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleLibraryTest {
  @Test
  void findsEachRuleByItsName() {
    assertThat(RuleLibrary.builtIn()).isNotEmpty();
    for (RuleLibrary.Entry entry : RuleLibrary.builtIn()) {
      assertThat(RuleLibrary.builtIn(entry.name()).orElseThrow().rule().name())
          .isEqualTo(entry.name());
    }
  }

  @Test
  void takesNoFolderForARule() {
    assertThat(RuleLibrary.builtIn("wdm")).isEmpty();
    assertThat(RuleLibrary.builtIn("")).isEmpty();
    assertThat(RuleLibrary.builtIn("spinlock")).isEmpty();
  }
}

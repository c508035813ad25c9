// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
  @Test
  void asAShellDoes() {
    assertThat(CommandWords.of("cc  -DA='x \"y\"' \"-DB=\\\"s\\\" \\n\" -D\\ C a\\\\b.c ''"))
        .containsExactly("cc", "-DA=x \"y\"", "-DB=\"s\" \\n", "-D C", "a\\b.c", "");
  }

  @Test
  void asWindowsDoes() {
    assertThat(CommandWords.of("C:\\VC\\cl.exe /DA=\\\"x\\\" \"/IC:\\a b\\\\\" d\\e.c"))
        .containsExactly("C:\\VC\\cl.exe", "/DA=\"x\"", "/IC:\\a b\\", "d\\e.c");
    assertThat(CommandWords.of("clang-cl a\\b.c")).containsExactly("clang-cl", "a\\b.c");
    assertThat(CommandWords.of("\"C:\\Program Files\\cc.exe\" x"))
        .containsExactly("C:\\Program Files\\cc.exe", "x");
  }

  @Test
  void nothingAndUnclosedQuotesEnd() {
    assertThat(CommandWords.of(" \n\t")).isEmpty();
    assertThat(CommandWords.of("cc \"a b")).containsExactly("cc", "a b");
    assertThat(CommandWords.of("cc a\\")).containsExactly("cc", "a\\");
  }
}

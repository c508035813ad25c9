// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private final MessageText text =
      new MessageText(new Sources().with("a.c", "int f(void)\n{\n\treturn g(1) + 2;\n}\n"));

  @Test
  void marksTheRangeBelowTheSourceLine() {
    Message message =
        new Message(
            Message.Severity.WARNING,
            new SourceRange("a.c", 3, 9, 3, 12),
            "g is not declared",
            List.of(new Message.Note(SourceRange.NONE, "taken as int g()")),
            List.of("include its header"));
    assertThat(text.print(message, "SpinLock"))
        .isEqualTo(
            """
            a.c:3:9: warning: g is not declared [SpinLock]
              3 |         return g(1) + 2;
                |                ^~~~
            note: taken as int g()
              help: include its header
            """);
  }

  @Test
  void aRangeOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    assertThat(text.excerpt(new SourceRange("a.c", 1, 5, 4, 1))).endsWith("    |     ^~~~~~~\n");
  }

  @Test
  void aPlaceWithoutSourceIsOnlyNamed() {
    Message message = Message.error(new SourceRange("gone.c", 0, 0, 0, 0), "no such file");
    assertThat(text.print(message)).isEqualTo("gone.c: error: no such file\n");
  }

  @Test
  void ofALongLineAWindowIsShown() {
    String line = "a".repeat(5000) + "HERE" + "b".repeat(5000);
    MessageText print = new MessageText(new Sources().with("l.c", line + "\n"));
    String excerpt = print.excerpt(new SourceRange("l.c", 1, 5001, 1, 5004));
    assertThat(excerpt.length()).isLessThan(700);
    String[] lines = excerpt.split("\n");
    assertThat(lines[0].indexOf("HERE")).isEqualTo(lines[1].indexOf("^~~~")).isPositive();
    assertThat(print.excerpt(new SourceRange("l.c", 1, 1, 1, 3)))
        .contains("| aaa")
        .contains("| ^~~");
    assertThat(print.excerpt(new SourceRange("l.c", 1, 10004, 1, 10004))).contains("b\n");
  }

  @Test
  void aSentenceThatQuotesSomethingLongIsCut() {
    Message message = Message.error(SourceRange.NONE, "`" + "9".repeat(100_000) + "` is too large");
    assertThat(text.print(message).length()).isLessThan(1300);
    assertThat(text.print(message)).endsWith("` is too large\n");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
  static final String SPIN_LOCK =
      """
      /** Spin locks are acquired and released in alternation.
       * None is held at the end.
       */
      rule SpinLock;
      platform wdm;

      state {
          enum { Free, Held } s = Free; // the lock
          int depth, *last = 0;
      } watch KeAcquireSpinLock.entry.$1;

      static int helped(struct x *p) { return p != 0; }

      KeAcquireSpinLock.entry with guard ($1) {
          if (s == Held) abort "$1 is acquired twice";
          s = Held;
      }
      [DRIVER_DISPATCH, DRIVER_*].exit { if (*) halt; }
      """;

  @Test
  void readsAllParts() throws InputException {
    Rule rule = RuleParser.parse(SPIN_LOCK, "a/spin.slic");
    assertThat(rule.name()).isEqualTo("SpinLock");
    assertThat(rule.platform()).isEqualTo("wdm");
    assertThat(rule.documentation())
        .isEqualTo(
            "Spin locks are acquired and released in alternation.\nNone is held at the end.");
    assertThat(rule.state().variables())
        .extracting(v -> v.name() + "@" + v.range())
        .containsExactly("s@a/spin.slic:8:25", "depth@a/spin.slic:9:9", "last@a/spin.slic:9:17");
    assertThat(rule.state().declarations())
        .extracting(Code::text)
        .containsExactly("enum { Free, Held } s = Free", "int depth, *last = 0");
    assertThat(rule.watches()).hasSize(1);
    assertThat(rule.watches().getFirst().value().text()).isEqualTo("$1");
    assertThat(rule.helpers()).extracting(Rule.Helper::name).containsExactly("helped");
    assertThat(rule.helpers().getFirst().text().text())
        .startsWith("static int helped(")
        .endsWith("return p != 0; }");
  }

  @Test
  void readsHandlers() throws InputException {
    Rule rule = RuleParser.parse(SPIN_LOCK, "spin.slic");
    assertThat(rule.handlers())
        .extracting(h -> h.functions() + "." + h.event().spelling())
        .containsExactly("[KeAcquireSpinLock].entry", "[DRIVER_DISPATCH, DRIVER_*].exit");
    Rule.Handler first = rule.handlers().getFirst();
    assertThat(first.guard()).isNotNull().extracting(Code::text).isEqualTo("$1");
    assertThat(first.body().text()).startsWith("\n    if (s").endsWith("s = Held;\n");
    assertThat(first.body().tokens())
        .filteredOn(t -> t.kind() == Code.Kind.STRING)
        .extracting(t -> t.range() + t.text())
        .containsExactly("spin.slic:15:26\"$1 is acquired twice\"");
    assertThat(rule.handlers().getLast().guard()).isNull();
  }

  @Test
  void namesAfterFileOrFolder() throws InputException {
    assertThat(RuleParser.parse("F.entry { abort; }", "x/Twice.slic").name()).isEqualTo("Twice");
    assertThat(RuleParser.parse("F.entry { abort; }", "x/Twice/rule.slic").name())
        .isEqualTo("Twice");
    assertThat(RuleParser.parse("F.entry { abort; }", "x/Twice.slic").platform()).isEqualTo("none");
  }

  @Test
  void keywordsAreNamesInCode() throws InputException {
    Rule rule =
        RuleParser.parse("state { int state = 0, rule; } F.entry { state = rule; }", "k.slic");
    assertThat(rule.state().variables())
        .extracting(Rule.StateVariable::name)
        .containsExactly("state", "rule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      F.enter { abort; }                      | 1:3 no event 'enter': a function has call, entry, exit, return [did you mean entry?]
      F { abort; }                            | 1:3 unexpected '{' [a rule file holds: rule NAME; platform NAME; state { … } [watch F.entry.$1], events F.entry { … }, C functions]
      F.entry { if (x { abort; }              | 1:27 the file ends here: a closing '}', ')' or ']' is missing or does not fit []
      F.entry abort;                          | 1:9 unexpected 'abort', expected 'with' or '{' [an event is written F.entry { … } or [F, G].exit with guard ($1) { … }]
      state { int a[3]; } F.entry { a; }      | 1:14 state holds scalar variables only: integers, enumerations and pointers []
      state { int; } F.entry { abort; }       | 1:9 this declares no variable [write, for example, int count = 0;]
      state { int a } F.entry { abort; }      | 1:13 the declaration does not end [put a ';' behind it]
      state { int a; } state { int b; } F.entry { abort; } | 1:18 a second 'state { … }'; the first is at line 1 [put both into one]
      state { int a; } watch F.entry; F.entry { abort; } | 1:31 unexpected ';', expected '.' [a watch names values of events: watch F.entry.$1, or watch [F.entry.$1, G.exit.$return]]
      rule X;                                 | 1:1 the rule has no events, so nothing can break it [write one, such as: F.entry { abort "F is called"; }]
      """)
  void saysWhatIsWrong(String text, String expected) {
    assertThat(messages(text)).isEqualTo(expected);
  }

  private static String messages(String text) {
    InputException e =
        catchThrowableOfType(InputException.class, () -> RuleParser.parse(text, "r.slic"));
    return e == null
        ? "no error"
        : e.messages().stream().map(RuleParserTest::show).collect(Collectors.joining("; "));
  }

  static String show(Message m) {
    return m.range().line() + ":" + m.range().column() + " " + m.sentence() + " " + m.help();
  }
}

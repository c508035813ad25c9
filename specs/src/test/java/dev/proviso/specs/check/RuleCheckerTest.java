// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import dev.proviso.specs.slic.RuleParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCheckerTest {
  @TempDir Path temp;

  static Stream<String> builtIn() {
    return RuleLibrary.builtIn().stream().map(RuleLibrary.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void ourOwnRulesAreRight(String name) throws InputException {
    Rule rule = RuleLibrary.find(name).rule();
    assertThat(new RuleChecker(PlatformLibrary.builtIn()).check(rule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      lock_it.entry { if (s == 1) abort; s = 1; }              | fine
      lock_it.entry { if (s == 2) abort; s = 1; }              | ERROR 7:29 no sequence of events reaches this abort
      lock_it.entry { s = s + 1; halt; abort; }                | ERROR 7:34 no sequence of events reaches this abort
      lock_it.entry { if (s == 1) if (*) abort; s = 1; }       | fine
      free_it.entry { if (s == $1->count) abort; }             | fine
      free_it.entry { if (s) abort; s = $1->state; }           | fine
      free_it.entry { if (s) abort; s = $1->missing; }         | ERROR 7:35 `struct object` has no member `missing`
      free_it.entry { if (s) abort; s = missing; }             | ERROR 7:35 `missing` is not declared
      free_it.entry { if (s) abort; $1->count = s; s = 1; }    | ERROR 7:31 this changes the program's data, which a rule never does
      free_it.entry { if (s) abort; level = 1; s = 1; }        | ERROR 7:31 this changes the program's data, which a rule never does
      free_it.entry { if (s) abort; if (get_level() > 1) s = 1; } | fine
      free_it.entry { if (s == 1) abort; twice(); } static void twice(void) { s++; } | fine
      free_it.entry { if (s == 3) abort; twice(); } static void twice(void) { s = s == 0 ? 2 : 1; } | ERROR 7:29 no sequence of events reaches this abort
      [WORK].entry { if ($1->count == s) abort; }              | fine
      free_again.entry { if ($1->count == s) abort; }          | ERROR 7:1 free_again is neither a function nor a role of platform small
      """)
  void checksTheCodeAgainstThePlatform(String events, String expected) throws Exception {
    Files.createDirectories(temp.resolve("none/include"));
    Files.createDirectories(temp.resolve("small/include"));
    Files.writeString(temp.resolve("none/platform.yml"), "name: none\ntarget: LP64\nheaders: []\n");
    Files.copy(Path.of("platforms/none/include/proviso.h"), temp.resolve("none/include/proviso.h"));
    Files.writeString(
        temp.resolve("small/platform.yml"),
        "name: small\ntarget: LP64\nheaders: [small.h]\nroles:\n  - name: WORK\n");
    Files.writeString(
        temp.resolve("small/include/small.h"),
        """
        typedef struct object { int count; int state; } object;
        extern int level;
        int get_level(void);
        void lock_it(int lock);
        void free_it(object *it);
        typedef void WORK(object *it);
        """);
    String head = "rule R;\nplatform small;\n\nstate {\n  int s = 0;\n}\n";
    Rule rule = RuleParser.parse(head + events, "R.slic");
    List<Message> messages = new RuleChecker(new PlatformLibrary(temp)).check(rule);
    assertThat(show(messages)).isEqualTo(expected);
  }

  @Test
  void namesTheUnknownPlatform() throws InputException {
    Rule rule = RuleParser.parse("platform wdn; f.entry { abort; }", "R.slic");
    assertThat(show(new RuleChecker(PlatformLibrary.builtIn()).check(rule)))
        .isEqualTo("ERROR 1:1 there is no platform 'wdn'");
  }

  @Test
  void functionsOfTheProgramMayBeMeantWithoutPlatform() throws InputException {
    Rule rule = RuleParser.parse("f.entry { if ($1->x == 3) abort; }", "R.slic");
    assertThat(show(new RuleChecker(PlatformLibrary.builtIn()).check(rule)))
        .isEqualTo(
            "WARNING 1:1 f is not declared here: only the program can tell whether it exists");
  }

  private static String show(List<Message> messages) {
    String shown =
        messages.stream()
            .map(
                m ->
                    m.severity()
                        + " "
                        + m.range().line()
                        + ":"
                        + m.range().column()
                        + " "
                        + m.sentence())
            .collect(Collectors.joining("; "));
    return shown.isEmpty() ? "fine" : shown;
  }
}

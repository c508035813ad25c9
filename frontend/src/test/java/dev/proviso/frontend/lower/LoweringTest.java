// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small functions and what they become. */
final class LoweringTest {
  private static String body(String text) throws Exception {
    String printed =
        Printer.print(Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64)));
    return printed
        .substring(printed.indexOf('{') + 2)
        .lines()
        .skip(1)
        .map(String::strip)
        .filter(l -> l.contains(":"))
        .reduce("", (a, b) -> a + b + "\n");
  }

  @Test
  void dereferencesAreCheckedOnce() throws Exception {
    assertThat(body("struct s { int a, b; }; void f(struct s *p) { p->a = 1; p->b = 2; }"))
        .isEqualTo(
            """
            0 -> 1: assume (f::p != 0)
            1 -> 2: f::p->a = 1
            2 -> 3: f::p->b = 2
            3 -> 4: return
            """);
  }

  @Test
  void wideCharactersAreAsShortAsAFlagSays() throws InputException {
    String text =
        "_Static_assert(sizeof L\"ab\" == 6 && L'\\xffff' > 0, \"\");\nint main(void) { return 0; }\n";
    UnitOptions unit = UnitOptions.of(Target.LP64);
    UnitOptions narrow =
        new UnitOptions(
            unit.target(),
            new Dialect(false, false, false, true, 0),
            unit.includes(),
            unit.macros(),
            unit.followsMarkers());
    Frontend.Options options = new Frontend.Options(narrow, Origin.Kind.USER, Map.of());
    assertThat(Frontend.readText("t.c", text, options).messages()).isEmpty();
    assertThatThrownBy(() -> Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64)))
        .isInstanceOf(InputException.class);
  }

  @Test
  void aConstantThatCannotBeLoweredLosesItsFunctionAlone() throws InputException {
    String text =
        """
        struct s { char c; } __attribute__((aligned(sizeof(int) > 2 ? 8 : 4)));
        int other(void) { return 1; }
        int lost(struct s *p) { _Static_assert(sizeof *p == 8, ""); return 1; }
        _Static_assert(sizeof(struct s) == 8, "");
        """;
    Program program = Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64));
    assertThat(program.procedures().get("other").isDefined()).isTrue();
    assertThat(program.procedures().get("lost").body()).isInstanceOf(Procedure.Body.Lost.class);
    assertThat(program.messages())
        .noneMatch(m -> m.severity() == Message.Severity.ERROR)
        .anyMatch(m -> m.toString().contains("the argument of the attribute `aligned`"));
  }
}

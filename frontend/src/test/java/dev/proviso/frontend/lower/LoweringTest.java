// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.source.InputException;
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inline definitions beside external ones: C99 6.7.4, and GNU's older way. */
final class InlineDefinitionsTest {
  private static Program unit(String name, boolean old, String text) throws Exception {
    UnitOptions plain = UnitOptions.of(Target.LP64);
    UnitOptions options =
        new UnitOptions(
            plain.target(),
            new Dialect(false, false, old, false, 0),
            plain.includes(),
            plain.macros(),
            true);
    return Frontend.readText(name, text, new Frontend.Options(options, Origin.Kind.USER, Map.of()));
  }

  private static String linked(Program... parts) throws Exception {
    Program linked = Frontend.link(List.of(parts));
    return Printer.print(linked.procedures().get("f")).contains("return 2") ? "second" : "first";
  }

  private static boolean isRefused(Program... parts) {
    InputException error =
        catchThrowableOfType(InputException.class, () -> Frontend.link(List.of(parts)));
    return error != null && error.messages().getFirst().sentence().equals("`f` is defined twice");
  }

  @Test
  void anExternalDefinitionCountsBeforeAnInlineOne() throws Exception {
    Program inline =
        unit("a.c", false, "inline int f(void) { return 1; } int g(void) { return f(); }");
    Program external = unit("b.c", false, "int f(void) { return 2; }");
    assertThat(linked(inline, external)).isEqualTo("second");
  }

  @Test
  void aDeclarationWithoutInlineMakesItExternal() throws Exception {
    Program external = unit("b.c", false, "int f(void) { return 2; }");
    for (String declaration : List.of("int f(void);", "extern inline int f(void);")) {
      Program inline = unit("a.c", false, declaration + " inline int f(void) { return 1; }");
      assertThat(isRefused(inline, external)).as(declaration).isTrue();
    }
  }

  @Test
  void beforeC99ItWasTheOtherWayRound() throws Exception {
    Program external = unit("b.c", true, "int f(void) { return 2; }");
    assertThat(linked(unit("a.c", true, "extern inline int f(void) { return 1; }"), external))
        .isEqualTo("second");
    assertThat(isRefused(unit("a.c", true, "inline int f(void) { return 1; }"), external)).isTrue();
    String attribute = "extern inline __attribute__((__gnu_inline__)) int f(void) { return 1; }";
    assertThat(linked(unit("a.c", false, attribute), external)).isEqualTo("second");
  }

  @Test
  void oneUnitMayReplaceItsOwn() throws Exception {
    String both = "extern inline int f(void) { return 1; } int f(void) { return 2; }";
    assertThat(linked(unit("a.c", true, both))).isEqualTo("second");
  }

  @Test
  void inlineAloneIsDefinedOnce() throws Exception {
    String text = "inline int f(void) { return 1; } int %s(void) { return f(); }";
    assertThat(
            linked(
                unit("a.c", false, text.formatted("g")), unit("b.c", false, text.formatted("h"))))
        .isEqualTo("first");
  }
}

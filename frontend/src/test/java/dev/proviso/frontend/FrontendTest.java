// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the facade promises. */
final class FrontendTest {
  private static Program read(String text) throws InputException {
    return Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64));
  }

  private static List<Edge> edges(Program program, String procedure) {
    return ((Procedure.Body.Defined) program.procedures().get(procedure).body()).cfg().edges();
  }

  private static List<String> errors(String text) {
    return catchThrowableOfType(InputException.class, () -> read(text)).messages().stream()
        .filter(m -> m.severity() == Message.Severity.ERROR)
        .map(m -> m.range() + ": " + m.sentence())
        .toList();
  }

  @Test
  void everyErrorIsToldAtItsPlace() {
    assertThat(
            errors(
                "int f(void) { return x; }\nstruct s { int a; } v;\nint g(void) { return v.b; }"))
        .containsExactly("t.c:1:22: `x` is not declared", "t.c:3:22: `struct s` has no member `b`");
    assertThat(errors("_Static_assert(1 == 2, \"no\");"))
        .containsExactly("t.c:1:1: the static assertion does not hold: \"no\"");
    assertThat(errors("int f(int); int g(void) { return f(); }"))
        .containsExactly("t.c:1:34: this call has 0 arguments, the function takes 1");
    assertThat(errors("void f(void) { break; }"))
        .containsExactly("t.c:1:16: `break` stands in no loop and no switch");
    assertThat(errors("void f(void) { goto x; }"))
        .containsExactly("t.c:1:16: there is no label `x` in this function");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    InputException error =
        catchThrowableOfType(
            InputException.class,
            () ->
                Frontend.read(
                    List.of(
                        new Frontend.Source(
                            Path.of("missing.c"), Frontend.Options.of(Target.LP64)))));
    assertThat(error.messages()).hasSize(1);
  }

  @Test
  void branchesTellTheirKeywordAndValue() throws Exception {
    List<Edge> edges =
        edges(read("int f(int x) {\n  if (x && x < 5)\n    return 1;\n  return 0;\n}"), "f");
    assertThat(
            edges.stream()
                .filter(e -> e.statement() instanceof Statement.Assume)
                .map(
                    e ->
                        e.statement() instanceof Statement.Assume a
                            ? a.condition()
                                + " "
                                + e.origin().branch().keyword()
                                + " "
                                + e.origin().branch().value()
                                + " at "
                                + e.origin().branch().keywordRange()
                                + ", "
                                + e.origin().range()
                            : ""))
        .containsExactly(
            "(f::x != 0) && true at t.c:2:9, t.c:2:7",
            "(f::x == 0) if false at t.c:2:3, t.c:2:7",
            "(f::x < 5) if true at t.c:2:3, t.c:2:12",
            "(5 <= f::x) if false at t.c:2:3, t.c:2:12");
  }

  @Test
  void rolesAndAttributesAreAnnotations() throws Exception {
    Program program =
        read(
            "enum { READ = 3 };\n"
                + "typedef int DRIVER_DISPATCH(int);\n"
                + "__attribute__((sal_dispatch_type(READ))) __attribute__((sal_dispatch_type(0x10 | 1))) DRIVER_DISPATCH f;\n"
                + "void event(void) __attribute__((proviso_event));\n"
                + "int f(int x) { return x; }");
    assertThat(program.procedures().get("f").annotations())
        .containsExactly(
            new Annotation(Annotation.ROLE, List.of("DRIVER_DISPATCH")),
            new Annotation("sal_dispatch_type", List.of("3")),
            new Annotation("sal_dispatch_type", List.of("17")));
    assertThat(program.procedures().get("event").annotations())
        .containsExactly(new Annotation("proviso_event", List.of()));
  }

  @Test
  void aPointerWhereAnIntegerIsMeantIsAWarning() throws Exception {
    Program program =
        read("void f(unsigned char c); void g(void) {\n  unsigned char c;\n  f(&c);\n}");
    assertThat(program.messages())
        .extracting(m -> m.range() + " " + m.severity())
        .containsExactly("t.c:3:5 WARNING");
  }

  @Test
  void whatCannotBeLoweredIsLostAndTold() throws Exception {
    Program program =
        read(
            "int f(void) {\n  int g(void) { return 1; }\n  return g();\n}\nint h(void) { return 2; }");
    assertThat(program.procedures().get("f").body()).isInstanceOf(Procedure.Body.Lost.class);
    assertThat(program.procedures().get("h").isDefined()).isTrue();
    assertThat(program.messages()).hasSize(1);
  }

  @Test
  void longChainsAreNoTrouble() throws Exception {
    StringBuilder text = new StringBuilder("int f(int a) { int r = 0; ");
    for (int i = 0; i < 3000; i++) {
      text.append("if (a == ").append(i).append(") r = 1; else ");
    }
    text.append("r = 2; return a");
    for (int i = 0; i < 5000; i++) {
      text.append(" + a");
    }
    Program program = read(text.append("; }").toString());
    assertThat(edges(program, "f")).hasSizeGreaterThan(6000);
  }
}

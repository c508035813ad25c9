// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units become one program. */
final class LinkerTest {
  private static Program unit(String name, String text) throws Exception {
    return unit(name, text, Origin.Kind.USER);
  }

  private static Program unit(String name, String text, Origin.Kind kind) throws Exception {
    return Frontend.readText(
        name, text, new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), kind));
  }

  private static String body(Program program, String procedure) {
    return Printer.print(program.procedures().get(procedure))
        .lines()
        .filter(l -> l.startsWith("  "))
        .map(l -> l.substring(l.indexOf(':') + 2))
        .reduce("", (a, b) -> a + b + "; ");
  }

  private static Variable global(Program program, String id) {
    return program.globals().stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aDeclarationMeetsItsDefinition() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "extern int x[]; int f(int); int g(void) { return f(x[1]); }"),
                unit("b.c", "int x[4] = {0, 7}; int f(int a) { return a; }")));
    assertThat(linked.procedures().get("f").isDefined()).isTrue();
    assertThat(linked.globals()).hasSize(1);
    assertThat(global(linked, "x").type()).hasToString("int [4]");
    assertThat(global(linked, "x").linkage()).isEqualTo(Variable.Linkage.EXTERNAL);
    assertThat(body(linked, "g")).isEqualTo("g::$1 = f(x[1]); return g::$1; ");
    assertThat(linked.initialisers()).hasSize(1);
  }

  @Test
  void whatNoUnitDefinesStaysDeclared() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "extern int x; int f(void); int g(void) { return f() + x; }"),
                unit("b.c", "extern int x; int h(void) { return x; }")));
    assertThat(global(linked, "x").linkage()).isEqualTo(Variable.Linkage.DECLARED);
    assertThat(linked.procedures().get("f").body()).isEqualTo(new Procedure.Body.Undefined());
  }

  @Test
  void staticsOfOneNameGetTheirFilesName() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit(
                    "a.c",
                    "static int n = 1; static int h(void) { static int k; return n + k; } int f(void) { return h(); }"),
                unit(
                    "b.c",
                    "static int n = 2; static int h(void) { int v = n; return v; } int g(void) { return h(); }")));
    assertThat(linked.procedures().keySet()).containsExactly("a.c::h", "f", "b.c::h", "g");
    assertThat(linked.globals())
        .extracting(Variable::id)
        .containsExactly("a.c::n", "a.c::h::k", "b.c::n");
    assertThat(body(linked, "g")).isEqualTo("g::$1 = b.c::h(); return g::$1; ");
    assertThat(body(linked, "b.c::h")).isEqualTo("b.c::h::v = b.c::n; return b.c::h::v; ");
    assertThat(linked.procedures().get("b.c::h").locals().get(0).id()).isEqualTo("b.c::h::v");
  }

  @Test
  void structsDeclaredAlikeAreOne() throws Exception {
    String list = "struct list { struct list *next; struct hidden *h; };";
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", list + " struct list *head;"),
                unit(
                    "b.c",
                    "struct hidden { int secret; };"
                        + list
                        + " struct list *head; struct list tail;"),
                unit("c.c", "struct list { int other; } third;")));
    CompositeType pointee = (CompositeType) ((PointerType) global(linked, "head").type()).pointee();
    assertThat(pointee)
        .isSameAs(global(linked, "tail").type())
        .isNotSameAs(global(linked, "third").type());
    CompositeType hidden = (CompositeType) ((PointerType) pointee.fields().get(1).type()).pointee();
    assertThat(hidden.isComplete()).isTrue();
  }

  @Test
  void twoDefinitionsAreAnErrorAtBothPlaces() throws Exception {
    Program a = unit("a.c", "int f(void) { return 1; }");
    Program b = unit("b.c", "\nint f(void) { return 2; }");
    InputException error =
        catchThrowableOfType(InputException.class, () -> Frontend.link(List.of(a, b)));
    Message message = error.messages().get(0);
    assertThat(message.range()).hasToString("b.c:2:5");
    assertThat(message.sentence()).isEqualTo("`f` is defined twice");
    assertThat(message.notes().get(0).range()).hasToString("a.c:1:5");
  }

  @Test
  void twoInitialValuesAreAnError() throws Exception {
    Program a = unit("a.c", "int x = 1;");
    Program b = unit("b.c", "int x = 2;");
    InputException error =
        catchThrowableOfType(InputException.class, () -> Frontend.link(List.of(a, b)));
    assertThat(error.messages().get(0).sentence()).isEqualTo("`x` is defined twice");
  }

  @Test
  void aModelReplacesAHeadersBody(@TempDir Path headers) throws Exception {
    Files.writeString(headers.resolve("api.h"), "static inline int api(int x) { return x; }\n");
    Path user =
        Files.writeString(
            headers.resolveSibling("user.c"), "#include <api.h>\nint f(void) { return api(1); }\n");
    Program code =
        Frontend.read(
            List.of(
                new Frontend.Source(
                    user,
                    new Frontend.Options(
                        Target.LP64, List.of(), List.of(headers), List.of(), Origin.Kind.USER))));
    Program linked =
        Frontend.link(
            List.of(code, unit("m.c", "int api(int x) { return 2; }", Origin.Kind.MODEL)));
    assertThat(code.procedures().get("api").origin().kind()).isEqualTo(Origin.Kind.HEADER);
    assertThat(body(linked, "api")).isEqualTo("return 2; ");
    assertThat(linked.procedures()).doesNotContainKey("api.h::api");
  }

  @Test
  void aHarnessCallsStaticFunctionsByTheirProgramName() throws Exception {
    Program code =
        Frontend.link(
            List.of(
                unit("a.c", "static int run(int x) { return x; } int (*p)(int) = run;"),
                unit("b.c", "static int run(int x) { return -x; } int (*q)(int) = run;")));
    Program harness =
        unit(
            "h.c",
            "int first(int) __attribute__((proviso_procedure(\"a.c::run\")));"
                + "int run(int) __attribute__((proviso_procedure(\"b.c::run\")));"
                + "int main(void) { return first(1) + run(2); }",
            Origin.Kind.HARNESS);
    Program linked = Frontend.link(List.of(code, harness));
    assertThat(body(linked, "main")).contains("a.c::run(1)").contains("b.c::run(2)");
    assertThat(linked.procedures()).doesNotContainKeys("first", "run");
  }

  @Test
  void argumentsAreConvertedToTheDefinition() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "int g(void) { return f(1, 2); }"),
                unit("b.c", "long f(char c) { return c; }")));
    assertThat(body(linked, "g"))
        .isEqualTo("g::$fit1 = f((char)1); g::$1 = (int)g::$fit1; return g::$1; ");
    assertThat(linked.messages())
        .extracting(Message::sentence)
        .contains("`f` is called with 2 arguments, it takes 1");
  }

  @Test
  void declarationsThatDisagreeAreTold() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "int f(int); int g(void) { return f(1); }"),
                unit("b.c", "int f(long x) { return x; }")));
    assertThat(linked.messages())
        .extracting(Message::sentence)
        .containsExactly("`f` is declared as `int (int)` here, and as `int (long)` elsewhere");
  }

  @Test
  void declarationsThatLookAlikeAndDifferAreTold() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "struct s { int a; }; int f(struct s *p) { return p->a; }"),
                unit(
                    "b.c",
                    "struct s { int a, b; }; int f(struct s *); int g(struct s *p) { return f(p); }")));
    Message message = linked.messages().getFirst();
    assertThat(message.sentence())
        .isEqualTo(
            "`f` is declared with another `struct s` here than elsewhere: its members differ");
    assertThat(message.range()).hasToString("b.c:1:29");
    assertThat(message.notes().getFirst().range()).hasToString("a.c:1:26");
  }

  @Test
  void variablesThatDisagreeAreToldAndShareTheirMemory() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("a.c", "char x[4] = \"abc\";"),
                unit("b.c", "extern int x; int g(void) { return x; }")));
    assertThat(linked.messages())
        .extracting(m -> m.range() + " " + m.sentence() + " " + m.notes().getFirst().range())
        .containsExactly(
            "b.c:1:12 `x` is declared as `int` here, and as `char [4]` elsewhere a.c:1:6");
    assertThat(body(linked, "g")).isEqualTo("return *(int *)&x; ");
  }

  @Test
  void aFunctionAndAVariableOfOneName() throws Exception {
    Program function = unit("a.c", "int x(void) { return 1; }");
    Program variable = unit("b.c", "int x;");
    InputException error =
        catchThrowableOfType(
            InputException.class, () -> Frontend.link(List.of(function, variable)));
    assertThat(error.messages())
        .extracting(m -> m.range() + " " + m.sentence() + " " + m.notes().getFirst().range())
        .containsExactly("a.c:1:5 `x` is a function here, and a variable elsewhere b.c:1:5");
    Program declared =
        Frontend.link(List.of(function, unit("c.c", "extern int x; int g(void) { return x; }")));
    assertThat(declared.messages())
        .extracting(Message::severity)
        .containsExactly(Message.Severity.WARNING);
  }

  @Test
  void weakDefinitionsGiveWay() throws Exception {
    String weak =
        "__attribute__((weak)) int f(void) { return 1; } int x __attribute__((weak)) = 1;";
    Program linked =
        Frontend.link(
            List.of(unit("a.c", weak), unit("b.c", "int f(void) { return 2; } int x = 2;")));
    assertThat(body(linked, "f")).isEqualTo("return 2; ");
    assertThat(linked.initialisers()).extracting(i -> i.value().toString()).containsExactly("2");
    Program alone = Frontend.link(List.of(unit("a.c", weak), unit("b.c", weak)));
    assertThat(body(alone, "f")).isEqualTo("return 1; ");
    assertThat(alone.initialisers()).hasSize(1);
  }

  @Test
  void anAliasIsANameForAllUnits(@TempDir Path folder) throws Exception {
    String text =
        "static int own(void) { return 1; } int f(void) __attribute__((%salias(\"own\")));";
    String user =
        "int f(void); static int own(void) { return 3; } int g(void) { return f() + own(); }";
    String strong = "int f(void) { return 2; }";
    assertThat(body(files(folder, text.formatted(""), user), "g"))
        .startsWith("g::$1 = 0.c::own(); g::$2 = 1.c::own(); ");
    assertThat(body(files(folder, text.formatted("weak, "), user, strong), "g"))
        .startsWith("g::$1 = f(); ");
    InputException error =
        catchThrowableOfType(InputException.class, () -> files(folder, text.formatted(""), strong));
    assertThat(error.messages().getFirst().sentence()).isEqualTo("`f` is defined twice");
  }

  private static Program files(Path folder, String... texts) throws Exception {
    List<Frontend.Source> sources = new java.util.ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      Path file = Files.writeString(folder.resolve(i + ".c"), texts[i]);
      sources.add(new Frontend.Source(file, Frontend.Options.of(Target.LP64)));
    }
    return Frontend.read(sources);
  }

  @Test
  void oneFileNameInTwoFolders() throws Exception {
    Program linked =
        Frontend.link(
            List.of(
                unit("x/a.c", "static int n = 1; int f(void) { return n; }"),
                unit("y/a.c", "static int n = 2; int g(void) { return n; }")));
    assertThat(linked.globals()).extracting(Variable::id).containsExactly("a.c::n", "a.c::n@2");
    assertThat(body(linked, "g")).isEqualTo("return a.c::n@2; ");
  }
}

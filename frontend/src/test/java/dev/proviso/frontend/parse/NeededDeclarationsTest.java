// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a system header, a unit gets what it needs, and means the same as with all of it. */
class NeededDeclarationsTest {
  private static final String HEADER =
      """
      typedef unsigned long ULONG;
      enum { UNUSED = 7, SIZE = 3 };
      struct first { struct inner { int x; } in; enum color { RED, GREEN = SIZE } c; };
      struct forward;
      typedef struct forward *FORWARD;
      struct forward { int deep; struct first *first; };
      typedef struct { int a[SIZE]; } UNNAMED, *PUNNAMED;
      typedef int CALLBACK(struct forward *p);
      #define DECLARE(name) ULONG name(void)
      DECLARE(by_macro);
      extern ULONG counter, other;
      ULONG defined_here = 4;
      int defined_function(void) { return 5; }
      static inline int leaf(int n) { return n + GREEN; }
      static inline int calls_leaf(int n) { return leaf(n); }
      static inline int unused(int n) { return calls_leaf(n); }
      int aligned_by_name __attribute__((aligned(sizeof(UNNAMED) + 4)));
      void *memcpy(void *to, const void *from, unsigned long n);
      __typeof__((ULONG) 0) like_counter(void);
      int unused_function(UNNAMED *p);
      struct unused { ULONG u; };
      """;

  @TempDir private Path directory;

  @BeforeEach
  void header() throws IOException {
    Files.writeString(directory.resolve("system.h"), HEADER);
  }

  @Test
  void whatNobodyMentionsIsNotRead() throws InputException {
    Program program = read("int main(void) { return calls_leaf(1); }", false);

    assertThat(program.procedures().keySet())
        .contains("main", "calls_leaf", "leaf", "defined_function")
        .doesNotContain("unused", "unused_function", "by_macro", "memcpy", "like_counter");
    assertThat(read("int main(void) { return 0; }", true).procedures().keySet())
        .contains("unused_function", "by_macro", "memcpy", "like_counter");
  }

  @Test
  void whatIsNeededMeansTheSame() throws InputException {
    for (String body :
        List.of(
            "struct inner i; i.x = RED; return i.x + GREEN;",
            "enum color c = GREEN; return c;",
            "FORWARD f = 0; return f->first->in.x;",
            "PUNNAMED u = 0; return sizeof *u;",
            "CALLBACK *c = 0; return c(0);",
            "return by_macro() + other;",
            "return unused(2) + aligned_by_name;",
            "char a[4], b[4]; __builtin_memcpy(a, b, 4); return a[0];",
            "return (int) like_counter();",
            "struct unused *u = 0; return (int) u->u;",
            "extern int unused_function(UNNAMED *); return unused_function(0);")) {
      String text = "int main(void) { " + body + " }";
      assertThat(meaning(read(text, false))).as(body).isEqualTo(meaning(read(text, true)));
    }
  }

  /** The program without the functions that are declared alone. */
  private static String meaning(Program program) {
    SequencedMap<String, Procedure> defined = new LinkedHashMap<>();
    program.procedures().entrySet().stream()
        .filter(e -> e.getValue().isDefined())
        .forEach(e -> defined.put(e.getKey(), e.getValue()));
    assertThat(program.messages()).isEmpty();
    return Printer.print(
        new Program(
            program.target(),
            program.globals(),
            program.initialisers(),
            defined,
            program.entry(),
            program.messages()));
  }

  private Program read(String text, boolean whole) throws InputException {
    UnitOptions options = UnitOptions.of(Target.LP64).including(List.of(), List.of(directory));
    return Frontend.readText(
        "main.c",
        "#include <system.h>\n" + text + "\n",
        new Frontend.Options(
            whole ? options.withWholeHeaders() : options, Origin.Kind.USER, Map.of()));
  }
}

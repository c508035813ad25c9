// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static List<Statement> body(String text) throws Exception {
    ParsedUnit parsed = new CParser().parseText("dir/t.c", text, UnitOptions.of(Target.LP64));
    assertThat(parsed.messages()).isEmpty();
    FunctionDefinition last = (FunctionDefinition) parsed.unit().declarations().getLast();
    return last.body().statements();
  }

  private static String place(Node node) {
    return SyntaxText.place(node);
  }

  @Test
  void statementsAndExpressionsStandWhereTheyAreWritten() throws Exception {
    List<Statement> body = body("int f(int a)\n{\n\ta = 1;\n  return a +\n    2;\n}\n");
    assertThat(place(body.get(0))).isEqualTo("3:2-3:7");
    assertThat(place(body.get(1))).isEqualTo("4:3-5:6");
    Statement.Return last = (Statement.Return) body.get(1);
    Expression.Binary sum = (Expression.Binary) last.value();
    assertThat(place(sum)).isEqualTo("4:10-5:5");
    assertThat(place(sum.right())).isEqualTo("5:5-5:5");
    assertThat(sum.operatorRange().toString()).isEqualTo("dir/t.c:4:12");
  }

  @Test
  void keywordsAndOperatorsHaveTheirOwnRange() throws Exception {
    List<Statement> body =
        body(
            "int f(int a) {\n  if ((a) /* && */ && a) { }\n  while (a) { a = a ? 1 : 2; }\n  do ; while (a);\n return 1;}");
    Statement.If branch = (Statement.If) body.get(0);
    assertThat(branch.keyword()).hasToString("dir/t.c:2:3").extracting("endColumn").isEqualTo(4);
    Expression.Binary and = (Expression.Binary) branch.condition();
    assertThat(and.operatorRange())
        .hasToString("dir/t.c:2:20")
        .extracting("endColumn")
        .isEqualTo(21);
    Statement.While loop = (Statement.While) body.get(1);
    assertThat(loop.keyword()).hasToString("dir/t.c:3:3").extracting("endColumn").isEqualTo(7);
    Statement.Block block = (Statement.Block) loop.body();
    assertThat(block.end()).hasToString("dir/t.c:3:30");
    Expression.Assign assign =
        (Expression.Assign) ((Statement.Evaluate) block.statements().get(0)).expression();
    assertThat(((Expression.Conditional) assign.value()).operatorRange())
        .hasToString("dir/t.c:3:21");
    assertThat(((Statement.DoWhile) body.get(2)).keyword()).hasToString("dir/t.c:4:3");
  }

  @Test
  void codeOutOfAMacroStandsWhereTheMacroIsUsed() throws Exception {
    List<Statement> body =
        body(
            "#define LOCK(l) if (l) { take(l); }\n#define ONE 1\nvoid take(int);\nint f(int a) {\n  LOCK(a)\n  return ONE;\n}\n");
    Statement.If branch = (Statement.If) body.get(0);
    assertThat(place(branch)).isEqualTo("5:3-5:9");
    assertThat(branch.keyword()).hasToString("dir/t.c:5:3").extracting("endColumn").isEqualTo(9);
    assertThat(branch.place().expansions())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.name()).isEqualTo("LOCK");
              assertThat(e.definition()).hasToString("dir/t.c:1:1");
            });
    Statement.Return last = (Statement.Return) body.get(1);
    assertThat(last.place().expansions()).isEmpty();
    assertThat(last.value().place().expansions()).extracting("name").containsExactly("ONE");
    assertThat(place(last.value())).isEqualTo("6:10-6:12");
  }

  @Test
  void whatIsIncludedStandsInItsHeader(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("inc"));
    Files.writeString(
        directory.resolve("inc/h.h"), "\nint g(void) {\n  return 1; }\n#define M(x) x + 1\n");
    Path file =
        Files.writeString(
            directory.resolve("a.c"), "#include \"inc/h.h\"\nint h(int a) { return M(a); }\n");
    ParsedUnit parsed = new CParser().parse(file, UnitOptions.of(Target.LP64));
    FunctionDefinition g = (FunctionDefinition) parsed.unit().declarations().get(0);
    assertThat(g.place().inSystemHeader()).isFalse();
    assertThat(g.body().statements().get(0).place())
        .hasToString(directory.resolve("inc/h.h") + ":3:3");
    FunctionDefinition h = (FunctionDefinition) parsed.unit().declarations().get(1);
    Statement.Return last = (Statement.Return) h.body().statements().get(0);
    assertThat(last.value().place()).hasToString(file + ":2:23");
    assertThat(last.value().place().expansions())
        .singleElement()
        .satisfies(
            e -> assertThat(e.definition()).hasToString(directory.resolve("inc/h.h") + ":4:1"));
  }

  @Test
  void theSystemsHeadersAreToldFromTheUsers(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("system"));
    Files.createDirectories(directory.resolve("user"));
    Files.writeString(directory.resolve("system/s.h"), "int s;\n");
    Files.writeString(directory.resolve("user/u.h"), "int u;\n");
    UnitOptions options =
        UnitOptions.of(Target.LP64)
            .including(List.of(directory.resolve("user")), List.of(directory.resolve("system")));
    ParsedUnit parsed =
        new CParser().parseText("t.c", "#include <s.h>\n#include <u.h>\nint t;", options);
    assertThat(parsed.unit().declarations())
        .extracting(d -> d.place().inSystemHeader())
        .containsExactly(true, false, false);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.syntax.Expression.Literal;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private static ParsedUnit parse(String text) throws Exception {
    return new CParser().parseText("t.c", text, UnitOptions.of(Target.LP64));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int f(void) { int x = ; return x; }|t.c:1:23|syntax error: unexpected ';'",
        "int f(int a) { g(1,,a); }|t.c:1:20|syntax error: unexpected ','",
        "int f(void) { int a = 1 return a; }|t.c:1:23|syntax error: a ';' is missing after this",
        "int f(int a) { if (a) { return 1; }|t.c:1:35|syntax error: the file ends inside a block or declaration; a '}' may be missing",
        "int f(int a) { if (a) { return 1; } int g(void) { return 2; }|t.c:1:62|syntax error: the file ends inside a block or declaration; a '}' may be missing",
        "int f(int a) { if a > 1 return a; }|t.c:1:19|syntax error: unexpected 'a'",
        "FOO int x;|t.c:1:1|syntax error: 'FOO' is neither a type nor a macro here; is an include missing?",
        "int a; /* open|t.c:1:8|this comment has no end: a '*/' is missing",
        "int a; /* closed */ /* open|t.c:1:21|this comment has no end: a '*/' is missing",
        "int a; /* open /* as well|t.c:1:8|this comment has no end: a '*/' is missing",
        "int a; /*/|t.c:1:8|this comment has no end: a '*/' is missing",
        "char c = 'a;|t.c:1:10|this string or character constant has no closing quote on its line",
        "@ int b;|t.c:1:1|the character '@' is not part of C",
        "#if 1|t.c:1:1|this condition has no #endif",
        "#endif|t.c:1:1|#if, #else and #endif do not match here: one is missing or too many",
        "#error stop here|t.c:1:8|#error stop here",
      })
  void anErrorHasItsPlaceAndASentence(String text, String place, String sentence) throws Exception {
    ParsedUnit parsed = parse(text);
    assertThat(parsed.hasErrors()).isTrue();
    assertThat(parsed.messages())
        .anySatisfy(
            m -> {
              assertThat(m.severity()).isEqualTo(Message.Severity.ERROR);
              assertThat(m.range()).hasToString(place);
              assertThat(m.sentence()).isEqualTo(sentence);
            });
  }

  @Test
  void aProblemInsideAFunctionIsTheFunctions() throws Exception {
    ParsedUnit parsed = parse("int f(int a) { a = ; return a; }\nint g(void) { return 2; }\n");
    assertThat(parsed.unit().declarations())
        .satisfiesExactly(
            f -> assertThat(((FunctionDefinition) f).problems()).isNotEmpty(),
            g -> assertThat(((FunctionDefinition) g).problems()).isEmpty());
  }

  @Test
  void aProblemInASystemHeaderIsAWarning(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("s.h"), "int x = ;\n");
    var options = UnitOptions.of(Target.LP64).including(List.of(), List.of(directory));
    ParsedUnit parsed = new CParser().parseText("t.c", "#include <s.h>\n", options);
    assertThat(parsed.messages()).extracting("severity").containsExactly(Message.Severity.WARNING);
  }

  @Test
  void filesThatAreNoText(@TempDir Path directory) throws Exception {
    Path binary = Files.write(directory.resolve("b.c"), new byte[] {1, 0, 2});
    assertRefused(binary, "binary");
    assertRefused(directory, "directory");
    assertRefused(directory.resolve("none.c"), "does not exist");
  }

  private static void assertRefused(Path file, String word) {
    assertThatThrownBy(() -> new CParser().parse(file, UnitOptions.of(Target.LP64)))
        .asInstanceOf(type(InputException.class))
        .satisfies(
            e -> {
              assertThat(e.messages().get(0).sentence()).contains(word);
              assertThat(e.messages().get(0).range().file()).isEqualTo(file.toString());
            });
  }

  @Test
  void anEmptyFileIsAUnit(@TempDir Path directory) throws Exception {
    Path empty = Files.createFile(directory.resolve("e.c"));
    ParsedUnit parsed = new CParser().parse(empty, UnitOptions.of(Target.LP64));
    assertThat(parsed.unit().declarations()).isEmpty();
    assertThat(parsed.messages()).isEmpty();
  }

  @Test
  void tenThousandParentheses() throws Exception {
    ParsedUnit parsed = parse("int x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ";");
    assertThat(parsed.messages()).isEmpty();
    assertThat(SyntaxText.of(parsed.unit().declarations().get(0)))
        .contains("Value(Literal(integer 1))");
  }

  @Test
  void aStringOfManyParts() throws Exception {
    ParsedUnit parsed = parse("char *s = " + "\"ab\" ".repeat(100_000) + ";");
    assertThat(parsed.messages()).isEmpty();
  }

  @Test
  void utf16AndStrayBytes() {
    assertThat(Decoder.decode(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})).contains("a");
    char stray = Literal.STRAY_BYTES + 0xE9;
    assertThat(Decoder.decode(new byte[] {'a', (byte) 0xE9})).contains("a" + stray);
    assertThat(Decoder.decode(new byte[] {(byte) 0xC3, (byte) 0xA9})).contains("\u00e9");
    assertThat(Decoder.decode(new byte[] {'a', 0})).isEmpty();
  }

  @Test
  void literalsAreKeptAsWritten() throws Exception {
    String tree =
        SyntaxText.of(
            parse("char *s = L\"a\" \"\\x1\" \"2\" \"\\\\x1\" \"2\";")
                .unit()
                .declarations()
                .get(0));
    assertThat(tree).contains("Literal(string L\"a\\0012\\\\x12\")");
    String shrunk =
        SyntaxText.of(
            parse("char *s = \"\\x0000001\" \"a\\x5\" \"1\";").unit().declarations().get(0));
    assertThat(shrunk).contains("Literal(string \"\\001a\\0051\")");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.types.Target;
import org.junit.jupiter.api.Test;

/** Preprocessed text is where its line markers say. */
class LineMarkersTest {
  private static final String PREPROCESSED =
      """
      # 1 "src/a.c"
      # 1 "<built-in>"
      # 1 "<command-line>"
      # 1 "src/a.c"
      # 1 "/usr/include/x.h" 1 3 4
      int x;

      # 8 "/usr/include/x.h" 3 4
      int y;
      # 2 "src/a.c" 2

      # 1 "src/own \\"h\\".h" 1
      int own;
      # 4 "src/a.c" 2
      int f(void) {
        return x +
      # 9 "src/a.c"
          own;
      }
      """;

  private static ParsedUnit parse(String text, UnitOptions options) throws Exception {
    return new CParser().parseText("a.i", text, options);
  }

  @Test
  void placesComeFromTheMarkers() throws Exception {
    ParsedUnit parsed = parse(PREPROCESSED, UnitOptions.of(Target.LP64));
    assertThat(parsed.messages()).isEmpty();
    assertThat(parsed.unit().declarations())
        .extracting(d -> d.place() + " " + d.place().inSystemHeader())
        .containsExactly(
            "/usr/include/x.h:1:1 true",
            "/usr/include/x.h:8:1 true",
            "src/own \"h\".h:1:1 false",
            "src/a.c:4:1 false");
    assertThat(parsed.unit().declarations().get(3).place().range().endLine()).isEqualTo(10);
  }

  @Test
  void orFromTheTextItself() throws Exception {
    ParsedUnit parsed = parse(PREPROCESSED, UnitOptions.of(Target.LP64).withoutMarkers());
    assertThat(parsed.unit().declarations())
        .extracting(d -> d.place() + " " + d.place().inSystemHeader())
        .containsExactly("a.i:6:1 false", "a.i:9:1 false", "a.i:13:1 false", "a.i:15:1 false");
  }

  @Test
  void aLineDirectiveSaysTheSame() throws Exception {
    ParsedUnit parsed =
        parse("int a;\n#line 30 \"g.y\"\nint b;\n#line 50\nint c;\n", UnitOptions.of(Target.LP64));
    assertThat(parsed.unit().declarations())
        .extracting(d -> d.place().toString())
        .containsExactly("a.i:1:1", "g.y:30:1", "g.y:50:1");
  }

  @Test
  void aSyntaxErrorStandsInTheFileThatWasPreprocessed() throws Exception {
    ParsedUnit parsed = parse("# 7 \"src/a.c\"\nint x = ;\n", UnitOptions.of(Target.LP64));
    assertThat(parsed.messages())
        .extracting(m -> m.range().toString())
        .containsExactly("src/a.c:7:9");
  }

  @Test
  void errorsInPreprocessedSystemHeadersAreWarnings() throws Exception {
    ParsedUnit parsed = parse("# 7 \"/s/a.h\" 3\nint x = ;\n", UnitOptions.of(Target.LP64));
    assertThat(parsed.hasErrors()).isFalse();
    assertThat(parsed.messages()).hasSize(1);
  }
}

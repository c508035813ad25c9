// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.InputException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BooleanReaderTest {
  private static String reprint(String text) throws InputException {
    return BooleanPrinter.print(BooleanReader.read(text, "a.bp", Precedence.BRACKETED).program());
  }

  @Test
  void whatIsPrintedIsReadBackWithComments() throws InputException {
    String text =
        """
        decl g, {T};

        bool<2> f(a)
        begin
          decl {x == 0};
          enforce (a | g);
          goto L1, {L 2}; // f.c:3
        L1:
          assert(a);
        {L 2}:
          g, {x == 0} := *, schoose [a, (g = !a)] constrain ((g | 'g)); // why
          abortif(F);
          _, g := f(*);
          return {x == 0}, T;
        end

        void main()
        begin
          start_thread {f}(*);
          return;
        end
        """;
    assertThat(reprint(text)).isEqualTo(text.replace("{f}", "f"));
  }

  @Test
  void controlStructuresBecomeJumps() throws InputException {
    assertThat(reprint("main() begin decl a; while a do if * then a := !a; else skip; fi od end"))
        .isEqualTo(
            """
            void main()
            begin
              decl a;
            _while_1:
              goto _do_2, _od_3;
            _do_2:
              assume(a);
              goto _then_5, _else_6;
            _then_5:
              assume(*);
              a := !a;
              goto _fi_4;
            _else_6:
              assume(*);
              skip;
            _fi_4:
              goto _while_1;
            _od_3:
              assume(!a);
            end
            """);
  }

  @Test
  void everyKeywordIsQuotedAsAName() {
    Set<String> words = new TreeSet<>();
    for (int i = 0; i <= BpParser.VOCABULARY.getMaxTokenType(); i++) {
      String literal = BpParser.VOCABULARY.getLiteralName(i);
      if (literal != null && literal.matches("'[A-Za-z_]+'")) {
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
    assertThat(new TreeSet<>(BooleanPrinter.KEYWORDS)).isEqualTo(words);
  }

  @Test
  void boppoReadsEqualityLooser() throws InputException {
    String text = "decl a, b, c; void main() begin assume(a & b = c | a); end";
    assertThat(BooleanPrinter.print(BooleanReader.read(text, "a.bp", Precedence.LOOSE).program()))
        .contains("assume(((a & b) = (c | a)))");
    assertThat(BooleanPrinter.print(BooleanReader.read(text, "a.bp", Precedence.TIGHT).program()))
        .contains("assume(((a & (b = c)) | a))");
  }
}

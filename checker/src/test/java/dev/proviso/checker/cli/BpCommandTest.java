// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code proviso bp}: verdicts, the trace, and every kind of bad input. */
class BpCommandTest {
  private static final Path LOCK = Path.of("src/test/resources/bp/lock.bp");

  @TempDir Path folder;
  private Run run = new Run(0, "", "");

  @AfterEach
  void noStackTrace() {
    assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("internal error");
  }

  private Run bp(String text, Object... options) throws IOException {
    Object[] all = new Object[options.length + 2];
    all[0] = "bp";
    all[1] = Files.writeString(folder.resolve("a.bp"), text);
    System.arraycopy(options, 0, all, 2, options.length);
    run = Run.proviso(all);
    return run;
  }

  private static String main(String body) {
    return "decl g, h;\nbool<2> f(x) begin return x, !x; end\nvoid main() begin\n"
        + body
        + "\nend\n";
  }

  @Test
  void theTraceIsAnExecution() throws IOException {
    run = Run.proviso("bp", LOCK);
    assertThat(run.code()).isEqualTo(10);
    Path expected = LOCK.resolveSibling("lock.txt");
    if (Boolean.getBoolean("proviso.golden.update")) {
      Files.writeString(expected, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(expected));
  }

  @Test
  void theResultIsWrittenAsJson() throws IOException {
    Path json = folder.resolve("out.json");
    run = Run.proviso("bp", LOCK, "--json", json);
    assertThat(Files.readString(json))
        .contains("\"verdict\" : \"VIOLATED\"")
        .contains("\"confirmed\" : true")
        .contains("\"kind\" : \"error\"");
  }

  @Test
  void whatAssertsNothingHoldsNothing() throws IOException {
    assertThat(bp(main("g := *;")).out()).contains("NOT APPLICABLE");
    assertThat(run.code()).isZero();
  }

  @Test
  void labelsAreAskedFor() throws IOException {
    String text = main("g := F; if g then ERROR: skip; fi; HERE: h := g;");
    assertThat(bp(text, "--label", "ERROR").out()).isEqualTo("VERDICT ERROR: HOLDS\n");
    assertThat(bp(text, "--label", "HERE").code()).isEqualTo(10);
    assertThat(bp(text, "--label", "HEER").code()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean HERE?");
  }

  @Test
  void anAbortifIsAnErrorInOneDialectOnly() throws IOException {
    assertThat(bp(main("abortif(*);")).code()).isEqualTo(5);
    assertThat(bp(main("abortif(F);")).code()).isZero();
  }

  @Test
  void threadsAreNotDecidedButTheirErrorsAreFound() throws IOException {
    String text =
        "decl g;\nvoid t() begin g := F; end\nvoid main() begin g := T; start_thread t();\n";
    assertThat(bp(text + "assert(g); end").code()).isEqualTo(10);
    assertThat(bp(text + "assert(T); end").code()).isEqualTo(5);
  }

  @Test
  void equalityBindsAsTheDialectSays() throws IOException {
    // (F & T) = F, or F & (T = F).
    String text = main("g, h := F, T; assert(g & h = g);");
    assertThat(bp(text, "--equality", "loose").code()).isZero();
    assertThat(bp(text, "--equality", "tight").code()).isEqualTo(10);
    assertThat(bp(text).code()).isEqualTo(2);
    assertThat(run.err()).contains("a.bp:4:22: error: ").contains("write brackets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          g := ;                        | 4:6: error: unexpected ';'
          g := hh;                      | 4:6: error: no variable 'hh'
          goto L2; L1: skip;            | 4:6: error: no label 'L2'
          L: skip; L: skip; goto L;     | 4:24: error: label 'L' stands at 2 places
          g, g := T, F;                 | 4:4: error: 'g' is assigned twice at once
          g, h := T;                    | 4:1: error: 1 values for 2 variables
          g := f(T);                    | 4:1: error: 'f' returns 2 values for 1 variable
          g, h := f();                  | 4:9: error: 'f' takes 1 argument, not 0
          ff(T);                        | 4:1: error: no procedure 'ff'
          return g;                     | 4:1: error: 'main' returns no values, not 1
          assert('g);                   | 4:8: error: a value after an assignment
          g := 2;                       | 4:6: error: '2' is no truth value
          decl x, x;                    | 4:9: error: a second variable 'x'
          if g then skip;               | 5:1: error: unexpected 'end'
          g := h /* never closed        | 4:8: error: unexpected '/*'
          g := h @ g;                   | 4:8: error: unexpected '@'
          """)
  void badProgramsAreTold(String body, String message) throws IOException {
    assertThat(bp(main(body)).code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("a.bp:" + message);
  }

  @Test
  void badFilesAreTold() throws IOException {
    assertThat(bp("").code()).isEqualTo(2);
    assertThat(run.err()).contains("a.bp:1:1: error: there is no procedure 'main'");
    assertThat(bp("void main() begin").err()).contains("the file ends here");
    run = Run.proviso("bp", folder.resolve("b.bp"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no such file").contains("did you mean a.bp?");
    assertThat(Run.proviso("bp", folder).code()).isEqualTo(2);
    assertThat(Run.proviso("bp").code()).isEqualTo(1);
    assertThat(Run.proviso("bp", LOCK, "--time-limit", "0").code()).isEqualTo(1);
  }

  @Test
  void aCallThatWouldBeTooLongToTellIsToldAsOne() throws IOException {
    StringBuilder text =
        new StringBuilder("decl g;\nvoid main() begin g := F; f0(); assert(g); end\n");
    for (int i = 0; i < 40; i++) {
      text.append("void f%d() begin f%d(); f%d(); end\n".formatted(i, i + 1, i + 1));
    }
    bp(text + "void f40() begin g := !g; end\n");
    assertThat(run.code()).isEqualTo(10);
    assertThat(run.out()).contains("VERDICT assertions: VIOLATED, unconfirmed");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --property}: which error a task means, and the line that its output ends with. */
class PropertyTest {
  private static final String BOTH =
      "int main(void) { if (sizeof(long) == 4) goto ERROR; return 0;";

  @TempDir Path folder;

  private Run run(String text, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("task.c"), text);
    Object[] all = new Object[more.length + 4];
    System.arraycopy(new Object[] {"check", "--property", "unreach-call.prp"}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    all[all.length - 1] = file;
    return Run.proviso(all);
  }

  private static String last(Run run) {
    return run.out().lines().reduce("", (a, b) -> b);
  }

  @Test
  void theLabelIsTheErrorWhereNothingElseIs() throws IOException {
    Run run = run(BOTH + " ERROR: return 1; }", "--data-model", "ILP32");
    assertThat(last(run)).isEqualTo("FALSE(unreach-call)");
    assertThat(run.code()).isEqualTo(10);
    assertThat(run.out()).contains("VERDICT unreach-call: VIOLATED").contains("ERROR is reached");
  }

  @Test
  void theDataModelIsTheTarget() throws IOException {
    Run run = run(BOTH + " ERROR: return 1; }", "--data-model", "LP64");
    assertThat(last(run)).isEqualTo("TRUE");
    assertThat(run.code()).isZero();
  }

  @Test
  void theLabelIsNoneWhereAnErrorFunctionIsDefined() throws IOException {
    String defined = "void reach_error(void) {}\n";
    assertThat(last(run(defined + BOTH + " ERROR: return 1; }", "--data-model", "ILP32")))
        .isEqualTo("TRUE");
  }

  @Test
  void theLabelIsNoneWhereAnErrorFunctionIsCalled() throws IOException {
    String called = "void __VERIFIER_error();\nvoid f(void) { __VERIFIER_error(); }\n";
    assertThat(last(run(called + BOTH + " ERROR: return 1; }", "--data-model", "ILP32")))
        .isEqualTo("TRUE");
  }

  @Test
  void aFailedAssertionEndsTheExecutionOfTasksThatHaveAnErrorFunction() throws IOException {
    String text =
        "#include <assert.h>\nvoid reach_error(void);\nint nondet(void);\n"
            + "int main(void) { int n = nondet(); assert(n); if (!n) reach_error(); return 0; }\n";
    assertThat(last(run(text))).isEqualTo("TRUE");
  }

  @Test
  void codeThatStartsThreadsIsUnknown() throws IOException {
    String text =
        "int pthread_create(void *, void *, void *(*)(void *), void *);\nvoid reach_error(void);\n"
            + "int x; void *t(void *p) { x = 1; return p; }\n"
            + "int main(void) { pthread_create(0, 0, t, 0); if (x) reach_error(); return 0; }\n";
    assertThat(last(run(text))).startsWith("UNKNOWN(");
  }

  @Test
  void inputThatCannotBeReadIsUnknownToo() throws IOException {
    Run run = run("int main(void) { return 1 +; }");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("task.c:1:");
    assertThat(last(run)).isEqualTo("UNKNOWN(the input cannot be read)");
  }

  @Test
  void aPropertyFileSaysWhatIsCalled() throws IOException {
    Path property =
        Files.writeString(
            folder.resolve("p.prp"), "CHECK( init(start()), LTL(G ! call(reach_error())) )\n");
    Path file =
        Files.writeString(
            folder.resolve("task.c"),
            "void reach_error(void);\nvoid start(void) { reach_error(); }\nint main(void) { return 0; }\n");
    assertThat(last(Run.proviso("check", "--property", property, file)))
        .isEqualTo("FALSE(unreach-call)");
  }

  @Test
  void anotherPropertyIsNotMistaken() throws IOException {
    Path property =
        Files.writeString(
            folder.resolve("valid-memsafety.prp"), "CHECK( init(main()), LTL(G valid-free) )\n");
    Path file = Files.writeString(folder.resolve("task.c"), "int main(void) { return 0; }\n");
    Run run = Run.proviso("check", "--property", property, file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(property + ":1:1: error: this property is not one that Proviso checks");
  }

  @Test
  void anUnknownPropertyIsNamedAndSoIsOneThatIsNear() throws IOException {
    Path file = Files.writeString(folder.resolve("task.c"), "int main(void) { return 0; }\n");
    Run run = Run.proviso("check", "--property", "unreachcall.prp", file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean unreach-call?");
    Run both = Run.proviso("check", "--property", "unreach-call", "-r", "SpinLock", file);
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.err()).contains("both -r and --property");
  }

  private String mathematics() throws IOException {
    try (InputStream text = getClass().getResourceAsStream("mathematics.c")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void mathematicsIsExactWhereItIsAMatterOfRounding() throws IOException {
    assertThat(last(run(mathematics(), "--data-model", "LP64"))).isEqualTo("TRUE");
    assertThat(last(run(mathematics().replace("rint(2.5) == 2.0", "rint(2.5) == 3.0"))))
        .isEqualTo("FALSE(unreach-call)");
  }

  @Test
  void whatModelsOfNumbersLeaveOpenIsNoDefect() throws IOException {
    for (String number : List.of("sin(1.0)", "frexp(8.0, &e)", "strtod(\"1.5\", 0)", "acosh(2)")) {
      String text =
          """
          #include <math.h>
          #include <stdlib.h>
          extern void reach_error(void);
          int main(void) { int e; if (%s > 2) reach_error(); return 0; }
          """
              .formatted(number);
      assertThat(last(run(text))).as(number).startsWith("UNKNOWN(").contains("leaves open");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of bad input gets a message with its place, what to do, and the documented exit code;
 * no stack trace.
 */
class BadInputTest {
  private static final String RIGHT = "void f(void) {}\nint main(void) { f(); return 0; }\n";

  @TempDir Path folder;
  private Run run = new Run(0, "", "");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void check(Object... arguments) throws IOException {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "check";
    all[1] = "-r";
    all[2] = rule();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    run = Run.proviso(all);
  }

  private Path rule() throws IOException {
    return file(
        "Once.slic",
        "rule Once;\nstate { int n = 0; }\nf.call { if (n == 1) { abort \"twice\"; } n = 1; }\n");
  }

  @AfterEach
  void noStackTrace() {
    assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("internal error");
  }

  @Test
  void aMissingFile() throws IOException {
    file("driver.c", RIGHT);
    check(folder.resolve("drivr.c"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("drivr.c: error: no such file")
        .contains("help: did you mean driver.c?");
  }

  @Test
  void aDirectory() throws IOException {
    check(folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(folder + ": error: this is a directory")
        .contains("help: name its C files: " + folder + "/*.c");
  }

  @Test
  void noFile() throws IOException {
    check();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no C files given").contains("help: proviso check driver.c");
  }

  @Test
  void aSyntaxError() throws IOException {
    Path file = file("a.c", "int main(void) {\n  return 1 +;\n}\n");
    check(file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(file + ":2:")
        .contains("error:")
        .contains("  2 |   return 1 +;")
        .contains("^");
    assertThat(run.out()).doesNotContain("HOLDS");
  }

  @Test
  void anUnknownRule() throws IOException {
    run = Run.proviso("check", "-r", "SpinLok", file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("no rule is called 'SpinLok'")
        .contains("help: did you mean SpinLock");
  }

  @Test
  void aRuleFileThatIsNotThere() throws IOException {
    run = Run.proviso("check", "-r", folder.resolve("gone.slic"), file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("gone.slic: error:");
  }

  @Test
  void aRuleWithErrors() throws IOException {
    Path rule = file("Bad.slic", "rule Bad;\nstate { int n = 0 }\nf.call { abort \"x\" ; }\n");
    run = Run.proviso("check", "-r", rule, file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(rule + ":2:").contains("error:");
  }

  @Test
  void anEntryThatIsNotThere() throws IOException {
    check("--entry", "mian", file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("'mian' of --entry is not in this program")
        .contains("did you mean main?");
  }

  @Test
  void noEntryPoint() throws IOException {
    check(file("a.c", "void g(void) {}\n"));
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out())
        .contains("VERDICT Once: UNKNOWN (no entry point)")
        .contains("--entry g")
        .contains("looked for");
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = file("empty.c", "");
    check(file);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).contains(file + ":1:1: warning: this file is empty");
    assertThat(run.out()).contains("VERDICT Once: UNKNOWN (no entry point)");
  }

  @Test
  void aMissingInclude() throws IOException {
    Path file = file("a.c", "#include \"gone.h\"\nint main(void) { gone_t x; return 0; }\n");
    check(file);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).contains(file + ":1:").contains("gone.h").contains("-I DIR");
    assertThat(run.out()).contains("VERDICT Once: UNKNOWN (an included file is missing)");
  }

  @Test
  void anIncludeDirectoryThatIsNotThere() throws IOException {
    check("-I", folder.resolve("inc"), file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("inc: error: no such directory");
  }

  @Test
  void anUnknownPlatform() throws IOException {
    check("--platform", "wdmm", file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("wdmm").contains("did you mean wdm?");
  }

  @Test
  void proofsThatAreAndAreNotToBeChecked() throws IOException {
    check(file("a.c", RIGHT), "--certify=full", "--no-certify");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("both --certify and --no-certify").contains("leave one");
    check(file("a.c", RIGHT), "--certify=some");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("--certify").contains("FULL");
  }

  @Test
  void whatIsSaidOfProofs() throws IOException {
    check("--entry", "f,main", file("a.c", RIGHT));
    assertThat(run.out()).contains("VERDICT Once: HOLDS, confirmed");
    check("--entry", "f,main", "--no-certify", file("a.c", RIGHT));
    assertThat(run.out()).contains("VERDICT Once: HOLDS\n");
    check("--entry", "f,main", "--certify=full", file("a.c", RIGHT));
    assertThat(run.out()).contains("VERDICT Once: HOLDS, confirmed");
  }

  @Test
  void aWrongLimit() throws IOException {
    check("--time-limit", "soon", file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(1);
    check("--time-limit", "0", file("a.c", RIGHT));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("--time-limit is at least 1");
  }
}

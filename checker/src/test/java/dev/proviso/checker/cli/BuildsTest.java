// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.build.HostCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -p}: the files of a build, each as it is compiled. The compiler is one that is not there.
 */
class BuildsTest {
  private static final String MAIN =
      "void f(void);\nvoid g(void);\n#ifdef TWICE\n#define N 2\n#else\n#define N 1\n#endif\n"
          + "int main(void) { for (int i = 0; i < N; i++) f(); return 0; }\n";

  @TempDir Path folder;
  private Run run = new Run(0, "", "");

  @BeforeEach
  void files() throws IOException {
    file(
        "Once.slic",
        "rule Once;\nstate { int n = 0; }\nf.call { if (n == 1) { abort \"twice\"; } n = 1; }\n");
    file("f.c", "#include \"f.h\"\nvoid f(void) { int x = SEVEN; x = x + 1; }\n");
    file("inc/f.h", "#define SEVEN 7\nvoid f(void);\n");
    file("main.c", MAIN);
  }

  @AfterEach
  void noStackTrace() {
    assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("internal error");
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void build(String... calls) throws IOException {
    StringBuilder json = new StringBuilder("[");
    for (String call : calls) {
      String source = call.substring(call.lastIndexOf(' ') + 1);
      json.append(json.length() == 1 ? "\n" : ",\n")
          .append(
              "{\"directory\": \""
                  + folder
                  + "\", \"file\": \""
                  + source
                  + "\", \"command\": \""
                  + call
                  + "\"}");
    }
    file("compile_commands.json", json + "\n]\n");
  }

  private void check(Object... more) {
    Object[] all = new Object[more.length + 5];
    Object[] first = {"check", "-r", folder.resolve("Once.slic"), "-p", folder};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    run = Run.proviso(all);
  }

  @Test
  void eachUnitIsReadInItsOwnWay() throws IOException {
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c");
    check();
    assertThat(run.err()).contains("proviso: 2 units read\n");
    assertThat(run.out()).contains("VERDICT Once: HOLDS");
    build("gcc-99 -Iinc -c f.c", "gcc-99 -DTWICE -c main.c");
    check();
    assertThat(run.out()).contains("VERDICT Once: VIOLATED");
    assertThat(run.code()).isEqualTo(10);
  }

  @Test
  void aFunctionOfSkippedCodeCouldDoAnything() throws IOException {
    file("main.c", MAIN.replace("f(); return", "g(); f(); return"));
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c", "gcc-99 -c g.S");
    check();
    assertThat(run.err())
        .contains("g.S is skipped: it is assembler")
        .contains("2 units read, 1 skipped (it is assembler)");
    assertThat(run.out())
        .contains("VERDICT Once: UNKNOWN")
        .contains("`g`: it may be defined in code that was not read: " + folder.resolve("g.S"));
    assertThat(run.code()).isEqualTo(5);
  }

  @Test
  void aUnitThatCannotBeReadCostsThatUnit() throws IOException {
    file("broken.c", "int g(void) {\n  return 1 +;\n}\n");
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c", "gcc-99 -c broken.c");
    check();
    assertThat(run.err())
        .contains(folder.resolve("broken.c") + ":2:")
        .contains("broken.c is skipped: it cannot be read")
        .contains("2 units read, 1 skipped (it cannot be read)");
    assertThat(run.out()).contains("VERDICT Once: HOLDS");
  }

  @Test
  void linkStepsAreSkippedWithoutLoss() throws IOException {
    file("main.c", MAIN.replace("f(); return", "g(); f(); return"));
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c", "gcc-99 -o x f.o");
    check();
    assertThat(run.err()).contains("2 units read, 1 skipped (it is linked, not compiled)");
    assertThat(run.out()).contains("VERDICT Once: HOLDS");
  }

  @Test
  void severalProgramsInOneBuild() throws IOException {
    file("other.c", "int main(void) { return 1; }\n");
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c", "gcc-99 -c other.c");
    check();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("the build makes 2 programs")
        .contains("--main " + folder.resolve("main.c"));
    check("--main", folder.resolve("main.c"));
    assertThat(run.out()).contains("VERDICT Once: HOLDS");
    assertThat(run.err()).contains("2 units read");
    check(folder.resolve("main.c"), folder.resolve("f.c"));
    assertThat(run.out()).contains("VERDICT Once: HOLDS");
    check("--main", folder.resolve("f.c"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no `main` was read from this file");
  }

  @Test
  void aFileThatIsNotOfTheBuild() throws IOException {
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c");
    check(file("new.c", "int x;"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("new.c: error: this file is none that the build compiles");
  }

  @Test
  void whatIsNoDatabase() throws IOException {
    check();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("compile_commands.json: error: no such file")
        .contains("proviso capture -- make");
    file("compile_commands.json", "[{\"directory\": ");
    check();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("compile_commands.json:1:").contains("this is not JSON");
    build("gcc-99 -c gone.c");
    check();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none of its 1 entries is a C file that can be read");
  }

  @Test
  void theInterpreterRunsABuild() throws IOException {
    file("main.c", "int main(void) { return CODE; }\n");
    build("gcc-99 -DCODE=7 -c main.c");
    run = Run.proviso("run", "-p", folder);
    assertThat(run.code()).isEqualTo(7);
  }

  @Test
  void entriesOfABuild() throws IOException {
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c main.c");
    run = Run.proviso("entries", "-p", folder);
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("a program starts here");
  }

  @Test
  void unitsOfSeveralProgramsAreCountedEachAlone() throws IOException {
    file("inc/f.h", "static inline int shared(int x) { return x; }\n");
    file("a.c", "#include \"f.h\"\nint main(void) { return shared(0); }\n");
    file(
        "b.c", "#include \"f.h\"\nint main(void) { __asm(\"cpuid\" ::: \"memory\"); return 1; }\n");
    build("gcc-99 -Iinc -c a.c", "gcc-99 -Iinc -c b.c");
    run = Run.proviso("entries", "--units", "-p", folder);
    assertThat(run.out())
        .containsPattern("units +2 read, 0 not\n")
        .containsPattern("functions +2 exact, 0 inexact, 1 lost\n")
        .containsPattern("  lost +main: ");
    assertThat(run.code()).isZero();
  }

  @Test
  void aUnitThatCannotBeReadIsTold() throws IOException {
    file("b.c", "int main(void) { return 1 }\n");
    build("gcc-99 -Iinc -c f.c", "gcc-99 -c b.c");
    run = Run.proviso("entries", "--units", "-p", folder);
    assertThat(run.out()).containsPattern("units +1 read, 1 not\n");
    assertThat(run.err()).contains("b.c:1:").contains("b.c cannot be read");
    assertThat(run.code()).isEqualTo(5);
  }

  @Test
  void headersOfMinGwAreReadWithItsMacros() throws IOException {
    Optional<Path> ddk =
        new HostCompiler()
            .forWindows().stream()
                .flatMap(a -> a.headers().stream())
                .map(d -> d.resolve("ddk"))
                .filter(d -> Files.exists(d.resolve("wdm.h")))
                .findFirst();
    if (ddk.isEmpty()) {
      System.err.println("SKIPPED: no MinGW-w64 here, its DDK headers were not read");
    }
    Assumptions.assumeTrue(ddk.isPresent(), "MinGW-w64 is not installed");
    Path driver =
        file(
            "driver.c",
            "#include <wdm.h>\n#include <ntddk.h>\n"
                + "NTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING p) { return sizeof(long); }\n");
    Object[] reading = {"entries", "--platform", "none", "--entry", "DriverEntry"};
    run = Run.proviso(with(reading, "--target", "llp64", "-I", ddk.get(), driver));
    assertThat(run.err()).doesNotContain(": error:");
    assertThat(run.code()).isZero();
    build("x86_64-w64-mingw32-gcc -I" + ddk.get() + " -c driver.c");
    run = Run.proviso(with(reading, "-p", folder));
    assertThat(run.err()).doesNotContain(": error:");
    assertThat(run.code()).isZero();
    // It looks like a driver, for which the platform's own headers count.
    run = Run.proviso("entries", "-p", folder);
    assertThat(run.err()).doesNotContain(": error:");
    assertThat(run.out()).contains("wdm").contains("DriverEntry");
    assertThat(run.code()).isZero();
  }

  private static Object[] with(Object[] first, Object... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
  }
}

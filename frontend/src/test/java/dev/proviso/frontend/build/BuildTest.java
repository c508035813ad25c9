// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilers that are not there, so that nothing depends on the machine. */
class BuildTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    for (String name : List.of("a.c", "b.c", "c.S", "d.cpp", "e.i", "w.c")) {
      Files.writeString(folder.resolve(name), "");
    }
  }

  private CompileCommand command(String file, String call) {
    return command(file, List.of(call.split(" ")));
  }

  private CompileCommand command(String file, List<String> words) {
    return new CompileCommand(folder, file, words, "", SourceRange.NONE);
  }

  private UnitOptions options(String file, String call) throws InputException {
    return Build.of(List.of(command(file, call))).units().getFirst().options();
  }

  @Test
  void directoriesInTheirOrder() throws Exception {
    var includes =
        options("a.c", "gcc-99 -Ix -I /abs/y -iquote q -isystem s -idirafter z -include a.c -c a.c")
            .includes();
    assertThat(includes.user()).containsExactly(folder.resolve("x"), Path.of("/abs/y"));
    assertThat(includes.quoted()).containsExactly(folder.resolve("q"));
    assertThat(includes.system()).containsExactly(folder.resolve("s"));
    assertThat(includes.forced()).containsExactly(folder.resolve("a.c"));
    BuildUnit unit =
        Build.of(List.of(command("a.c", "gcc-99 -I/p -idirafter z a.c"))).units().getFirst();
    Path platform = Path.of("/p");
    assertThat(unit.on(List.of(platform), true).includes().system())
        .containsExactly(platform, folder.resolve("z"));
    assertThat(unit.on(List.of(platform), false).includes().system())
        .containsExactly(folder.resolve("z"), platform);
    assertThat(unit.on(List.of(platform), true).includes().user()).isEmpty();
  }

  @Test
  void aPlatformsHeadersComeBeforeThoseOfTheCompilersDriverKit() throws Exception {
    Path compilers = folder.resolve("kit");
    Path ddk = compilers.resolve("ddk");
    Path own = folder.resolve("own");
    Path platform = Path.of("/p");
    BuildUnit unit =
        new BuildUnit(
            folder.resolve("a.c"),
            options("a.c", "gcc-99 -Ikit/ddk -Iown a.c"),
            List.of(compilers),
            List.of(),
            SourceRange.NONE);
    assertThat(unit.on(List.of(platform), true).includes().user()).containsExactly(own);
    assertThat(unit.on(List.of(platform), true).includes().system())
        .containsExactly(platform, ddk, compilers);
    assertThat(unit.on(List.of(platform), false).includes().user()).containsExactly(ddk, own);
    assertThat(unit.on(List.of(platform), false).includes().system())
        .containsExactly(compilers, platform);
  }

  @Test
  void theLastFlagOfAMacroCounts() throws Exception {
    var macros = options("a.c", "gcc-99 -DA -DB=2 -UA -DA=3 -UB -D C=4 -U__linux__ a.c").macros();
    assertThat(macros.defined()).containsExactly("A=3", "C=4");
    assertThat(macros.undefined()).contains("B", "__linux__");
  }

  @Test
  void flagsThatStandInOthers() throws Exception {
    var macros = options("a.c", "gcc-99 -Wp,-DA=1,-MD,x.d,-UB -D_FORTIFY_SOURCE=2 a.c").macros();
    assertThat(macros.defined()).containsExactly("A=1");
    assertThat(macros.undefined()).contains("B");
  }

  @Test
  void machines() throws Exception {
    assertThat(options("a.c", "gcc-99 -m32 a.c").target()).isEqualTo(Target.ILP32);
    assertThat(options("a.c", "i686-none-gcc-99 a.c").target()).isEqualTo(Target.ILP32);
    assertThat(options("a.c", "x86_64-w64-mingw32-gcc a.c").target()).isEqualTo(Target.LLP64);
    assertThat(options("a.c", "clang-99 --target=aarch64-linux-none a.c").target())
        .isEqualTo(Target.LP64);
    assertThat(options("a.c", "arm-none-noneeabi-gcc a.c").macros().undefined())
        .contains("__x86_64__", "__linux__");
    assertThat(options("a.c", "cl /c a.c").target()).isEqualTo(Target.LLP64);
    assertThat(options("a.c", "C:\\VC\\bin\\Hostx64\\x86\\cl.exe /c a.c").target())
        .isEqualTo(Target.ILP32);
  }

  @Test
  void wideCharactersMayBeShort() throws Exception {
    assertThat(options("a.c", "gcc-99 -fshort-wchar a.c").dialect().shortWideChars()).isTrue();
    assertThat(
            options("a.c", "gcc-99 -fshort-wchar -fno-short-wchar a.c").dialect().shortWideChars())
        .isFalse();
  }

  @Test
  void microsoftsFlags() throws Exception {
    UnitOptions options =
        options("a.c", "cl.exe /nologo /Iinc /I sys /DA=1 /D B /FIa.c /J /Zp1 /W4 -DC#2 /c a.c");
    assertThat(options.includes().user())
        .containsExactly(folder.resolve("inc"), folder.resolve("sys"));
    assertThat(options.includes().forced()).containsExactly(folder.resolve("a.c"));
    assertThat(options.includes().ignoringCase()).isTrue();
    assertThat(options.macros().defined()).contains("A=1", "B=1", "C=2", "_MSC_VER=1929");
    assertThat(options.dialect().microsoft()).isTrue();
    assertThat(options.dialect().charIsUnsigned()).isTrue();
    assertThat(options.dialect().packing()).isEqualTo(1);
  }

  @Test
  void dialects() throws Exception {
    assertThat(options("a.c", "gcc-99 -std=gnu89 a.c").dialect().oldInline()).isTrue();
    assertThat(options("a.c", "gcc-99 -std=gnu17 a.c").dialect().oldInline()).isFalse();
    assertThat(options("a.c", "gcc-99 -funsigned-char a.c").dialect().charIsUnsigned()).isTrue();
    assertThat(options("a.c", "gcc-99 -std=c99 a.c").macros().defined())
        .containsExactly("__STRICT_ANSI__=1", "__STDC_VERSION__=199901L");
  }

  @Test
  void responseFiles() throws Exception {
    Files.writeString(folder.resolve("flags.rsp"), "-DA='1 2'\n@more.rsp\n");
    Files.writeString(folder.resolve("more.rsp"), "-DB");
    Files.writeString(folder.resolve("round.rsp"), "@round.rsp");
    assertThat(options("a.c", "gcc-99 @flags.rsp a.c").macros().defined())
        .containsExactly("A=1 2", "B=1");
    assertThat(skipped(command("a.c", "gcc-99 @gone.rsp a.c"), command("b.c", "gcc-99 b.c")))
        .containsExactly("its response file gone.rsp cannot be read");
    assertThat(skipped(command("a.c", "gcc-99 @round.rsp a.c"), command("b.c", "gcc-99 b.c")))
        .containsExactly("its response files name each other without end: @round.rsp");
  }

  private static List<String> skipped(CompileCommand... commands) throws InputException {
    return Build.of(List.of(commands)).skipped().stream().map(Skipped::why).toList();
  }

  @Test
  void whatIsNoCompilationOfC() throws Exception {
    Build build =
        Build.of(
            List.of(
                command("a.c", "gcc-99 -c a.c"),
                command("c.S", "gcc-99 -c c.S"),
                command("d.cpp", "g++-99 -c d.cpp"),
                command("a.o", "gcc-99 -o a a.o"),
                command("none.c", "gcc-99 -c none.c"),
                command("b.c", "gcc-99 -E b.c"),
                command("b.c", "gcc-99 -fshort-enums b.c"),
                command("b.c", "gcc-99 -xassembler b.c"),
                command("b.c", "powerpc-none-gcc-99 b.c"),
                command("b.c", "gcc-99 -m32 -c b.c")));
    assertThat(build.units()).extracting(BuildUnit::file).containsExactly(folder.resolve("a.c"));
    assertThat(build.skipped())
        .extracting(s -> s.file().getFileName() + ": " + s.why() + (s.isCode() ? "" : " (no code)"))
        .containsExactly(
            "c.S: it is assembler",
            "d.cpp: it is C++",
            "a.o: it is linked, not compiled (no code)",
            "none.c: there is no such file",
            "b.c: it is preprocessed or looked at, not compiled (no code)",
            "b.c: -fshort-enums changes what the code means in a way that is not modelled",
            "b.c: it is assembler",
            "b.c: it is compiled for powerpc-none, which is not known, by a compiler that is not here to tell",
            "b.c: it is compiled for ILP32, most others for LP64");
    assertThat(build.codeSkipped()).hasSize(4);
  }

  @Test
  void entriesThatRepeat() throws Exception {
    Build build =
        Build.of(
            List.of(
                command("a.c", "gcc-99 -DX a.c -o a.o"),
                command("./a.c", "gcc-99 -DX -fPIC a.c -o a.lo"),
                command("a.c", "gcc-99 -DY a.c -o y.o")));
    assertThat(build.units()).hasSize(1);
    assertThat(build.units().getFirst().options().macros().defined()).containsExactly("X=1");
    assertThat(build.notes())
        .extracting(Message::sentence)
        .contains(
            "1 entry repeats another one",
            "compiled in several ways, and read as it is compiled first: " + folder.resolve("a.c"));
  }

  @Test
  void unknownFlagsAreCountedInOneLine() throws Exception {
    Build build =
        Build.of(
            List.of(
                command("a.c", "gcc-99 -zzz -O2 -Wall -fwhatever -mtune=x -yes a.c"),
                command("b.c", "gcc-99 -yes -lm -L. -MD -MF d -pipe b.c")));
    assertThat(build.notes())
        .extracting(Message::sentence)
        .contains("2 flags are not known and passed over: -yes (2 times)");
  }

  @Test
  void nothingThatCanBeRead() {
    List<CompileCommand> commands = new ArrayList<>(List.of(command("none.c", "gcc-99 none.c")));
    InputException error = catchThrowableOfType(InputException.class, () -> Build.of(commands));
    assertThat(error.messages())
        .extracting(Message::sentence)
        .containsExactly(
            folder.resolve("none.c") + " is skipped: there is no such file",
            "none of its 1 entries is a C file that can be read");
    assertThat(catchThrowableOfType(InputException.class, () -> Build.of(List.of())).messages())
        .extracting(Message::sentence)
        .containsExactly("this file has no entries");
  }

  @Test
  void someOfItsFiles() throws Exception {
    Build build = Build.of(List.of(command("a.c", "gcc-99 a.c"), command("b.c", "gcc-99 b.c")));
    assertThat(build.only(List.of(folder.resolve("b.c"))).units()).hasSize(1);
    InputException error =
        catchThrowableOfType(
            InputException.class, () -> build.only(List.of(folder.resolve("bb.c"))));
    assertThat(error.messages().getFirst().help().getFirst()).contains("did you mean");
  }
}

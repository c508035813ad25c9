// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.Gcc;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gcc says of itself, and the C library's headers read as gcc reads them. */
class HostHeadersTest {
  @TempDir Path folder;

  @BeforeEach
  void gcc() {
    Gcc.required();
  }

  @Test
  void gccTellsItsMacrosAndHeaders() {
    HostCompiler.Answer answer =
        new HostCompiler().ask(folder, "gcc", List.of("-std=c99", "-fno-such-flag")).orElseThrow();
    assertThat(answer.macros())
        .containsEntry("__STRICT_ANSI__", "1")
        .containsEntry("__CHAR_BIT__", "8")
        .containsKey("__INT64_C(c)");
    assertThat(answer.headers()).anyMatch(d -> Files.isRegularFile(d.resolve("stdarg.h")));
    assertThat(new HostCompiler().ask(folder, "gcc-none", List.of())).isEmpty();
    assertThat(new HostCompiler().ask(folder, "rm", List.of())).isEmpty();
  }

  @Test
  void whatTheCompilerSaysDecides() throws Exception {
    Files.writeString(
        folder.resolve("a.c"),
        "#include <limits.h>\nint x[CHAR_MIN == 0 ? 1 : -1];\n#ifndef __STRICT_ANSI__\n#error no\n#endif\n");
    Frontend.Reading reading = read(List.of("gcc", "-std=c11", "-funsigned-char", "-c", "a.c"));
    assertThat(reading.unread()).isEmpty();
  }

  private Frontend.Reading read(List<String> call) throws Exception {
    List<CompileCommand> commands = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".c")).sorted().toList()) {
        String name = file.getFileName().toString();
        List<String> words = new ArrayList<>(call.subList(0, call.size() - 1));
        words.add(name);
        commands.add(new CompileCommand(folder, name, words, "", SourceRange.NONE));
      }
    }
    Build build = Build.of(commands);
    List<Frontend.Source> sources = new ArrayList<>();
    for (BuildUnit unit : build.units()) {
      Frontend.Options options =
          new Frontend.Options(unit.on(List.of(), false), Origin.Kind.USER, Map.of());
      sources.add(new Frontend.Source(unit.file(), options));
    }
    return Frontend.readMost(sources, Optional.empty(), build.codeSkipped());
  }

  /** Each header of glibc alone, as far as this machine has it and its gcc reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"-D_DEFAULT_SOURCE", "-std=gnu2x -D_GNU_SOURCE -O2 -D_FORTIFY_SOURCE=2"})
  void everyHeaderOfGlibc(String flags) throws Exception {
    List<Path> headers = new HostCompiler().ask(folder, "gcc", List.of()).orElseThrow().headers();
    List<String> names = names();
    List<String> there =
        names.stream()
            .filter(n -> headers.stream().anyMatch(d -> Files.exists(d.resolve(n))))
            .toList();
    if (there.size() < names.size()) {
      System.err.println(
          "PARTLY SKIPPED: only "
              + there.size()
              + " of "
              + names.size()
              + " glibc headers are here");
    }
    for (int i = 0; i < there.size(); i++) {
      String text = "#include <" + there.get(i) + ">\nint number_" + i + ";\n";
      Files.writeString(folder.resolve("h%03d.c".formatted(i)), text);
    }
    Frontend.Reading reading = read(List.of(("gcc -c " + flags + " FILE").split(" ")));
    assertThat(reading.unread()).isEmpty();
    // The registers that auditing interfaces hand over are vectors, which are not supported.
    assertThat(reading.program().messages())
        .filteredOn(m -> !m.range().file().endsWith("bits/link.h"))
        .extracting(Message::sentence)
        .isEmpty();
  }

  private static List<String> names() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(HostHeadersTest.class.getResourceAsStream("glibc-headers.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}

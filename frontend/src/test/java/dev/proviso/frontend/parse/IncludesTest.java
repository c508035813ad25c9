// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludesTest {
  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static ParsedUnit parse(Path file, List<Path> user, List<Path> system) throws Exception {
    return new CParser().parse(file, UnitOptions.of(Target.LP64).including(user, system));
  }

  private static List<String> names(ParsedUnit parsed) {
    return parsed.unit().declarations().stream()
        .map(d -> ((Declaration) d).declarators().get(0).declarator().name())
        .toList();
  }

  @Test
  void ownDirectoryThenUserThenSystem() throws Exception {
    write("src/x.h", "int own;\n");
    write("user/x.h", "int user;\n");
    write("user/y.h", "int user_y;\n");
    write("system/y.h", "int system_y;\n");
    write("system/sub/z.h", "#include \"w.h\"\n");
    write("system/sub/w.h", "int w;\n");
    Path file =
        write("src/a.c", "#include \"x.h\"\n#include <x.h>\n#include <y.h>\n#include <sub/z.h>\n");
    ParsedUnit parsed =
        parse(file, List.of(directory.resolve("user")), List.of(directory.resolve("system")));
    assertThat(parsed.messages()).isEmpty();
    assertThat(names(parsed)).containsExactly("own", "user", "user_y", "w");
  }

  @Test
  void includeNextGoesOn() throws Exception {
    write("user/y.h", "int first;\n#include_next <y.h>\n");
    write("system/y.h", "int second;\n");
    Path file = write("a.c", "#include <y.h>\n");
    assertThat(
            names(
                parse(
                    file,
                    List.of(directory.resolve("user")),
                    List.of(directory.resolve("system")))))
        .containsExactly("first", "second");
  }

  @Test
  void caseAndBackslashesOfWindowsSources() throws Exception {
    write("Inc/Driver.h", "int driver;\n");
    write("other/Ntddk.H", "int ntddk;\n");
    Path file = write("src/a.c", "#include \"..\\INC\\driver.h\"\n#include <NTDDK.h>\n");
    UnitOptions linux =
        UnitOptions.of(Target.LP64).including(List.of(directory.resolve("other")), List.of());
    ParsedUnit parsed = new CParser().parse(file, linux.with(linux.includes().inAnyCase()));
    assertThat(names(parsed)).containsExactly("driver", "ntddk");
    assertThat(new CParser().parse(file, linux).missingIncludes())
        .extracting("name")
        .containsExactly("..\\INC\\driver.h", "NTDDK.h");
  }

  @Test
  void headersInAJar() throws Exception {
    Path jar = directory.resolve("headers.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(zip.getPath("/wdm/include/sub"));
      Files.writeString(zip.getPath("/wdm/include/wdm.h"), "#include \"sub/more.h\"\nint wdm;\n");
      Files.writeString(zip.getPath("/wdm/include/sub/more.h"), "int more;\n");
      Path file = write("a.c", "#include <WDM.H>\n");
      ParsedUnit parsed =
          new CParser()
              .parse(
                  file,
                  UnitOptions.of(Target.LLP64)
                      .including(List.of(), List.of(zip.getPath("/wdm/include"))));
      assertThat(parsed.messages()).isEmpty();
      assertThat(names(parsed)).containsExactly("more", "wdm");
      assertThat(parsed.unit().declarations().get(1).place()).hasToString("/wdm/include/wdm.h:2:1");
      Files.writeString(zip.getPath("/wdm/model.c"), "#include \"include/wdm.h\"\n");
      assertThat(names(parse(zip.getPath("/wdm/model.c"), List.of(), List.of())))
          .containsExactly("more", "wdm");
    }
  }

  @Test
  void aMissingFileIsAWarningThatSaysWhereItWasLookedFor() throws Exception {
    write("h.h", "\n#include \"none.h\"\n");
    Path file = write("a.c", "#include \"h.h\"\nint after;\n");
    ParsedUnit parsed = parse(file, List.of(directory.resolve("inc")), List.of());
    assertThat(names(parsed)).containsExactly("after");
    assertThat(parsed.missingIncludes()).extracting("name").containsExactly("none.h");
    Message message = parsed.messages().get(0);
    assertThat(message.severity()).isEqualTo(Message.Severity.WARNING);
    assertThat(message.range()).hasToString(directory.resolve("h.h") + ":2:1");
    assertThat(message.sentence())
        .contains("\"none.h\"", directory.toString(), directory.resolve("inc").toString());
    assertThat(message.notes())
        .singleElement()
        .satisfies(n -> assertThat(n.range()).hasToString(file + ":1:1"));
  }

  @Test
  void aCycleEnds() throws Exception {
    write("a.h", "#include \"b.h\"\n");
    write("b.h", "#include \"a.h\"\n");
    Path file = write("a.c", "#include \"a.h\"\nint after;\n");
    ParsedUnit parsed = parse(file, List.of(), List.of());
    assertThat(parsed.hasErrors()).isTrue();
    assertThat(names(parsed)).containsExactly("after");
  }

  @Test
  void onceAndGuards() throws Exception {
    write("once.h", "#pragma once\nint once;\n");
    write("guard.h", "#ifndef G\n#define G\nint guard;\n#endif\n");
    Path file =
        write(
            "a.c",
            "#include \"once.h\"\n#include \"once.h\"\n#include \"guard.h\"\n#include \"guard.h\"\n");
    assertThat(names(parse(file, List.of(), List.of()))).containsExactly("once", "guard");
  }
}

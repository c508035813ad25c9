// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFolderTest {
  private static final Path RULES = Path.of("rules");

  static Stream<Path> ourOwn() throws IOException {
    try (Stream<Path> files = Files.walk(RULES, 3)) {
      return files
          .filter(f -> f.endsWith("rule.slic"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void ourOwnFoldersAreComplete(Path own) throws InputException {
    assertThat(RuleFolder.read(own).rule().platform())
        .isEqualTo(own.getParent().getFileName().toString());
  }

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void create() throws IOException {
    folder = temp.resolve("OpenClose");
    RuleFolder.create(folder, "OpenClose", "none");
  }

  @Test
  void aNewFolderIsComplete() throws InputException {
    RuleFolder read = RuleFolder.read(folder);
    assertThat(read.rule().name()).isEqualTo("OpenClose");
    assertThat(read.examples())
        .extracting(e -> e.file().getFileName() + " " + e.violations())
        .containsExactly("bad.c [6, 9]", "good.c []");
  }

  @Test
  void everyPartMustBeThere() throws IOException {
    Files.delete(folder.resolve("good.c"));
    Files.writeString(folder.resolve("bad.c"), "int main(void) { return 0; }");
    Files.writeString(
        folder.resolve("README.md"), "# X\n## What it checks\n## Why\n## Bad\n## Applies to\n");
    assertThat(messages())
        .containsExactly(
            "README.md: the section 'Good' is missing",
            "bad.c: no line says where the rule is broken",
            "OpenClose: there is no example good*.c");
  }

  @Test
  void aGoodExampleBreaksNothing() throws IOException {
    Files.writeString(folder.resolve("good.c"), "\nint x; // violates OpenClose\n");
    assertThat(messages()).containsExactly("good.c:2: a good example says that it breaks the rule");
  }

  private List<String> messages() {
    InputException e = catchThrowableOfType(InputException.class, () -> RuleFolder.read(folder));
    return e.messages().stream()
        .map(
            m ->
                Path.of(m.range().file()).getFileName()
                    + (m.range().line() == 0 ? "" : ":" + m.range().line())
                    + ": "
                    + m.sentence())
        .toList();
  }
}

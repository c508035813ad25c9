// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilationDatabaseTest {
  @TempDir Path folder;

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("compile_commands.json"), text);
  }

  @Test
  void bothForms() throws Exception {
    Path file =
        write(
            """
            [{"directory": "/x", "file": "a.c", "arguments": ["cc", "-DA=b c", "a.c"], "output": "a.o"},
             {"file": "../b.c", "command": "cc '-DA=b c' ../b.c", "directory": "sub", "more": {"x": [1]}}]
            """);
    List<CompileCommand> commands = CompilationDatabase.read(file);
    assertThat(commands)
        .extracting(c -> c.path() + " " + c.arguments() + " " + c.output())
        .containsExactly("/x/a.c [cc, -DA=b c, a.c] a.o", folder + "/b.c [cc, -DA=b c, ../b.c] ");
    assertThat(commands.get(1).place()).hasToString(file + ":2:2");
    assertThat(CompilationDatabase.read(folder)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|1:1|a list of compiler calls is meant here: [ … ]",
        "``|1:1|a list of compiler calls is meant here: [ … ]",
        "[1]|1:2|this is no entry",
        "[{\"file\": 3, \"command\": \"cc\"}]|1:11|\"file\" must be a text in quotes",
        "[{\"directory\": \"/\", \"file\": \"a.c\"}]|1:2|this entry has no \"arguments\" or \"command\"",
        "[{\"directory\": \"/\", \"command\": \"cc\"}]|1:2|this entry has no \"file\"",
        "[{\"file\": \"a.c\", \"arguments\": \"cc\"}]|1:31|\"arguments\" must be a list of texts: [\"cc\", …]",
        "[{\"file\": \"a.c\", \"arguments\": [7]}]|1:32|\"arguments\" must be a text in quotes",
      })
  void whatIsWrongIsToldWithItsPlace(String text, String place, String sentence) throws Exception {
    Path file = write(text);
    InputException error =
        catchThrowableOfType(InputException.class, () -> CompilationDatabase.read(file));
    assertThat(error.messages().getFirst().range()).hasToString(file + ":" + place);
    assertThat(error.messages().getFirst().sentence()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"[{\"file\": \"a.c\",|1:", "int main(void) {}|1:", "[{\"file\": \"a\u0001\"}]|1:"})
  void whatIsNotJsonIsToldWithItsPlace(String text, String place) throws Exception {
    Path file = write(text);
    InputException error =
        catchThrowableOfType(InputException.class, () -> CompilationDatabase.read(file));
    assertThat(error.messages().getFirst().range().toString()).startsWith(file + ":" + place);
    assertThat(error.messages().getFirst().sentence()).startsWith("this is not JSON: ");
  }

  @Test
  void aFileThatIsNotThere() {
    Path missing = folder.resolve("none.json");
    InputException error =
        catchThrowableOfType(InputException.class, () -> CompilationDatabase.read(missing));
    assertThat(error.messages().getFirst().sentence()).isEqualTo("no such file");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path file = folder.resolve("out.json");
    List<CompileCommand> commands =
        CompileCommand.of(folder, List.of("gcc", "-c", "-DX=\"a\\b\"", "b.c", "a.c", "-o", "x.o"));
    assertThat(commands).extracting(CompileCommand::file).containsExactly("b.c", "a.c");
    DatabaseWriter.write(file, commands);
    assertThat(CompilationDatabase.read(file))
        .extracting(c -> c.file() + " " + c.output() + " " + c.arguments().get(2))
        .containsExactly("a.c x.o -DX=\"a\\b\"", "b.c x.o -DX=\"a\\b\"");
  }

  @Test
  void aLaterEntryReplacesOneThatMakesTheSame() {
    List<CompileCommand> old = CompileCommand.of(folder, List.of("cc", "-c", "a.c", "-DOLD"));
    List<CompileCommand> kept = CompileCommand.of(folder, List.of("cc", "-c", "a.c", "-oy.o"));
    List<CompileCommand> fresh = CompileCommand.of(folder, List.of("cc", "-c", "a.c", "-DNEW"));
    List<CompileCommand> both = List.of(old.getFirst(), kept.getFirst());
    assertThat(DatabaseWriter.merged(both, fresh))
        .extracting(c -> c.arguments().getLast())
        .containsExactly("-DNEW", "-oy.o");
  }

  @Test
  void callsThatCompileNothingMakeNoEntries() {
    for (String call :
        List.of("cc -E a.c", "cc --version", "cc -o a a.o b.a", "cc -c -", "cc -MM a.c")) {
      assertThat(CompileCommand.of(folder, List.of(call.split(" ")))).as(call).isEmpty();
    }
    assertThat(CompileCommand.of(folder, List.of("ccache", "gcc", "a.c", "-o", "a")))
        .extracting(CompileCommand::arguments)
        .containsExactly(List.of("gcc", "a.c", "-o", "a"));
  }
}

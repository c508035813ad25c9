// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * C files and the programs that they become; {@code -Dproviso.golden.update=true} writes them anew.
 */
final class LoweringGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/dev/proviso/frontend/lower");

  @ParameterizedTest
  @ValueSource(strings = {"expressions", "statements", "initialisers", "windows", "builtins"})
  void becomes(String name) throws Exception {
    Target target = name.equals("windows") ? Target.LLP64 : Target.LP64;
    String text = Files.readString(FILES.resolve(name + ".c"));
    Program program = Frontend.readText(name + ".c", text, Frontend.Options.of(target));
    StringBuilder printed = new StringBuilder(Printer.print(program)).append('\n');
    for (Message message : program.messages()) {
      printed.append(message.range()).append(": ").append(message.sentence()).append('\n');
    }
    Path expected = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("proviso.golden.update")) {
      Files.writeString(expected, printed);
    }
    assertThat(printed.toString()).isEqualTo(Files.readString(expected));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.parse.CParser;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The C of the platforms that we ship is read without a complaint. */
class BuiltInTextTest {
  static List<String> platforms() {
    return PlatformLibrary.builtIn().names();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void modelsAreLowered(String name) throws InputException {
    Platform platform = PlatformLibrary.builtIn().load(name);
    Program models = PlatformUnits.begin(platform, platform.target(), List.of()).models();
    assertThat(models.messages()).isEmpty();
    assertThat(models.procedures().values())
        .noneMatch(p -> p.body() instanceof Procedure.Body.Lost);
    assertThat(RoleTypes.answer(models).keySet())
        .containsExactlyInAnyOrderElementsOf(
            platform.roles().stream().map(Platform.Role::name).toList());
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void headersAreParsed(String name) throws InputException, IOException {
    Platform platform = PlatformLibrary.builtIn().load(name);
    // As user folders, so that what is wrong is not passed over as somebody else's.
    UnitOptions options =
        UnitOptions.of(platform.target()).including(platform.content().includes(), List.of());
    StringBuilder all = new StringBuilder();
    try (Stream<Path> headers = Files.list(platform.content().includes().get(0))) {
      headers
          .map(h -> h.getFileName().toString())
          .filter(h -> h.endsWith(".h") && platform.headers().stream().noneMatch(h::equals))
          .sorted()
          .forEach(h -> all.append("#include <").append(h).append(">\n"));
    }
    StringBuilder text = new StringBuilder();
    platform.headers().forEach(h -> text.append("#include <").append(h).append(">\n"));
    assertThat(new CParser().parseText("all.c", text.append(all).toString(), options).messages())
        .isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.parse.CParser;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void modelsAreParsed(String name) throws InputException {
    Platform platform = PlatformLibrary.builtIn().load(name);
    CParser.Options options =
        new CParser.Options(List.of(), platform.content().includes(), List.of(), platform.target());
    List<Message> messages = new ArrayList<>();
    for (Path model : platform.content().models()) {
      messages.addAll(new CParser().parse(model, options).messages());
    }
    assertThat(messages).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void headersAreParsed(String name) throws InputException, IOException {
    Platform platform = PlatformLibrary.builtIn().load(name);
    // As user folders, so that what is wrong is not passed over as somebody else's.
    CParser.Options options =
        new CParser.Options(platform.content().includes(), List.of(), List.of(), platform.target());
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
    assertThat(new CParser().parseText("all.c", text.append(all).toString(), options).messages()).isEmpty();
  }
}

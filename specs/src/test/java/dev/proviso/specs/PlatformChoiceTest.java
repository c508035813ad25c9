// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformChoiceTest {
  @TempDir Path root;

  @BeforeEach
  void platforms() throws IOException {
    write("none", "name: none\n");
    write("bus", "name: bus\n");
    write("usb", "name: usb\nextends: [bus]\n");
    write("pci", "name: pci\n");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name));
    Files.writeString(root.resolve(name).resolve("platform.yml"), text);
  }

  private static Rule rule(String name, String platform) throws InputException {
    return RuleParser.parse("rule " + name + ";\nplatform " + platform + ";\nf.entry { abort; }\n", name + ".slic");
  }

  private String choose(Optional<String> named, Rule... rules) throws InputException {
    return PlatformChoice.choose(new PlatformLibrary(root), List.of(rules), named).name();
  }

  @Test
  void isTheOneThatExtendsThoseOfAllRules() throws InputException {
    assertThat(choose(Optional.empty(), rule("A", "bus"), rule("B", "usb"), rule("C", "none"))).isEqualTo("usb");
    assertThat(choose(Optional.empty(), rule("A", "none"))).isEqualTo("none");
    assertThat(choose(Optional.of("pci"), rule("A", "bus"))).isEqualTo("pci");
  }

  @Test
  void rulesOfUnrelatedPlatformsAreAnError() throws InputException {
    Rule a = rule("A", "bus");
    Rule b = rule("B", "pci");
    Message message =
        catchThrowableOfType(InputException.class, () -> choose(Optional.empty(), a, b)).messages().get(0);
    assertThat(message.range()).hasToString("B.slic:2:1");
    assertThat(message.sentence()).isEqualTo("rule B is for platform pci, rule A for platform bus");
  }

  @Test
  void anUnknownPlatformIsReportedAtTheRule() throws InputException {
    Rule a = rule("A", "bsu");
    Message message =
        catchThrowableOfType(InputException.class, () -> choose(Optional.empty(), a)).messages().get(0);
    assertThat(message.range().file()).isEqualTo("A.slic");
    assertThat(message.range().line()).isEqualTo(2);
    assertThat(message.help()).containsExactly("did you mean bus or usb?");
  }
}

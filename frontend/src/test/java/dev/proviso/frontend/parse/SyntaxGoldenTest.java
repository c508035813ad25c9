// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file {@code X.c} against the tree in {@code X.txt}; {@code -Dproviso.golden.update=true}
 * writes the trees anew.
 */
class SyntaxGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/dev/proviso/frontend/parse");

  @ParameterizedTest
  @ValueSource(
      strings = {"declarations", "types", "expressions", "statements", "microsoft", "attributes"})
  void treeIsAsExpected(String name) throws Exception {
    Target target = name.equals("microsoft") ? Target.LLP64 : Target.LP64;
    ParsedUnit parsed = new CParser().parse(FILES.resolve(name + ".c"), UnitOptions.of(target));
    assertThat(parsed.messages()).isEmpty();
    String tree =
        parsed.unit().declarations().stream()
            .map(d -> SyntaxText.of(d) + "\n")
            .collect(Collectors.joining());
    Path expected = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("proviso.golden.update")) {
      Files.writeString(expected, tree);
    }
    assertThat(tree).isEqualTo(Files.readString(expected));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inline functions of system headers that cannot be lowered: lost where they are mentioned. */
class HeaderFunctionsTest {
  private static final String HEADER =
      "typedef int v4 __attribute__((vector_size(16)));\n"
          + "extern inline __attribute__((gnu_inline)) v4 sum(v4 a, v4 b) { return a; }\n"
          + "static inline int twice(int x) { return 2 * x; }\n";

  @TempDir Path folder;

  private Program read(String text) throws IOException, InputException {
    return read(text, o -> o);
  }

  private Program read(String text, UnaryOperator<Frontend.Options> changed)
      throws IOException, InputException {
    Path headers = Files.createDirectories(folder.resolve("system"));
    Files.writeString(headers.resolve("vectors.h"), HEADER);
    Path file = Files.writeString(folder.resolve("t.c"), "#include <vectors.h>\n" + text);
    Frontend.Options options =
        new Frontend.Options(Target.LP64, List.of(), List.of(headers), List.of(), Origin.Kind.USER);
    return Frontend.read(List.of(new Frontend.Source(file, changed.apply(options))));
  }

  private static Body body(Program program, String name) {
    return program.procedures().get(name).body();
  }

  @Test
  void whatNobodyMentionsIsNotLost() throws Exception {
    String text = "int main(void) { return 0; }\n";
    assertThat(read(text).procedures()).doesNotContainKeys("sum", "twice");
    Program program = read(text, Frontend.Options::withWholeHeaders);
    assertThat(body(program, "sum")).isInstanceOf(Body.Undefined.class);
    assertThat(body(program, "twice")).isInstanceOf(Body.Undefined.class);
  }

  @Test
  void whoMentionsItIsLost() throws Exception {
    Program program = read("int main(void) { return twice(1) + sizeof sum; }\n");
    assertThat(body(program, "main")).isInstanceOf(Body.Lost.class);
  }

  @Test
  void whatIsMentionedIsThere() throws Exception {
    Program program = read("int main(void) { return twice(1); }\n");
    assertThat(body(program, "twice")).isInstanceOf(Body.Defined.class);
  }
}

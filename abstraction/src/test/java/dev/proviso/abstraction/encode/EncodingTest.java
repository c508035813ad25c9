// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.encode.EncodedBlock.Answer;
import dev.proviso.abstraction.encode.EncodedBlock.Mode;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What formulas say of small programs, whose {@code o0} is known; each stands for a defect. */
final class EncodingTest {
  private static void means(String text, long input, long output) throws InputException {
    String whole =
        "static unsigned long long in0, o0; void *memcpy(void *, const void *, unsigned long);"
            + "void *memset(void *, int, unsigned long); void *memmove(void *, const void *, unsigned long);"
            + text;
    RandomBlock.Made made =
        new RandomBlock.Made(whole, Target.LP64, List.of(input), List.of("o0"), 0);
    assertThat(BlockRun.outputs(made)).contains(List.of(output));
    for (Mode mode : Mode.values()) {
      assertThat(EncodedBlock.check(made, Optional.of(List.of(output)), mode))
          .as("%s of %s", mode, text)
          .isEqualTo(Answer.EXACT);
    }
  }

  @Test
  void aBoolIsZeroOrOneWhateverItsBits() throws InputException {
    means(
        """
        static unsigned char byte; static _Bool truth;
        int main(void) { in0 = INPUT(0); byte = in0; memcpy(&truth, &byte, 1); o0 = truth; END; }
        """,
        6,
        1);
  }
}

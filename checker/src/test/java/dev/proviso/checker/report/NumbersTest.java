// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.IntType;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void statusCodesAreReadInHexadecimal() {
    assertThat(text("-1073741811")).isEqualTo("-1073741811 (0xC000000D)");
    assertThat(text("1073741824")).isEqualTo("1073741824 (0x40000000)");
  }

  @Test
  void smallNumbersAndNamesStayAsTheyAre() {
    assertThat(text("-1")).isEqualTo("-1");
    assertThat(text("65535")).isEqualTo("65535");
    assertThat(text("NULL")).isEqualTo("NULL");
  }

  private static String text(String value) {
    Variable status =
        new Variable("s", "s", IntType.INT, Variable.Kind.GLOBAL, false, SourceRange.NONE);
    return Numbers.text(new Trace.Change(LValue.Var.of(status), value));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.types.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredefinedMacrosTest {
  @ParameterizedTest
  @CsvSource({
    "LP64, defined(__LP64__) && defined(__x86_64__) && __SIZEOF_LONG__ == 8 && __LONG_MAX__ > 2147483647, true",
    "LP64, defined(_WIN64), false",
    "ILP32, defined(__i386__) && __SIZEOF_POINTER__ == 4 && __SIZEOF_LONG__ == 4 && !defined(__LP64__), true",
    "LLP64, defined(_WIN64) && defined(_AMD64_) && _M_AMD64 == 100 && __SIZEOF_LONG__ == 4, true",
    "LLP64, __SIZEOF_POINTER__ == 8 && !defined(__GNUC__) && !defined(_MSC_VER), true",
    "LP64, __INT64_MAX__ == 9223372036854775807 && __UINT32_MAX__ == 4294967295 && __INT8_MAX__ == 127, true",
    "LP64, X == 1 && Y == 7 && __GNUC__ == 3, true",
  })
  void conditionsOnTheTarget(Target target, String condition, boolean holds) throws Exception {
    var options = UnitOptions.of(target).with(Macros.of(List.of("X", "Y=7", "__GNUC__=3")));
    if (condition.contains("!defined(__GNUC__)")) {
      options = UnitOptions.of(target);
    }
    ParsedUnit parsed =
        new CParser().parseText("t.c", "#if " + condition + "\nint yes;\n#endif\n", options);
    assertThat(parsed.messages()).isEmpty();
    assertThat(parsed.unit().declarations()).hasSize(holds ? 1 : 0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import static dev.proviso.frontend.program.ProgramBuilder.INT;
import static dev.proviso.frontend.program.ProgramBuilder.pointer;
import static dev.proviso.frontend.program.ProgramBuilder.struct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.types.CompositeType;
import org.junit.jupiter.api.Test;

class InternerTest {
  @Test
  void equalValuesAreOne() {
    CompositeType s = struct("s", "x", INT);
    assertThat(IntConst.of(0, pointer(s))).isSameAs(IntConst.of(0, pointer(s)));
  }

  @Test
  void nullPointersOfOtherTypesAreOthersWhateverTheirHashCode() {
    IntConst a = IntConst.of(0, pointer(struct("s", "x", INT)));
    IntConst b = IntConst.of(0, pointer(struct("s", "x", INT)));
    assertThat(a).isNotSameAs(b);
    assertThat(a.hashCode()).isEqualTo(b.hashCode());
  }

  @Test
  void whatHasTheSameHashCodeIsKeptApart() {
    Interner<String> interner = new Interner<>(s -> 0);
    String first = interner.intern(new String("Aa"));
    assertThat(interner.intern(new String("BB"))).isEqualTo("BB");
    assertThat(interner.intern(new String("Aa"))).isSameAs(first);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
  private final Memory memory = new Memory();
  private final MemoryObject first = memory.newObject(new Thing.Internal());
  private final MemoryObject second = memory.newObject(new Thing.Internal());
  private final MemoryObject third = memory.newObject(new Thing.Internal());
  private final MemoryObject apart = memory.newObject(new Thing.Internal());

  private Value pointer(Place... places) {
    Value value = memory.inclusions.newValue();
    for (Place place : places) {
      memory.inclusions.point(value, place);
    }
    return value;
  }

  private void store(Place at, Place target) {
    memory.inclusions.point(memory.cell(at, 8).value, target);
  }

  @Test
  void pointersInObjectsAreFollowed() {
    store(first.place(8), second.place(0));
    store(second.place(16), third.place(4));
    store(third.place(0), first.place(0));
    Reach reach = Reach.ofValues(List.of(pointer(first.place(24))));
    assertThat(reach.objects()).containsExactly(first, second, third);
    assertThat(reach.holds(third)).isTrue();
    assertThat(reach.holds(apart)).isFalse();
    assertThat(Reach.ofPlaces(List.of(second.place(0))).objects())
        .containsExactly(second, third, first);
  }

  @Test
  void nothingIsFoundFromNothing() {
    assertThat(Reach.ofValues(List.of()).objects()).isEmpty();
    assertThat(Reach.ofValues(List.of(pointer())).objects()).isEmpty();
  }

  @Test
  void aValueIsCoveredWhereAllItsObjectsWereFound() {
    store(first.place(0), second.place(0));
    Reach reach = Reach.ofValues(List.of(pointer(first.place(0))));
    assertThat(reach.covers(pointer(second.place(40), first.place(0)))).isTrue();
    assertThat(reach.covers(pointer())).isTrue();
    assertThat(reach.covers(pointer(second.place(0), apart.place(0)))).isFalse();
  }

  @Test
  void whatOnlyOneReachesIsCounted() {
    Reach both = Reach.ofValues(List.of(pointer(first.place(0), second.place(0))));
    Reach other = Reach.ofValues(List.of(pointer(second.place(8), apart.place(0))));
    assertThat(both.without(other)).isEqualTo(1);
    assertThat(both.without(both)).isZero();
  }
}

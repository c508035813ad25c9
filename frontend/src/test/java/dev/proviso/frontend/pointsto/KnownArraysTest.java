// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownArraysTest {
  private static final Range SMALL = new Range(8, 24, 4);
  private static final Range LARGE = new Range(0, 64, 8);

  private static KnownArrays arrays(Map<Long, Long> recast, Range... declared) {
    return new KnownArrays(Shape.EXACT, List.of(declared), recast);
  }

  @Test
  void theSmallestThatHoldsBothIsTaken() {
    KnownArrays arrays = arrays(Map.of(), LARGE, SMALL);
    assertThat(arrays.around(8, 20, 4)).isEqualTo(SMALL);
    assertThat(arrays.around(8, 24, 4)).isEqualTo(LARGE);
    assertThat(arrays.around(8, 64, 4)).isNull();
  }

  @Test
  void aStepThatLeavesAnArrayIsNoWalkInIt() {
    assertThat(arrays(Map.of(), SMALL).around(8, 12, 16)).isNull();
  }

  @Test
  void aPointerToALargerStructLeavesTheArrayThatItBeginsWith() {
    assertThat(arrays(Map.of(8L, 32L), SMALL).around(8, 12, 4)).isNull();
    assertThat(arrays(Map.of(8L, 16L), SMALL).around(8, 12, 4)).isEqualTo(SMALL);
    assertThat(arrays(Map.of(8L, 32L), SMALL).around(12, 16, 4)).isEqualTo(SMALL);
  }

  @Test
  void offsetsAreThoseThatTheShapeTellsApart() {
    Shape rows = Shape.EXACT.withArray(new Range(0, 96, 24));
    KnownArrays arrays = new KnownArrays(rows, List.of(new Range(56, 72, 4)), Map.of());
    assertThat(arrays.around(8, 12, 4)).isEqualTo(SMALL);
  }

  @Test
  void somethingNewMakesTheArraysOfAnObjectAnew() {
    Memory memory = new Memory();
    MemoryObject object = memory.newObject(new Thing.Internal());
    assertThat(object.arrays().around(8, 12, 4)).isNull();
    KnownArrays before = object.arrays();
    assertThat(object.arrays()).isSameAs(before);
    assertThat(object.declare(SMALL)).isTrue();
    assertThat(object.declare(SMALL)).isFalse();
    assertThat(object.arrays().around(8, 12, 4)).isEqualTo(SMALL);
    assertThat(object.recast(8, 32)).isTrue();
    assertThat(object.recast(8, 16)).isFalse();
    assertThat(object.arrays().around(8, 12, 4)).isNull();
  }
}

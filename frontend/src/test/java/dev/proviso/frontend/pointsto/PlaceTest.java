// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pointers to elements of arrays, moved back. */
class PlaceTest {
  private final Memory memory = new Memory();
  private final MemoryObject object = memory.newObject(new Thing.Internal());

  private List<Long> moved(long start, long end, long element, long from, long distance) {
    memory.foldArray(object.place(start), end - start, element);
    return object.place(from).moved(distance).stream().map(p -> p.offset).toList();
  }

  @Test
  void aLaterElementMayStillBeInTheArray() {
    assertThat(moved(0, 168, 56, 0, -40)).containsExactly(-40L, 16L);
  }

  @Test
  void fromEachElementTheStructAroundIsFound() {
    // The struct at 0, by its array's second element.
    assertThat(moved(16, 16 + 3 * 56, 56, 16, -16 - 56)).contains(-56L, 0L);
  }

  @Test
  void whatStaysInTheArrayIsOnePlace() {
    assertThat(moved(8, 40, 8, 8, -4).stream().distinct()).containsExactly(4L, 12L);
    assertThat(moved(8, 40, 8, 12, -4)).containsExactly(8L);
  }

  @Test
  void whatIsLeftOutIsToldOf() {
    memory.foldArray(object.place(64), 256, 4);
    // From the later ones of small elements, to what is before their array.
    assertThat(object.place(64).leavesOut(-40)).isTrue();
    assertThat(object.place(64).leavesOut(-4)).isFalse();
    assertThat(object.place(64).leavesOut(40)).isFalse();
    MemoryObject large = memory.newObject(new Thing.Internal());
    memory.foldArray(large.place(64), 640, 16);
    assertThat(large.place(64).leavesOut(-40)).isFalse();
    assertThat(large.place(64).leavesOut(-40 * 16)).isTrue();
  }

  @Test
  void aWayThatIsLeftOutIsAnAssumption() {
    Value pointer = memory.inclusions.newValue();
    memory.foldArray(object.place(64), 256, 4);
    memory.inclusions.point(pointer, object.place(64));
    memory.arithmetic.moved(pointer, new Stride(-4, 0));
    memory.arithmetic.solve();
    assertThat(memory.arithmetic.keepsWalksInArrays()).isFalse();
    memory.arithmetic.moved(pointer, new Stride(-40, 0));
    memory.arithmetic.solve();
    assertThat(memory.arithmetic.keepsWalksInArrays()).isTrue();
  }

  @Test
  void aPointerThatWasMovedIsMovedAgainWhenElementsAreToldApartNoMore() {
    Value pointer = memory.inclusions.newValue();
    memory.inclusions.point(pointer, object.place(0));
    Value back = memory.arithmetic.moved(pointer, new Stride(-40, 0));
    memory.arithmetic.solve();
    assertThat(back.targets()).containsExactly(object.place(-40));
    memory.foldArray(object.place(0), 168, 56);
    memory.arithmetic.solve();
    assertThat(back.targets()).contains(object.place(16));
  }
}

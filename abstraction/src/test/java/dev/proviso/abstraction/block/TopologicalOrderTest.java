// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
  @Test
  void arcsGoUpAndNumbersHaveNoGaps() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
      Collections.shuffle(shuffled, random);
      List<List<Arc>> outgoing = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        outgoing.add(new ArrayList<>());
      }
      shuffled.addFirst(0);
      for (int i = 0; i < 12; i++) {
        int from = random.nextInt(9);
        int to = from + 1 + random.nextInt(9 - from);
        outgoing.get(shuffled.get(from)).add(arc(shuffled.get(from), shuffled.get(to)));
      }
      check(outgoing, TopologicalOrder.of(outgoing));
    }
  }

  private static void check(List<List<Arc>> outgoing, int[] order) {
    assertThat(order[0]).isZero();
    List<Integer> numbers = new ArrayList<>();
    for (int node = 0; node < order.length; node++) {
      if (order[node] >= 0) {
        numbers.add(order[node]);
        for (Arc arc : outgoing.get(node)) {
          assertThat(order[arc.to()]).isGreaterThan(order[node]);
        }
      }
    }
    numbers.sort(null);
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i);
    }
  }

  @Test
  void whatIsNotReachedHasNoNumber() {
    assertThat(TopologicalOrder.of(List.of(List.of(arc(0, 2)), List.of(arc(1, 2)), List.of())))
        .containsExactly(0, -1, 1);
  }

  private static Arc arc(int from, int to) {
    Location here = new Location("f", from);
    return new Arc(
        from,
        to,
        new Step.Pass(new Edge(here, new Statement.Skip(), here, Origin.NONE), new Frame(0, "f")));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForceTest {
  @Test
  void pairsThatBelongTogetherStandSideBySide() {
    List<String> items = new ArrayList<>();
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add("flag" + i);
    }
    for (int i = 0; i < 20; i++) {
      items.add("lock" + i);
      groups.add(List.of("flag" + i, "lock" + i));
    }
    List<String> order = Force.order(items, groups);
    assertThat(order).containsExactlyInAnyOrderElementsOf(items);
    for (int i = 0; i < 20; i++) {
      assertThat(Math.abs(order.indexOf("flag" + i) - order.indexOf("lock" + i))).isEqualTo(1);
    }
  }

  @Test
  void aChainIsLaidOutInOneLine() {
    List<Integer> items = List.of(0, 4, 2, 6, 1, 5, 3, 7);
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      groups.add(List.of(i, i + 1));
    }
    List<Integer> order = Force.order(items, groups);
    int span =
        groups.stream()
            .mapToInt(g -> Math.abs(order.indexOf(g.get(0)) - order.indexOf(g.get(1))))
            .sum();
    int given =
        groups.stream()
            .mapToInt(g -> Math.abs(items.indexOf(g.get(0)) - items.indexOf(g.get(1))))
            .sum();
    assertThat(span).isLessThan(given);
  }

  @Test
  void itemsWithoutGroupsKeepTheirOrder() {
    assertThat(Force.order(List.of("c", "a", "b"), List.of())).containsExactly("c", "a", "b");
  }
}

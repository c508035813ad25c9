// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets of numbers against the library's. */
class SparseSetTest {
  private static final long SEED = Long.getLong("proviso.random.seed", 1);

  private static SparseSet set(int... numbers) {
    SparseSet set = new SparseSet();
    for (int number : numbers) {
      set.add(number);
    }
    return set;
  }

  private static List<Integer> members(SparseSet set) {
    List<Integer> members = new ArrayList<>();
    set.forEach(members::add);
    return members;
  }

  @Test
  void membersAreToldInAscendingOrder() {
    SparseSet set = set(700, 3, 64, 63, 3, 0);
    assertThat(members(set)).containsExactly(0, 3, 63, 64, 700);
    assertThat(set.size()).isEqualTo(5);
    assertThat(set.contains(64)).isTrue();
    assertThat(set.contains(65)).isFalse();
  }

  @Test
  void addingTellsWhetherItWasNoMember() {
    SparseSet set = new SparseSet();
    assertThat(set.isEmpty()).isTrue();
    assertThat(set.add(130)).isTrue();
    assertThat(set.add(130)).isFalse();
    set.remove(130);
    set.remove(131);
    assertThat(set.isEmpty()).isTrue();
    assertThat(set.add(130)).isTrue();
  }

  @Test
  void whatIsNewGoesToTheThirdSetToo() {
    SparseSet set = set(1, 100);
    SparseSet added = set(7);
    assertThat(set.addAll(set(1, 2, 100, 500), added)).isTrue();
    assertThat(members(set)).containsExactly(1, 2, 100, 500);
    assertThat(members(added)).containsExactly(2, 7, 500);
    assertThat(set.addAll(set(2, 500), added)).isFalse();
    assertThat(members(added)).containsExactly(2, 7, 500);
  }

  @Test
  void whatIsTakenOutIsGone() {
    SparseSet set = set(1, 2, 64, 200, 1000);
    assertThat(members(set.takeOut(set(2, 3, 200, 1000)))).containsExactly(2, 200, 1000);
    assertThat(members(set)).containsExactly(1, 64);
    assertThat(members(set.without(set(64, 65)))).containsExactly(1);
    assertThat(members(set)).containsExactly(1, 64);
  }

  @Test
  void randomOperationsGiveWhatTheLibraryGives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      SparseSet set = new SparseSet();
      TreeSet<Integer> expected = new TreeSet<>();
      for (int i = 0; i < 60; i++) {
        step(random, set, expected);
        assertThat(members(set))
            .describedAs("seed %d, round %d", SEED, round)
            .containsExactlyElementsOf(expected);
        assertThat(set.size()).isEqualTo(expected.size());
      }
    }
  }

  private static void step(Random random, SparseSet set, TreeSet<Integer> expected) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      numbers.add(random.nextInt(400));
    }
    SparseSet other = set(numbers.stream().mapToInt(n -> n).toArray());
    switch (random.nextInt(5)) {
      case 0 -> assertThat(set.add(numbers.first())).isEqualTo(expected.add(numbers.first()));
      case 1 -> {
        set.remove(numbers.first());
        expected.remove(numbers.first());
      }
      case 2 -> assertThat(set.addAll(other)).isEqualTo(expected.addAll(numbers));
      case 3 -> {
        TreeSet<Integer> fresh = new TreeSet<>(numbers);
        fresh.removeAll(expected);
        SparseSet added = new SparseSet();
        assertThat(set.addAll(other, added)).isEqualTo(expected.addAll(numbers));
        assertThat(members(added)).containsExactlyElementsOf(fresh);
      }
      default -> {
        TreeSet<Integer> common = new TreeSet<>(numbers);
        common.retainAll(expected);
        assertThat(members(set.takeOut(other))).containsExactlyElementsOf(common);
        expected.removeAll(numbers);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation on random sets over six variables, against truth tables of 64 bits. */
class BddsTest {
  private static final int VARIABLES = 6;
  private static final int ROUNDS = 200;

  private final Bdds bdds = new Bdds();
  private final Random random = new Random(1);
  private final List<Bdd> sets = new ArrayList<>();

  /** The rows in which a variable is true. */
  private static long rowsOf(int variable) {
    long rows = 0;
    for (int row = 0; row < 64; row++) {
      rows |= (row >> variable & 1L) << row;
    }
    return rows;
  }

  private long table(Bdd a) {
    return bdds.fold(
        a,
        new Bdds.Folding<Long>() {
          @Override
          public Long leaf(boolean value) {
            return value ? -1L : 0L;
          }

          @Override
          public Long node(int variable, Long whereTrue, Long whereFalse) {
            return whereTrue & rowsOf(variable) | whereFalse & ~rowsOf(variable);
          }
        });
  }

  private static long exists(long table, List<Integer> quantified) {
    long result = table;
    for (int variable : quantified) {
      int distance = 1 << variable;
      long rows = rowsOf(variable);
      result |= (result & rows) >>> distance | (result & ~rows) << distance;
    }
    return result;
  }

  private Bdd any() {
    return sets.get(random.nextInt(sets.size()));
  }

  private List<Integer> someVariables() {
    return random.ints(0, VARIABLES).limit(random.nextInt(4)).distinct().sorted().boxed().toList();
  }

  @BeforeEach
  void makeSets() {
    for (int row = 0; row < 40; row++) {
      Bdd set = bdds.none();
      for (int cube = random.nextInt(6); cube >= 0; cube--) {
        Map<Integer, Boolean> literals = new LinkedHashMap<>();
        someVariables().forEach(v -> literals.put(v, random.nextBoolean()));
        set = bdds.or(set, bdds.cubeOf(literals));
      }
      sets.add(set);
    }
  }

  @Test
  void literalsAndCubesAreTheirRows() {
    assertThat(table(bdds.all())).isEqualTo(-1L);
    assertThat(table(bdds.none())).isZero();
    for (int v = 0; v < VARIABLES; v++) {
      assertThat(table(bdds.literal(v, true))).isEqualTo(rowsOf(v));
      assertThat(table(bdds.literal(v, false))).isEqualTo(~rowsOf(v));
    }
    assertThat(table(bdds.cubeOf(Map.of(1, true, 4, false)))).isEqualTo(rowsOf(1) & ~rowsOf(4));
  }

  @Test
  void connectivesAreThoseOfTables() {
    for (int i = 0; i < ROUNDS; i++) {
      Bdd a = any();
      Bdd b = any();
      assertThat(table(bdds.and(a, b))).isEqualTo(table(a) & table(b));
      assertThat(table(bdds.or(a, b))).isEqualTo(table(a) | table(b));
      assertThat(table(bdds.not(a))).isEqualTo(~table(a));
      assertThat(table(bdds.minus(a, b))).isEqualTo(table(a) & ~table(b));
      assertThat(table(bdds.iff(a, b))).isEqualTo(~(table(a) ^ table(b)));
      assertThat(a.equals(b)).isEqualTo(table(a) == table(b));
    }
  }

  @Test
  void quantifiersJoinRows() {
    for (int i = 0; i < ROUNDS; i++) {
      Bdd a = any();
      Bdd b = any();
      List<Integer> quantified = someVariables();
      assertThat(table(bdds.exists(a, quantified))).isEqualTo(exists(table(a), quantified));
      assertThat(table(bdds.image(a, b, quantified)))
          .isEqualTo(exists(table(a) & table(b), quantified));
    }
  }

  @Test
  void renamingMovesVariables() {
    SequencedMap<Integer, Integer> renaming = new LinkedHashMap<>(Map.of(0, 1));
    renaming.put(2, 3);
    renaming.put(4, 5);
    for (int i = 0; i < ROUNDS; i++) {
      Bdd even = bdds.exists(any(), List.of(1, 3, 5));
      long renamed = table(bdds.rename(even, renaming));
      for (int row = 0; row < 64; row++) {
        int before = row >> 1 & 0b010101;
        assertThat(renamed >> row & 1).isEqualTo(table(even) >> before & 1);
      }
    }
  }

  @Test
  void anyCubeIsPartOfTheSet() {
    for (Bdd set : sets) {
      if (!bdds.isNone(set)) {
        Bdd cube = bdds.cubeOf(bdds.anyCube(set));
        assertThat(bdds.isNone(cube)).isFalse();
        assertThat(bdds.and(cube, set)).isEqualTo(cube);
      }
    }
  }

  @Test
  void withinKeepsWhatIsCaredFor() {
    for (int i = 0; i < ROUNDS; i++) {
      Bdd a = any();
      Bdd care = any();
      assertThat(table(bdds.within(a, care)) & table(care)).isEqualTo(table(a) & table(care));
    }
  }

  @Test
  void nodesThatNobodyHoldsAreFreed() {
    long mostNodes = 0;
    for (int round = 0; round < 60; round++) {
      Bdd set = bdds.none();
      for (int i = 0; i < 2_000; i++) {
        Map<Integer, Boolean> literals = new LinkedHashMap<>();
        for (int v = 0; v < 40; v++) {
          literals.put(v, random.nextBoolean());
        }
        set = bdds.or(set, bdds.cubeOf(literals));
      }
      System.gc();
      mostNodes = Math.max(mostNodes, bdds.room());
    }
    // All of them together would need more than four million.
    assertThat(mostNodes).isLessThan(2_500_000);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.checker.explore.Novelty.Degree;
import org.junit.jupiter.api.Test;

final class NoveltyTest {
  private final Novelty novelty = new Novelty();

  @Test
  void whatIsKnownForTheFirstTimeIsNew() {
    assertThat(novelty.of(new long[] {1, 2}, 0)).isEqualTo(Degree.ATOM);
    assertThat(novelty.of(new long[] {2, 3}, 0)).isEqualTo(Degree.ATOM);
  }

  @Test
  void soAreTwoThingsThatWereNotKnownTogether() {
    novelty.of(new long[] {1, 2}, 0);
    novelty.of(new long[] {3, 4}, 0);
    assertThat(novelty.of(new long[] {1, 4}, 0)).isEqualTo(Degree.PAIR);
    assertThat(novelty.of(new long[] {4, 1}, 0)).isEqualTo(Degree.NOTHING);
  }

  @Test
  void inAnotherPartAllIsNewAgain() {
    novelty.of(new long[] {1}, 0);
    assertThat(novelty.of(new long[] {1}, 1)).isEqualTo(Degree.ATOM);
  }
}

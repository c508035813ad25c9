// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  @Test
  void ranksByEditDistanceAndLeavesOutTheFar() {
    List<String> known = List.of("KeReleaseSpinLock", "KeAcquireSpinLock", "ExAllocatePool");
    assertThat(NearNames.of("KeAquireSpinlock", known)).containsExactly("KeAcquireSpinLock");
    assertThat(NearNames.of("main", known)).isEmpty();
    assertThat(NearNames.help("ExAlocatePool", known))
        .containsExactly("did you mean ExAllocatePool?");
  }
}

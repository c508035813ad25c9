// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.Origin;
import org.junit.jupiter.api.Test;

class TraceTextTest {
  private final SampleTrace sample = new SampleTrace();

  @Test
  void readsLikeTheSourceThatRan() {
    TraceOutline outline = Outliner.outline(sample.trace(), sample.woven(), SampleTrace.sources());
    assertThat(new TraceText(SampleTrace.sources()).print(outline, "Lock"))
        .isEqualTo(
            """
            src/driver.c:12:5: error: the lock is held already [Lock]
              12 |     Take(&lock);
                 |     ^~~~~~~~~~~~
              how it gets there:
                          | // the system calls Read
              driver.c:1  | Read(length = 5)
              driver.c:3  |   int count = 0;
                          |     // count = 0
              driver.c:4  |   if (length > 4 && !closed) {   // true
              driver.c:5  |   Take(&lock);
                          |     // rule: s = held  (was free)
                          |     // system: irql = 2  (was 0)
              driver.c:7  |   Helper(count);
              driver.c:10 |   Helper()
              driver.c:12 |     Take(&lock);
                          | abort "the lock is held already"
            lock.slic:2:1: note: the rule says so here
              2 | Take.call { if (s == held) { abort "the lock is held already"; } s = held; }
                | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            """);
  }

  @Test
  void everyStepKnowsTheStateOfTheRule() {
    TraceOutline outline = Outliner.outline(sample.trace(), sample.woven(), SampleTrace.sources());
    assertThat(outline.items())
        .filteredOn(TraceOutline.Step.class::isInstance)
        .map(TraceOutline.Step.class::cast)
        .allMatch(s -> s.kind() == Origin.Kind.USER)
        .extracting(s -> s.ruleState().get("s"))
        .containsExactly("free", "free", "held", "held", "held");
    assertThat(outline.rawSteps()).isEqualTo(15);
  }
}

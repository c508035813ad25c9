// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.Demand;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.frontend.Clock;
import java.util.SequencedMap;

/** Measures the time that abstraction takes. */
record TimedAbstractor(Abstractor abstractor, Clock clock) implements Abstractor {
  private static final String PHASE = "abstraction";

  @Override
  public Bdd start(Block block, Exit exit, Precision precision) {
    return clock.time(PHASE, () -> abstractor.start(block, exit, precision));
  }

  @Override
  public Bdd post(Block block, Exit exit, Bdd states, Precision precision) {
    return clock.time(PHASE, () -> abstractor.post(block, exit, states, precision));
  }

  @Override
  public Bdd enter(CutPoint.BeforeCall call, Bdd states, Precision precision) {
    return clock.time(PHASE, () -> abstractor.enter(call, states, precision));
  }

  @Override
  public Bdd leave(CutPoint.BeforeCall call, Bdd states, Bdd summary, Precision precision) {
    return clock.time(PHASE, () -> abstractor.leave(call, states, summary, precision));
  }

  @Override
  public boolean excludes(Demand demand, Bdd transitions) {
    return clock.time(PHASE, () -> abstractor.excludes(demand, transitions));
  }

  @Override
  public SequencedMap<Demand, Demand.Answer> demands() {
    return abstractor.demands();
  }

  @Override
  public long hits() {
    return abstractor.hits();
  }

  @Override
  public void close() {
    abstractor.close();
  }
}

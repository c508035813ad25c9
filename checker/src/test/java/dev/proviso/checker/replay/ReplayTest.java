// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Unroller;
import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.refine.Inputs;
import dev.proviso.checker.refine.Inputs.Event;
import dev.proviso.checker.refine.Newton;
import dev.proviso.checker.refine.Refinement;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is changed in a path is found out. */
final class ReplayTest {
  /** Every value that comes from outside matters here. */
  private static final String TEXT =
      """
      void __proviso_abort(const char *message);
      int __proviso_nondet_int(void);
      void *__proviso_new(unsigned long long size);
      void *__proviso_external(void);
      static int twice(int a) { return 2 * a; }
      static int plus(int a) { return a + 1; }
      int main(void) {
        int a = __proviso_nondet_int();
        int local;
        int (*function)(int) = a ? twice : plus;
        int *heap = __proviso_new(4), *place = &local;
        int *outside = (int *)__proviso_external();
        if (!outside) return 0;
        if (function(a) != 84) return 0;
        if (*heap != 0x01020304) return 0;
        if (*place != 5) return 0;
        if (*outside != -6) return 0;
        if ((unsigned long long)heap != 0x400000000000000ull) return 0;
        if ((unsigned long long)outside != 0x2000000700000000ull) return 0;
        __proviso_abort("as chosen");
        return 0;
      }
      """;

  private final Program program;
  private final NormalForm normal;
  private final AddressSpace addresses;
  private final Refinement.Feasible defect;

  ReplayTest() throws InputException {
    program = Frontend.readText("a.c", TEXT, Frontend.Options.of(Target.LP64));
    normal = NormalForm.of(program);
    Program searched = normal.program();
    PointsTo pointsTo = PointsTo.analyse(searched);
    CallGraph calls = CallGraph.of(searched, pointsTo);
    addresses = new AddressSpace(searched);
    Memory memory = new Memory(pointsTo, addresses, new ProgramVariables(searched));
    Blocks blocks = new Blocks(searched, pointsTo, calls);
    Block whole = Unroller.unroll(searched, pointsTo, 1).orElseThrow();
    Exit abort = whole.exits().sequencedKeySet().getFirst();
    try (Solver solver = new Solver()) {
      defect =
          (Refinement.Feasible)
              new Newton(
                      solver,
                      blocks,
                      memory,
                      ModRef.of(searched, pointsTo, calls),
                      ValueClasses.of(searched, memory, calls))
                  .judge(new AbstractPath(List.of(new AbstractPath.Through(whole, abort))))
                  .orElseThrow();
    }
  }

  private Replay.Result replay(Inputs inputs) {
    return replay(inputs, Replay.USUAL_STEPS);
  }

  private Replay.Result replay(Inputs inputs, long steps) {
    return new Replay(program, normal, addresses, steps).run(defect.trace(), inputs);
  }

  private Divergence divergence(Inputs inputs) {
    Replay.Result result = replay(inputs);
    assertThat(result).isInstanceOf(Replay.Result.Diverged.class);
    return ((Replay.Result.Diverged) result).divergence();
  }

  private Inputs with(int place, Inputs.Step step) {
    List<Inputs.Step> steps = new ArrayList<>(defect.inputs().steps());
    steps.set(place, step);
    return with(steps);
  }

  private Inputs with(List<Inputs.Step> steps) {
    return new Inputs(defect.inputs().entry(), steps, defect.inputs().memory());
  }

  private static SortedMap<Long, Byte> changed(SortedMap<Long, Byte> bytes, long at) {
    SortedMap<Long, Byte> result = new TreeMap<>(bytes);
    result.merge(at, (byte) 64, (a, b) -> (byte) (a ^ b));
    return result;
  }

  private static Inputs.Step with(Inputs.Step step, Event event) {
    return new Inputs.Step(step.edge(), event, step.traced(), step.devices(), step.after());
  }

  @Test
  void thePathIsExecuted() {
    Replay.Result result = replay(defect.inputs());
    assertThat(result).isInstanceOf(Replay.Result.Confirmed.class);
    assertThat(((Replay.Result.Confirmed) result).differences()).isZero();
    assertThat(((Replay.Result.Confirmed) result).steps())
        .isEqualTo(defect.inputs().steps().size());
  }

  @Test
  void everyByteThatIsChosenCounts() {
    List<Inputs.Step> steps = defect.inputs().steps();
    int changed = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).event() instanceof Event.Chosen chosen) {
        for (long at : chosen.bytes().keySet()) {
          Event other = new Event.Chosen(changed(chosen.bytes(), at));
          Divergence divergence = divergence(with(i, with(steps.get(i), other)));
          assertThat(divergence.place().origin().range().line()).isGreaterThan(12);
          changed++;
        }
      }
    }
    assertThat(changed).as("the number, the local, the pointer").isEqualTo(4 + 4 + 8);
  }

  @Test
  void everyByteOfMemoryCounts() {
    Map<Long, Byte> memory = defect.inputs().memory();
    assertThat(memory).as("what was allocated, and the external object").hasSize(4 + 4);
    for (long at : memory.keySet()) {
      Inputs other =
          new Inputs(
              defect.inputs().entry(),
              defect.inputs().steps(),
              changed(defect.inputs().memory(), at));
      assertThat(divergence(other).first()).isNull();
    }
  }

  @Test
  void whereAnObjectStandsCounts() {
    List<Inputs.Step> steps = defect.inputs().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).event() instanceof Event.Allocated at) {
        Event other = new Event.Allocated(at.address() + (1L << 32));
        assertThat(divergence(with(i, with(steps.get(i), other))).sentence()).contains("heap");
      }
    }
  }

  @Test
  void bothValuesAreTold() {
    List<Inputs.Step> steps = defect.inputs().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).event() instanceof Event.Chosen) {
        Event other = new Event.Chosen(new TreeMap<>(Map.of(0L, (byte) 41)));
        Divergence divergence = divergence(with(i, with(steps.get(i), other)));
        assertThat(divergence.place().origin().range().line()).isEqualTo(14);
        assertThat(divergence.sentence())
            .isEqualTo(
                "the path needs `(main::$4 == 84)` here, the replay does not:"
                    + " no way leads on from here;"
                    + " a.c:8:11: `main::$1` is 41 in the replay and 42 on the path");
        return;
      }
    }
  }

  @Test
  void everyStepCounts() {
    for (int i = 0; i < defect.inputs().steps().size(); i++) {
      List<Inputs.Step> fewer = new ArrayList<>(defect.inputs().steps());
      Inputs.Step left = fewer.remove(i);
      if (normal.original(left.edge()).isPresent()) {
        divergence(with(fewer));
      }
    }
  }

  @Test
  void anotherCalleeIsFound() {
    List<Inputs.Step> steps = defect.inputs().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).event() instanceof Event.Entered) {
        Event other = new Event.Entered("plus", Map.of());
        assertThat(divergence(with(i, with(steps.get(i), other))).why())
            .isEqualTo("it calls twice, the path calls plus");
      }
    }
  }

  @Test
  void otherValuesThanTheSolversAreCounted() {
    List<Inputs.Step> steps = defect.inputs().steps();
    for (int i = 0; i < steps.size(); i++) {
      Inputs.Step step = steps.get(i);
      if (step.after().isPresent()) {
        OptionalLong other = OptionalLong.of(step.after().getAsLong() + 1);
        Replay.Result result =
            replay(
                with(
                    i,
                    new Inputs.Step(
                        step.edge(), step.event(), step.traced(), step.devices(), other)));
        assertThat(((Replay.Result.Confirmed) result).differences()).isEqualTo(1);
      }
    }
  }

  @Test
  void itTakesNoMoreStepsThanItMay() {
    int steps = defect.inputs().steps().size();
    assertThat(replay(defect.inputs(), steps - 1)).isEqualTo(new Replay.Result.Unfinished());
    assertThat(replay(defect.inputs(), steps)).isInstanceOf(Replay.Result.Confirmed.class);
  }
}

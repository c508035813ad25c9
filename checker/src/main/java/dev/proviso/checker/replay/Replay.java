// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.checker.refine.Inputs;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.interpret.Finding;
import dev.proviso.frontend.interpret.Interpreter;
import dev.proviso.frontend.interpret.Outcome;
import dev.proviso.frontend.interpret.Settings;
import dev.proviso.frontend.program.Program;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replays paths of one program. */
public final class Replay {
  /** Paths with more steps are not replayed to their end. */
  public static final long USUAL_STEPS = 5_000_000;

  private final Program woven;
  private final NormalForm normal;
  private final AddressSpace addresses;
  private final long mostSteps;

  /** How a replay went. */
  public sealed interface Result {
    /**
     * The abort is reached.
     *
     * @param trace with notes of what the interpreter met
     * @param steps how many steps it took
     * @param differences how many values were others than the solver's
     */
    record Confirmed(Trace trace, long steps, long differences) implements Result {}

    /** It went another way. */
    record Diverged(Divergence divergence) implements Result {}

    /** It took too long. */
    record Unfinished() implements Result {}
  }

  /**
   * @param woven the program as it was before it got its normal form
   * @param addresses where the objects of the normal form stand
   * @param mostSteps how many steps a replay may take
   */
  public Replay(Program woven, NormalForm normal, AddressSpace addresses, long mostSteps) {
    this.woven = woven;
    this.normal = normal;
    this.addresses = addresses;
    this.mostSteps = mostSteps;
  }

  /**
   * Executes what a trace tells.
   *
   * @param inputs the trace's path, and what is chosen on it
   */
  public Result run(Trace trace, Inputs inputs) {
    Map<Integer, List<String>> notes = new HashMap<>();
    Set<String> said = new HashSet<>();
    Guidance guidance = new Guidance(woven, normal, addresses, inputs, mostSteps);
    Settings settings =
        new Settings(
            List.of(),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Long.MAX_VALUE,
            Settings.USUAL_DEPTH,
            guidance,
            finding -> {
              if (isNote(finding.kind()) && said.add(finding.sentence())) {
                notes
                    .computeIfAbsent(guidance.traced(), i -> new ArrayList<>())
                    .add(finding.sentence());
              }
            });
    Outcome outcome = Interpreter.run(woven, settings).outcome();
    if (outcome instanceof Outcome.Aborted && guidance.isAtEnd()) {
      return new Result.Confirmed(
          withNotes(trace, notes), inputs.steps().size(), guidance.differences());
    }
    return guidance.isSpent()
        ? new Result.Unfinished()
        : new Result.Diverged(guidance.divergence(String.valueOf(why(outcome))));
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Aborted o -> "another abort is reached";
      case Outcome.Exited o -> "the program ends";
      case Outcome.Stopped o -> o.why();
    };
  }

  private static boolean isNote(Finding.Kind kind) {
    return switch (kind) {
      case UNINITIALISED, OUT_OF_BOUNDS, AFTER_END, NO_OBJECT, BAD_FREE, BAD_CALL -> true;
      case NULL_DEREFERENCE, DIVISION, INEXACT, STOPPED -> false;
    };
  }

  private static Trace withNotes(Trace trace, Map<Integer, List<String>> notes) {
    List<Trace.Step> steps = new ArrayList<>(trace.steps());
    notes.forEach((i, sentences) -> steps.set(i, steps.get(i).with(sentences)));
    return new Trace(steps);
  }
}

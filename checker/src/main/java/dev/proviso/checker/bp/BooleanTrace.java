// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.frontend.source.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** An execution of a boolean program that ends at the error. */
public record BooleanTrace(List<Step> steps) {
  public BooleanTrace {
    steps = List.copyOf(steps);
  }

  /** What a step is beside its statement. */
  public enum Kind {
    /** The first: the initial values. */
    START,
    STATEMENT,
    /** Into the procedure that the statement calls. */
    ENTER,
    /** Back behind the call. */
    LEAVE,
    /** The whole call: what happens inside is not told. */
    CALL,
    /** The error. */
    ERROR
  }

  /**
   * One step.
   *
   * @param depth how many calls are open
   * @param changed the variables that have a new value behind it, and at the start and behind ENTER
   *     all that the procedure can see
   */
  public record Step(
      Kind kind,
      String procedure,
      int depth,
      BooleanStatement statement,
      SourceRange place,
      SequencedMap<String, Boolean> changed) {
    public Step {
      changed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(changed));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.verdict;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One execution from the program's entry to an {@code Abort}, with calls nested: the step of a call
 * is followed by the steps of the callee, one deeper.
 */
public record Trace(List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * One edge that was taken.
   *
   * @param depth how many calls it is deep; 0 in the program's entry procedure
   * @param changes what it changed, with the new values
   * @param notes what an execution met there that C leaves undefined, a sentence each
   */
  public record Step(int depth, Edge edge, List<Change> changes, List<String> notes) {
    public Step {
      changes = List.copyOf(changes);
      notes = List.copyOf(notes);
    }

    /** A step of which nothing is noted. */
    public Step(int depth, Edge edge, List<Change> changes) {
      this(depth, edge, changes, List.of());
    }

    /** The same with more notes. */
    public Step with(List<String> more) {
      List<String> all = new ArrayList<>(notes);
      all.addAll(more);
      return new Step(depth, edge, changes, all);
    }
  }

  /**
   * A new value.
   *
   * @param object what changed
   * @param value as a person would write it: a number, {@code &x}, {@code NULL}, an enumerator
   */
  public record Change(LValue object, String value) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A path through a program in normal form, and all that an execution along it takes from outside:
 * whoever has this can repeat the execution. What is not said may be anything.
 *
 * @param entry what variables of the program's entry hold when it is entered
 * @param steps in order
 * @param memory what memory holds that nobody has written, by address
 */
public record Inputs(
    Map<Variable, SortedMap<Long, Byte>> entry, List<Step> steps, SortedMap<Long, Byte> memory) {
  public Inputs {
    entry = Map.copyOf(entry);
    steps = List.copyOf(steps);
    memory = Collections.unmodifiableSortedMap(new TreeMap<>(memory));
  }

  /**
   * An edge that is taken; a call is entered and left.
   *
   * @param traced which of the trace's steps this is
   * @param devices what is read meanwhile at addresses that belong to no object
   * @param after the value that the model has for what is assigned, if that is a scalar of at most
   *     eight bytes and not only approximated
   */
  public record Step(
      Edge edge, Event event, int traced, Map<Long, Byte> devices, OptionalLong after) {
    public Step {
      devices = Map.copyOf(devices);
    }
  }

  /** What happens on an edge, and what the execution takes from outside there. */
  public sealed interface Event {
    /** Whatever the edge's statement says. */
    record Passed() implements Event {}

    /** The target of a {@code Havoc} gets these bytes, by their place in it. */
    record Chosen(SortedMap<Long, Byte> bytes) implements Event {}

    /** The new object stands there. */
    record Allocated(long address) implements Event {}

    /** Memory gets these bytes, by address. */
    record Scrambled(Map<Long, Byte> bytes) implements Event {}

    /** A call begins; variables of the callee hold something that no argument says. */
    record Entered(String procedure, Map<Variable, SortedMap<Long, Byte>> locals)
        implements Event {}

    /** A call ends. */
    record Left() implements Event {}
  }
}

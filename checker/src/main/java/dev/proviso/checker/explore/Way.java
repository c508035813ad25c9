// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import dev.proviso.abstraction.block.Frame;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.Execution;
import dev.proviso.abstraction.slice.Influence;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One way through the program, as far as it was taken. What it has behind it is shared. */
final class Way {
  private static final int TURN_BITS = 9;

  private final Execution execution;
  private Location location;
  private Activation top;
  private @Nullable Taken steps;
  private @Nullable Known known;
  private int frames;
  private int turns;
  private final BitSet different;
  private Novelty.Degree novelty = Novelty.Degree.ATOM;

  /** A procedure that runs, and the call that it returns behind; null for the first. */
  record Activation(Frame frame, @Nullable Edge call, @Nullable Activation caller) {}

  /** What was done last, and what before. */
  private record Taken(Step step, @Nullable Taken before) {}

  /** What must be true for the way to be taken, the latest first, with its variables. */
  record Known(Term fact, Set<String> variables, @Nullable Known before) {}

  Way(Execution execution, Location entry) {
    this.execution = execution;
    this.location = entry;
    this.top = new Activation(new Frame(0, entry.procedure()), null, null);
    this.frames = 1;
    this.different = new BitSet();
    learn();
  }

  private Way(Way other, int turn) {
    execution = other.execution.copy();
    location = other.location;
    top = other.top;
    steps = other.steps;
    known = other.known;
    frames = other.frames;
    novelty = other.novelty;
    turns = other.turns + 1;
    different = (BitSet) other.different.clone();
    int hash = (location.hashCode() * 31 + turn) * 0x9E3779B9;
    different.set(hash >>> (Integer.SIZE - TURN_BITS));
  }

  /** Another way that begins like this one, and takes one of several turns here. */
  Way turn(int which) {
    return new Way(this, which);
  }

  Execution execution() {
    return execution;
  }

  Location location() {
    return location;
  }

  Activation top() {
    return top;
  }

  @Nullable Known known() {
    return known;
  }

  /** How often the way could have gone elsewhere. */
  int turns() {
    return turns;
  }

  /** The same without those that it took before; about right. */
  int differentTurns() {
    return different.cardinality();
  }

  Novelty.Degree novelty() {
    return novelty;
  }

  void setNovelty(Novelty.Degree degree) {
    novelty = degree;
  }

  /** These are true on this way. */
  void assume(List<Term> facts) {
    for (Term fact : facts) {
      if (!fact.isTrue()) {
        execution.learn(fact);
        known = new Known(fact, execution.variables(fact), known);
      }
    }
  }

  private void learn() {
    assume(execution.takeFacts());
  }

  void take(Step step) {
    execution.take(step);
    learn();
    steps = new Taken(step, steps);
  }

  void goTo(Location next) {
    location = next;
  }

  /** Enters a procedure; the way goes on at its entry. */
  void call(Edge call, Location entry) {
    Frame frame = new Frame(frames++, entry.procedure());
    take(new Step.Enter(call, top.frame(), frame));
    top = new Activation(frame, call, top);
    location = entry;
  }

  /**
   * Returns behind the call.
   *
   * @return false where there is none: the program ends
   */
  boolean leave() {
    Edge call = top.call();
    Activation caller = top.caller();
    if (call == null || caller == null) {
      return false;
    }
    take(new Step.Leave(call, caller.frame(), top.frame()));
    top = caller;
    location = call.target();
    return true;
  }

  /** All that was done, in order. */
  List<Step> steps() {
    List<Step> latestFirst = new ArrayList<>();
    for (Taken t = steps; t != null; t = t.before()) {
      latestFirst.add(t.step());
    }
    return new ArrayList<>(latestFirst.reversed());
  }

  /**
   * Where the way stands and what it knows.
   *
   * @param live which variables may be read again from a location on
   */
  Execution.Similarity similarity(Influence influence, Function<Location, Set<Variable>> live) {
    List<Execution.Alive> lastFirst = new ArrayList<>();
    long place = 0;
    Location here = location;
    for (Activation a = top; a != null; a = a.caller()) {
      lastFirst.add(new Execution.Alive(a.frame(), live.apply(here)));
      place = place * 31 + here.hashCode();
      Edge call = a.call();
      if (call != null) {
        here = call.target();
      }
    }
    Execution.Similarity known = execution.similarity(influence, lastFirst.reversed());
    long[] atoms = known.atoms();
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] += place;
    }
    return new Execution.Similarity(place ^ known.closely(), atoms);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.MemoryObject.MovedBack;
import dev.proviso.frontend.pointsto.MemoryObject.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * How pointers move. Those that move on a cycle walk over the array that they started in, or over
 * the whole object: positive weight cycles, after Pearce, Kelly, Hankin (TOPLAS 2007).
 */
final class Arithmetic {
  /** An object of which more offsets are pointed to is a row of bytes. */
  private static final int MOST_PLACES = 512;

  private final Memory memory;
  private final Inclusions inclusions;
  private final Deque<Move> moved = new ArrayDeque<>();
  private final SequencedSet<Step> walked = new LinkedHashSet<>();
  private final List<Value> movers = new ArrayList<>();
  private long moves;
  private long edgesSearched;
  private boolean isHurried;

  private record Step(MemoryObject object, Walk walk) {}

  Arithmetic(Memory memory) {
    this.memory = memory;
    this.inclusions = memory.inclusions;
  }

  Inclusions inclusions() {
    return inclusions;
  }

  /** Holds what the value does, moved. */
  Value moved(Value from, Stride by) {
    if (by.shift() == 0 && by.step() == 0) {
      return from;
    }
    Value source = from.root();
    Move move = new Move(this, inclusions.newValue(), by);
    Move made = inclusions.each(source, move);
    if (made == move) {
      movers.add(source);
      moves++;
      memory.changed();
    }
    return made.to;
  }

  /** A pointer there has to be moved. */
  void await(Move move, Place place) {
    if (move.waiting.isEmpty()) {
      moved.add(move);
    }
    move.waiting.add(place.number);
  }

  private void fire(Move move) {
    List<Place> places = move.to.list(move.waiting);
    move.waiting = new SparseSet();
    for (Place place : places) {
      MemoryObject object = place.object;
      if (move.step > 0) {
        walk(place, place.offset + move.shift, move.step);
      }
      if (move.shift < 0) {
        object.movedBack.add(new MovedBack(move, place));
      }
      if (object.knownPlaces() > MOST_PLACES && !object.shape.isCollapsed()) {
        memory.reshape(object, object.shape.withStride(1));
      }
      place.moved(move.shift).forEach(to -> inclusions.point(move.to, to));
    }
  }

  /** Offsets of the object are told apart no more that were before: see {@link Place#moved}. */
  void reshaped(MemoryObject object) {
    for (MovedBack back : object.movedBack) {
      Place place = back.place().canonical();
      List<Place> to = place.moved(back.move().shift);
      if (to.size() > 1 && !back.move().to.root().holds(to.getLast())) {
        await(back.move(), place);
      }
    }
  }

  /**
   * From now on, walks are done at once: there are cycles on which offsets would grow until then.
   */
  void hurry() {
    isHurried = true;
  }

  /** All places in values on this cycle move by multiples of that many bytes. */
  void stepBy(Value value, long step) {
    Value v = value.root();
    long before = v.step;
    if (Stride.gcd(before, step) == before) {
      return;
    }
    v.step = Stride.gcd(before, step);
    memory.changed();
    if (before == 0) {
      inclusions.each(v, new Use.Walk(this, v));
    } else {
      v.targets().forEach(p -> walk(p, p.offset, v.step));
    }
  }

  /**
   * A pointer there, and at the other offset, moves by any multiple of the step: after all else,
   * when most arrays are known.
   */
  void walk(Place place, long other, long step) {
    Shape shape = place.object.shape;
    Walk walk = new Walk(shape.fold(place.offset), shape.fold(other), step);
    if (!shape.isCollapsed() && !place.object.walks.contains(walk)) {
      walked.add(new Step(place.object, walk));
    }
  }

  /** A pointer to a composite of that size, which stands there, becomes another pointer. */
  void recast(Place place, long size) {
    if (place.object.recast(place.position(), size)) {
      memory.changed();
    }
  }

  private void walkNow(Step step) {
    if (step.object().walks.add(step.walk())) {
      memory.changed();
      apply(step.object(), step.walk());
    }
  }

  private void apply(MemoryObject object, Walk walk) {
    if (object.shape.isCollapsed()) {
      return;
    }
    long offset = object.shape.fold(walk.offset());
    long other = object.shape.fold(walk.other());
    Range array = object.arrays().around(offset, other, walk.step());
    if (array == null) {
      memory.reshape(object, object.shape.withStride(walk.step()));
    } else {
      Range folded =
          new Range(array.start(), array.end(), Stride.gcd(array.element(), walk.step()));
      memory.reshape(object, object.shape.withArray(folded));
    }
  }

  /**
   * True if some walk is kept in its array although it may lead to something else of the object.
   */
  boolean keepsWalksInArrays() {
    for (MemoryObject object : memory.objects()) {
      for (Walk walk : object.walks) {
        if (!object.shape.isCollapsed() && isKept(object, walk)) {
          return true;
        }
      }
      for (MovedBack back : object.movedBack) {
        if (back.place().canonical().leavesOut(back.move().shift)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isKept(MemoryObject object, Walk walk) {
    long offset = object.shape.fold(walk.offset());
    long other = object.shape.fold(walk.other());
    Range array = object.arrays().around(offset, other, walk.step());
    return array != null
        && object.cells.values().stream()
            .anyMatch(c -> c.end() <= array.start() || c.start >= array.end());
  }

  /** Does what is to be done, until nothing is. */
  void solve() {
    while (true) {
      if (!inclusions.isSolved()) {
        inclusions.solve();
      } else if (isHurried && !walked.isEmpty()) {
        walkNow(walked.removeFirst());
      } else if (!moved.isEmpty()) {
        long edges = moves + inclusions.edges();
        if (edges != edgesSearched) {
          edgesSearched = edges;
          new Cycles(inclusions, this).search(movers);
        }
        for (int i = moved.size(); i > 0; i--) {
          fire(moved.remove());
        }
      } else if (!walked.isEmpty()) {
        walkNow(walked.removeFirst());
      } else {
        return;
      }
    }
  }

  /** Looks again at arithmetic that was taken to stay in its array. */
  void walkAgain() {
    memory.objects().stream().filter(o -> !o.walks.isEmpty()).forEach(this::walkAgain);
    solve();
  }

  private void walkAgain(MemoryObject object) {
    KnownArrays arrays = object.arrays();
    if (object.walkedOver == arrays && object.walksDone == object.walks.size()) {
      return;
    }
    object.walkedOver = arrays;
    object.walksDone = object.walks.size();
    Set<Walk> done = new HashSet<>();
    for (Walk walk : List.copyOf(object.walks)) {
      long offset = object.shape.fold(walk.offset());
      if (done.add(new Walk(offset, object.shape.fold(walk.other()), walk.step()))) {
        apply(object, walk);
      }
    }
  }
}

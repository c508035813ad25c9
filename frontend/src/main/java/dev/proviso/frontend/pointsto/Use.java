// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Scalars.Folded;
import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.types.CompositeType;
import java.util.function.Consumer;

/**
 * What is done with each place that a value may be the address of. Of uses with the same key a
 * value has one: so what is read through pointers that are the same is the same.
 */
interface Use {
  /** Does it. */
  void at(Place place);

  /** What is the same for uses that do the same. */
  default Object key() {
    return this;
  }

  /** Takes up another use of the same key: from now on only this one is told of places. */
  default void unite(Use other) {}

  /** Something that no other use does. */
  record Once(Consumer<Place> action) implements Use {
    @Override
    public void at(Place place) {
      action.accept(place);
    }
  }

  /**
   * A struct or union stands there.
   *
   * @param all where others of the type stand
   */
  record Embed(CompositeType type, SparseSet all) implements Use {
    @Override
    public void at(Place place) {
      all.add(place.number);
    }

    @Override
    public Object key() {
      return type;
    }
  }

  /** An array stands at a distance whose elements are not told apart. */
  record Fold(Memory memory, Folded array) implements Use {
    @Override
    public void at(Place place) {
      memory.foldArray(place.plus(array.offset()), array.length(), array.element());
    }
  }

  /** An array stands there. */
  record Declare(Memory memory, long length, long element) implements Use {
    @Override
    public void at(Place place) {
      memory.declareArray(place, length, element);
    }
  }

  /** A pointer to a composite of that size becomes another pointer. */
  record Recast(Arithmetic arithmetic, long size) implements Use {
    @Override
    public void at(Place place) {
      arithmetic.recast(place, size);
    }
  }

  /** A pointer moves on a cycle. */
  record Walk(Arithmetic arithmetic, Value value) implements Use {
    private record Key() {}

    @Override
    public void at(Place place) {
      arithmetic.walk(place, place.offset, value.root().step);
    }

    @Override
    public void unite(Use other) {
      value.targets().forEach(this::at);
    }

    @Override
    public Object key() {
      return new Key();
    }
  }

  /** What stands at a constant distance, and nowhere else. */
  record Member(Inclusions inclusions, long distance, Value result) implements Use {
    private record Key(long distance) {}

    @Override
    public void at(Place place) {
      inclusions.point(result, place.plus(distance));
    }

    @Override
    public Object key() {
      return new Key(distance);
    }

    @Override
    public void unite(Use other) {
      inclusions.merge(result, ((Member) other).result);
    }
  }

  /** A scalar is read at a distance: the result holds what it does. */
  record Load(Memory memory, Part part, Value result, Access access) implements Use {
    private record Key(Part part) {}

    @Override
    public void at(Place place) {
      Place from = place.plus(part.offset());
      memory.inclusions.flow(memory.access(from, part.type(), access).value, result);
    }

    @Override
    public Object key() {
      return new Key(part);
    }

    @Override
    public void unite(Use other) {
      memory.inclusions.merge(result, ((Load) other).result);
      memory.join(access, ((Load) other).access);
    }
  }

  /** A scalar is written at a distance: it may hold what the value does. */
  record Store(Memory memory, Part part, Value written, Access access) implements Use {
    private record Key(Part part) {}

    @Override
    public void at(Place place) {
      Place to = place.plus(part.offset());
      memory.inclusions.flow(written, memory.access(to, part.type(), access).value);
    }

    @Override
    public Object key() {
      return new Key(part);
    }

    @Override
    public void unite(Use other) {
      memory.inclusions.merge(written, ((Store) other).written);
      memory.join(access, ((Store) other).access);
    }
  }
}

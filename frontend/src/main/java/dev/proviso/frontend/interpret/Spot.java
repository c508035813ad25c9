// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where an object stands, as far as it is known when a procedure is compiled.
 *
 * @param offset bytes from the base
 * @param index more bytes, known only when it runs; null where there are none
 * @param bits the bit-field that is meant; null for a whole object
 */
record Spot(Base base, long offset, @Nullable Word index, @Nullable Field bits) {
  /** Where it starts. */
  sealed interface Base {
    /** A global. */
    record Global(Block block) implements Base {}

    /** A local with an object. */
    record Local(int thing) implements Base {}

    /** What a pointer points to. */
    record Pointer(Word address) implements Base {}

    /** A local that is a plain value: it has no object. */
    record Plain(Slot slot) implements Base {}
  }

  Spot plus(long bytes) {
    return new Spot(base, offset + bytes, index, bits);
  }

  Spot plus(Word bytes) {
    Word before = index;
    Word sum = before == null ? bytes : f -> before.get(f) + bytes.get(f);
    return new Spot(base, offset, sum, bits);
  }

  Spot only(Field field) {
    return new Spot(base, offset, index, field);
  }

  /** Finds the block and leaves the offset in the frame. */
  Place place() {
    long fixed = offset;
    Word moving = index;
    return switch (base) {
      case Base.Global g -> {
        Block block = g.block();
        yield moving == null
            ? f -> {
              f.offset = fixed;
              return block;
            }
            : f -> {
              f.offset = moving.get(f) + fixed;
              return block;
            };
      }
      case Base.Local l -> {
        int thing = l.thing();
        yield moving == null
            ? f -> {
              f.offset = fixed;
              return f.block(thing);
            }
            : f -> {
              f.offset = moving.get(f) + fixed;
              return f.block(thing);
            };
      }
      case Base.Pointer p -> {
        Word pointer = p.address();
        yield moving == null
            ? f -> {
              long address = pointer.get(f);
              Block block = f.machine.memory.at(address);
              f.offset = address + fixed - block.base;
              return block;
            }
            : f -> {
              long address = pointer.get(f);
              Block block = f.machine.memory.at(address);
              f.offset = address + moving.get(f) + fixed - block.base;
              return block;
            };
      }
      case Base.Plain p -> throw new IllegalArgumentException("no object: " + p.slot());
    };
  }

  /** The address of the object. */
  Word address() {
    long fixed = offset;
    Word moving = index;
    Word start =
        switch (base) {
          case Base.Global g -> {
            Block block = g.block();
            yield f -> f.machine.memory.address(block);
          }
          case Base.Local l -> f -> f.machine.memory.address(f.block(l.thing()));
          case Base.Pointer p -> p.address();
          case Base.Plain p -> throw new IllegalArgumentException("no object: " + p.slot());
        };
    if (moving != null) {
      return f -> start.get(f) + moving.get(f) + fixed;
    }
    return fixed == 0 ? start : f -> start.get(f) + fixed;
  }
}

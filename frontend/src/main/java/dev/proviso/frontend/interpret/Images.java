// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;
import java.util.Map;

/** Values as they stand in memory, put into the variables of an activation. */
final class Images {
  private Images() {}

  static void store(Frame frame, Map<Variable, byte[]> images) {
    images.forEach((variable, image) -> store(frame, frame.code.slot(variable), image));
  }

  private static void store(Frame frame, Slot slot, byte[] image) {
    switch (slot) {
      case Slot.InWord s -> {
        frame.words[s.index()] = word(image, s.type());
        frame.mark(s.index());
      }
      case Slot.InThing s -> frame.things[s.index()] = Loads.wide(frame, held(image), 0, s.type());
      case Slot.InMemory s -> {
        Block block = frame.block(s.index());
        for (int i = 0; i < image.length; i++) {
          Cells.poke(block, i, 1, image[i]);
        }
      }
    }
  }

  private static long word(byte[] image, Type type) {
    long word = Forms.truth(Stores.wordOf(image, type), type);
    return type instanceof FloatType f ? Double.doubleToRawLongBits(real(word, f)) : word;
  }

  /** The floating value whose bits these are. */
  static double real(long bits, FloatType type) {
    return type == FloatType.FLOAT
        ? Float.intBitsToFloat((int) bits)
        : Double.longBitsToDouble(bits);
  }

  /** A block with these bytes. */
  static Block held(byte[] image) {
    Block block = new Block("a value", image.length, true, false);
    System.arraycopy(image, 0, block.bytes, 0, image.length);
    return block;
  }
}

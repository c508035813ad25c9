// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Writes of objects, in memory or plain. */
final class Stores {
  /** Stores a word. */
  interface WordSink {
    void put(Frame frame, long value);
  }

  /** Stores a float or double. */
  interface RealSink {
    void put(Frame frame, double value);
  }

  /** Stores what takes more than a word. */
  interface WideSink {
    void put(Frame frame, Object value);
  }

  private Stores() {}

  static WordSink word(Spot spot, Type type) {
    if (spot.base() instanceof Spot.Base.Plain p) {
      int index = ((Slot.InWord) p.slot()).index();
      return (f, value) -> {
        f.words[index] = value;
        f.mark(index);
      };
    }
    Field bits = spot.bits();
    Place place = spot.place();
    if (bits != null) {
      return (f, value) -> {
        Block block = place.find(f);
        bitField(f, block, f.offset, bits, BigInteger.valueOf(value));
      };
    }
    return switch ((int) type.size()) {
      case 1 -> (f, value) -> Cells.store8(f, place.find(f), f.offset, value);
      case 2 -> (f, value) -> Cells.store16(f, place.find(f), f.offset, value);
      case 4 -> (f, value) -> Cells.store32(f, place.find(f), f.offset, value);
      default -> (f, value) -> Cells.store64(f, place.find(f), f.offset, value);
    };
  }

  private static void bitField(Frame f, Block block, long offset, Field field, BigInteger value) {
    long at = offset + field.bitOffset() / 8;
    int low = field.bitOffset() % 8;
    int width = field.bitWidth();
    for (int done = 0; done < width; ) {
      int count = Math.min(8 - low, width - done);
      int mask = (1 << count) - 1 << low;
      long part = value.shiftRight(done).longValue() << low & mask;
      Cells.store8(f, block, at, Cells.peek(block, at, 1) & ~mask | part);
      done += count;
      low = 0;
      at++;
    }
  }

  static RealSink real(Spot spot, FloatType type) {
    if (spot.base() instanceof Spot.Base.Plain p) {
      int index = ((Slot.InWord) p.slot()).index();
      return (f, value) -> {
        f.words[index] = Double.doubleToRawLongBits(value);
        f.mark(index);
      };
    }
    Place place = spot.place();
    return type == FloatType.FLOAT
        ? (f, value) ->
            Cells.store32(f, place.find(f), f.offset, Float.floatToRawIntBits((float) value))
        : (f, value) ->
            Cells.store64(f, place.find(f), f.offset, Double.doubleToRawLongBits(value));
  }

  static WideSink wide(Spot spot) {
    Field bits = spot.bits();
    if (bits != null) {
      Place place = spot.place();
      return (f, value) -> {
        Block block = place.find(f);
        bitField(f, block, f.offset, bits, (BigInteger) value);
      };
    }
    if (spot.base() instanceof Spot.Base.Plain p) {
      int index = ((Slot.InThing) p.slot()).index();
      return (f, value) -> f.things[index] = value;
    }
    Place place = spot.place();
    return (f, value) -> {
      Block block = place.find(f);
      wide(f, block, f.offset, value);
    };
  }

  static void wide(Frame f, Block block, long offset, Object value) {
    if (value instanceof Extended x) {
      Cells.store64(f, block, offset, x.significand());
      Cells.store16(f, block, offset + 8, x.signAndExponent());
      // Padding, but nobody who copies it byte by byte should be told that it is unset.
      Cells.store16(f, block, offset + 10, 0);
      if (f.machine.program.target().longDouble().size() == 16) {
        Cells.store32(f, block, offset + 12, 0);
      }
    } else {
      BigInteger whole = (BigInteger) value;
      Cells.store64(f, block, offset, whole.longValue());
      Cells.store64(f, block, offset + 8, whole.shiftRight(64).longValue());
    }
  }

  /**
   * The image of a value in memory, as {@link Choices} gives it, as a word. A {@code _Bool} is not
   * made 0 or 1: see {@link Forms#truth}.
   */
  static long wordOf(byte[] image, Type type) {
    long value = 0;
    for (int i = Math.min(8, image.length) - 1; i >= 0; i--) {
      value = value << 8 | image[i] & 255;
    }
    return Forms.fit(value, type);
  }
}

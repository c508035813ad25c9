// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Reads of objects in memory. */
final class Loads {
  private Loads() {}

  static Word word(Spot spot, Type type) {
    Field bits = spot.bits();
    if (bits != null) {
      return bitField(spot.place(), bits);
    }
    Place place = spot.place();
    if (type instanceof IntType t && t.isBool()) {
      // Whatever bits it came by: as formulas say.
      return f -> Cells.load8(f, place.find(f), f.offset) == 0 ? 0 : 1;
    }
    boolean signed = Forms.isSigned(type);
    return switch ((int) type.size()) {
      case 1 ->
          signed
              ? f -> Cells.load8(f, place.find(f), f.offset)
              : f -> Cells.load8(f, place.find(f), f.offset) & 0xff;
      case 2 ->
          signed
              ? f -> Cells.load16(f, place.find(f), f.offset)
              : f -> Cells.load16(f, place.find(f), f.offset) & 0xffff;
      case 4 ->
          signed
              ? f -> Cells.load32(f, place.find(f), f.offset)
              : f -> Cells.load32(f, place.find(f), f.offset) & 0xffff_ffffL;
      default -> f -> Cells.load64(f, place.find(f), f.offset);
    };
  }

  private static Word bitField(Place place, Field field) {
    int first = field.bitOffset() / 8;
    int low = field.bitOffset() % 8;
    int width = field.bitWidth();
    int bytes = (low + width + 7) / 8;
    boolean signed = Forms.isSigned(field.type()) && !((IntType) field.type()).isBool();
    return f -> {
      Block block = place.find(f);
      long at = f.offset + first;
      long value = Cells.load(f, block, at, Math.min(bytes, 8)) >>> low;
      if (bytes > 8) {
        value |= Cells.load(f, block, at + 8, 1) << 64 - low;
      }
      int unused = 64 - width;
      return signed ? value << unused >> unused : value << unused >>> unused;
    };
  }

  static Real real(Spot spot, FloatType type) {
    Place place = spot.place();
    return type == FloatType.FLOAT
        ? f -> Float.intBitsToFloat((int) Cells.load32(f, place.find(f), f.offset))
        : f -> Double.longBitsToDouble(Cells.load64(f, place.find(f), f.offset));
  }

  static Wide wide(Spot spot, Type type) {
    Place place = spot.place();
    Field bits = spot.bits();
    if (bits != null) {
      return f -> wideBitField(f, place.find(f), f.offset, bits);
    }
    return f -> {
      Block block = place.find(f);
      return wide(f, block, f.offset, type);
    };
  }

  private static BigInteger wideBitField(Frame f, Block block, long offset, Field field) {
    int first = field.bitOffset() / 8;
    int low = field.bitOffset() % 8;
    BigInteger value = BigInteger.ZERO;
    for (int i = (low + field.bitWidth() + 7) / 8 - 1; i >= 0; i--) {
      long part = Cells.load(f, block, offset + first + i, 1) & 0xff;
      value = value.shiftLeft(8).or(BigInteger.valueOf(part));
    }
    IntType type = (IntType) field.type();
    return new IntType(type.kind(), field.bitWidth(), type.signed()).wrap(value.shiftRight(low));
  }

  static Object wide(Frame f, Block block, long offset, Type type) {
    long low = Cells.load64(f, block, offset);
    if (type instanceof IntType t) {
      BigInteger high = BigInteger.valueOf(Cells.load64(f, block, offset + 8));
      BigInteger lowBits = Forms.toBig(low, dev.proviso.frontend.types.VoidType.VOID);
      return t.wrap(high.shiftLeft(64).or(lowBits));
    }
    return new Extended((int) Cells.load16(f, block, offset + 8) & 0xffff, low);
  }
}

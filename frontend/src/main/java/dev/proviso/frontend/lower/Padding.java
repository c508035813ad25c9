// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;
import java.util.BitSet;

/** Bits of an object that belong to no member. */
final class Padding {
  /** Larger objects are not looked at. */
  private static final int MOST = 1 << 12;

  private Padding() {}

  /** Whether the members of the type cover all of it. */
  static boolean none(Type type) {
    if (type.size() > MOST) {
      return false;
    }
    BitSet covered = new BitSet();
    cover(type, 0, covered);
    return covered.cardinality() == type.size() * 8;
  }

  private static void cover(Type type, int bit, BitSet covered) {
    switch (type) {
      case CompositeType c -> c.fields().forEach(f -> cover(f, bit, covered));
      case ArrayType a -> {
        int size = (int) a.element().size() * 8;
        for (int i = 0; i < a.length(); i++) {
          cover(a.element(), bit + i * size, covered);
        }
      }
      case FloatType f when f.isExtended() -> covered.set(bit, bit + 80);
      default -> covered.set(bit, bit + (int) type.size() * 8);
    }
  }

  private static void cover(Field field, int bit, BitSet covered) {
    int at = bit + (int) field.offset() * 8;
    if (field.isBitField()) {
      covered.set(at + field.bitOffset(), at + field.bitOffset() + field.bitWidth());
    } else {
      cover(field.type(), at, covered);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Where members stand in a struct or union: the System V ABIs on ILP32 and LP64, Microsoft's on
 * LLP64. They differ in bit-fields: System V packs them into whatever bits are left, Microsoft
 * starts a new unit where the size of the type changes.
 */
final class Layout {
  /**
   * A member before it has a place.
   *
   * @param bitWidth -1 where it is no bit-field
   * @param aligned what an attribute asks for in bytes, or 0
   * @param packed whether the member or its composite is packed
   */
  record Request(String name, Type type, int bitWidth, long aligned, boolean packed) {}

  private final Target target;
  private final boolean union;
  private final int packing;
  private final List<Field> fields = new ArrayList<>();
  private long bits;
  private long alignment = 1;
  private long unionBits;
  // Microsoft's open unit, which ends at `bits`: its size (0 where there is none), and how much of
  // it is taken.
  private long unitBits;
  private long unitUsed;

  private Layout(Target target, boolean union, int packing) {
    this.target = target;
    this.union = union;
    this.packing = packing;
  }

  /**
   * Lays the members out and completes the composite.
   *
   * @param packing the limit of {@code #pragma pack} in bytes, or 0
   * @param aligned what an attribute of the composite asks for, or 0
   */
  static void complete(
      Target target, CompositeType composite, List<Request> members, int packing, long aligned) {
    Layout layout = new Layout(target, composite.isUnion(), packing);
    members.forEach(layout::place);
    long align = Math.max(layout.alignment, aligned);
    long size = (Math.max(layout.bits, layout.unionBits) + 7) / 8;
    composite.complete(layout.fields, roundUp(size, align), align);
  }

  private void place(Request member) {
    if (union) {
      bits = 0;
      unitBits = 0;
    }
    if (member.bitWidth() < 0) {
      placePlain(member);
    } else if (target == Target.LLP64) {
      placeMicrosoftBits(member);
    } else {
      placeSystemVBits(member);
    }
    unionBits = Math.max(unionBits, bits);
  }

  private void placePlain(Request member) {
    unitBits = 0;
    long align = alignmentOf(member);
    bits = roundUp(bits, align * 8);
    alignment = Math.max(alignment, align);
    fields.add(new Field(member.name(), member.type(), bits / 8, 0, -1));
    bits += member.type().size() * 8;
  }

  private void placeSystemVBits(Request member) {
    long size = member.type().size() * 8;
    long align = alignmentOf(member) * 8;
    int width = member.bitWidth();
    if (width == 0) {
      bits = roundUp(bits, Math.max(memberAlignment(member.type(), target), member.aligned()) * 8);
      return;
    }
    boolean spansTooMuch = (bits % align + width + align - 1) / align > size / align;
    if (member.aligned() > 0 || (!member.packed() && packing == 0 && spansTooMuch)) {
      bits = roundUp(bits, align);
    }
    if (!member.name().isEmpty()) {
      alignment = Math.max(alignment, align / 8);
      fields.add(systemVBitField(member, size, align));
    }
    bits += width;
  }

  /**
   * In the unit of the declared size; where packing lets the bits straddle two, in the smallest
   * wider one.
   */
  private Field systemVBitField(Request member, long size, long align) {
    long end = bits + member.bitWidth();
    long unit = bits / size * size;
    if (end - unit > size) {
      unit = bits / align * align;
    }
    if (end - unit > size) {
      unit = bits / 8 * 8;
    }
    Type type = member.type();
    if (end - unit > size && type instanceof IntType t) {
      IntType wide =
          target.intType(end - unit <= 64 ? IntType.Kind.LONG_LONG : IntType.Kind.INT128);
      type = t.signed() ? wide : Conversions.unsigned(wide);
    }
    return new Field(member.name(), type, unit / 8, (int) (bits - unit), member.bitWidth());
  }

  private void placeMicrosoftBits(Request member) {
    long size = member.type().size() * 8;
    if (member.bitWidth() == 0) {
      if (unitBits != 0) {
        unitBits = 0;
        long align = limited(memberAlignment(member.type(), target));
        bits = roundUp(bits, align * 8);
        alignment = Math.max(alignment, align);
      }
      return;
    }
    if (unitBits != size || unitUsed + member.bitWidth() > size) {
      long align = alignmentOf(member);
      bits = roundUp(bits, align * 8) + size;
      alignment = Math.max(alignment, align);
      unitBits = size;
      unitUsed = 0;
    }
    if (!member.name().isEmpty()) {
      fields.add(
          new Field(
              member.name(), member.type(), (bits - size) / 8, (int) unitUsed, member.bitWidth()));
    }
    unitUsed += member.bitWidth();
  }

  private long alignmentOf(Request member) {
    long natural = member.packed() ? 1 : memberAlignment(member.type(), target);
    return Math.max(limited(natural), member.aligned());
  }

  private long limited(long natural) {
    return packing > 0 ? Math.min(natural, packing) : natural;
  }

  /** The i386 ABI aligns 8-byte scalars in composites to 4. */
  static long memberAlignment(Type type, Target target) {
    return switch (type) {
      case ArrayType a -> memberAlignment(a.element(), target);
      case CompositeType c -> c.alignment();
      default -> target == Target.ILP32 ? Math.min(type.alignment(), 4) : type.alignment();
    };
  }

  static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}

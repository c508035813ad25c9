// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;

/** Arguments that a library function takes one after the other. */
interface Values {
  /** The next one, an integer or pointer of that many bits. */
  long word(int bits);

  double real();

  Extended extended();

  /** Those of a call from that one on. */
  static Values of(Arguments arguments, int first) {
    return new Values() {
      private int next = first;

      @Override
      public long word(int bits) {
        return arguments.word(next++);
      }

      @Override
      public double real() {
        return arguments.real(next++);
      }

      @Override
      public Extended extended() {
        int index = next++;
        return index < arguments.count() && arguments.things[index] instanceof Extended x
            ? x
            : Extended.of(arguments.real(index));
      }
    };
  }

  /**
   * Those of a {@code va_list}.
   *
   * @param list what a parameter of that type holds: where arguments are on LP64 the address of the
   *     list, which moves on; otherwise the address of the next one
   */
  static Values list(Machine m, long list) {
    boolean isStruct = m.program.target() == Target.LP64;
    return new Values() {
      private long at = list;

      private long next(Type type) {
        if (isStruct) {
          return VariadicArguments.next(m, list, type);
        }
        long address = VariadicArguments.aligned(m, at, type);
        at = VariadicArguments.after(m, address, type);
        return address;
      }

      @Override
      public long word(int bits) {
        Target target = m.program.target();
        return Texts.load(
            m, next(target.intType(bits == 64 ? Kind.LONG_LONG : Kind.INT)), bits / 8);
      }

      @Override
      public double real() {
        return Double.longBitsToDouble(Texts.load(m, next(FloatType.DOUBLE), 8));
      }

      @Override
      public Extended extended() {
        long address = next(m.program.target().longDouble());
        return new Extended((int) Texts.load(m, address + 8, 2), Texts.load(m, address, 8));
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.FurtherArguments;
import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.function.LongConsumer;

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
   * Those of a {@code va_list}, as {@link FurtherArguments} has them.
   *
   * @param list what a parameter of that type holds: where it is a struct the address of that,
   *     which holds the address of the next one and moves on; otherwise the address of the next one
   */
  static Values list(Machine m, long list) {
    return m.program.target() == Target.LP64
        ? new Listed(m, Texts.load(m, list + 8, 8), next -> Texts.store(m, list + 8, 8, next))
        : new Listed(m, list, next -> {});
  }

  /** Arguments that stand in memory one after the other. */
  final class Listed implements Values {
    private final Machine machine;
    private final LongConsumer moved;
    private long at;

    private Listed(Machine machine, long first, LongConsumer moved) {
      this.machine = machine;
      this.moved = moved;
      this.at = first;
    }

    private long next(Type type) {
      long address = at;
      at = FurtherArguments.after(machine.program.target(), at, type);
      moved.accept(at);
      return address;
    }

    @Override
    public long word(int bits) {
      Target target = machine.program.target();
      Type type = target.intType(bits == 64 ? Kind.LONG_LONG : Kind.INT);
      return Texts.load(machine, next(type), bits / 8);
    }

    @Override
    public double real() {
      return Double.longBitsToDouble(Texts.load(machine, next(FloatType.DOUBLE), 8));
    }

    @Override
    public Extended extended() {
      long address = next(machine.program.target().longDouble());
      return new Extended(
          (int) Texts.load(machine, address + 8, 2), Texts.load(machine, address, 8));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins activations: arguments become formals. */
final class Calls {
  private Calls() {}

  /** The procedure that a pointer points to. */
  static String target(Machine machine, long address) {
    Block block = machine.memory.at(address);
    if (block.procedure == null || address != block.base) {
      throw machine.stop(
          Kind.STOPPED,
          "this calls 0x%x, which is no function".formatted(address),
          ExitCodes.SEGMENT);
    }
    return block.procedure;
  }

  /**
   * Enters a procedure with a body, or does what a library function does.
   *
   * @return whether another activation runs now
   */
  static boolean enter(
      Machine machine, String name, Arguments arguments, @Nullable Receiver receiver) {
    Frame caller = machine.frame;
    Code code = machine.code(name);
    if (caller != null) {
      caller.receiver = receiver;
    }
    if (code != null) {
      Frame callee = machine.push(code);
      if (machine.guide != null) {
        Images.store(callee, machine.guide.enter(name));
      }
      bind(callee, arguments);
      machine.frame = callee;
      return true;
    }
    machine.library.call(name, arguments);
    if (receiver != null && caller != null) {
      receiver.take(caller);
    }
    return false;
  }

  private static void bind(Frame callee, Arguments arguments) {
    List<Slot> formals = callee.code.formals;
    int declared = formals.size();
    for (int i = 0; i < declared && i < arguments.count(); i++) {
      bind(callee, formals.get(i), arguments, i);
    }
    boolean isLedIn = callee.machine.guide != null && callee.isBottom();
    if (arguments.count() < declared && !isLedIn) {
      callee.machine.report(
          Kind.BAD_CALL,
          "`%s` takes %d arguments, this call has %d"
              .formatted(callee.code.name(), declared, arguments.count()));
    }
  }

  private static void bind(Frame callee, Slot slot, Arguments arguments, int index) {
    Type type = slot.type();
    Forms form = Forms.of(type);
    if (form != Forms.of(arguments.types.get(index))) {
      callee.machine.report(
          Kind.BAD_CALL,
          "argument %d of `%s` is of type %s, the function takes %s"
              .formatted(index + 1, callee.code.name(), arguments.types.get(index), type));
      return;
    }
    switch (slot) {
      case Slot.InWord s -> {
        callee.words[s.index()] = word(type, arguments.words[index]);
        callee.mark(s.index());
      }
      case Slot.InThing s -> callee.things[s.index()] = arguments.things[index];
      case Slot.InMemory s -> {
        Block block = callee.block(s.index());
        store(callee, block, 0, type, arguments, index);
      }
    }
  }

  private static long word(Type type, long word) {
    if (type instanceof FloatType f) {
      return f == FloatType.FLOAT
          ? Double.doubleToRawLongBits((float) Double.longBitsToDouble(word))
          : word;
    }
    return Forms.fit(word, type);
  }

  private static void store(
      Frame frame, Block block, long offset, Type type, Arguments arguments, int index) {
    switch (Forms.of(type)) {
      case WORD -> Cells.store(frame, block, offset, (int) type.size(), arguments.words[index]);
      case REAL -> {
        double value = Double.longBitsToDouble(arguments.words[index]);
        if (type == FloatType.FLOAT) {
          Cells.store32(frame, block, offset, Float.floatToRawIntBits((float) value));
        } else {
          Cells.store64(frame, block, offset, Double.doubleToRawLongBits(value));
        }
      }
      case WIDE -> Stores.wide(frame, block, offset, arguments.wide(index));
      case BLOB -> {
        if (arguments.things[index] instanceof Block from) {
          Cells.copy(frame, block, offset, from, 0, Math.min(type.size(), from.size));
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;

/**
 * Arguments beyond the declared ones. They stand in memory one after the other, as on 32-bit
 * targets and LLP64; a list is a pointer to the next one. The list of LP64 has it where its ABI
 * keeps the pointer to arguments that no register holds, and says that all registers are used up.
 */
final class VariadicArguments {
  private static final int AREA = 8;
  private static final long GENERAL_REGISTERS = 48;
  private static final long ALL_REGISTERS = 304;

  private VariadicArguments() {}

  private static long slot(Machine machine) {
    return machine.program.target().pointerBits() / 8;
  }

  static long aligned(Machine machine, long offset, Type type) {
    long alignment = Math.max(slot(machine), type.alignment() >= 16 ? 16 : 1);
    return (offset + alignment - 1) / alignment * alignment;
  }

  static long after(Machine machine, long offset, Type type) {
    long slot = slot(machine);
    return offset + (type.size() + slot - 1) / slot * slot;
  }

  static Block layOut(Machine machine, Arguments arguments, int first) {
    long size = 0;
    for (int i = first; i < arguments.count(); i++) {
      Type type = arguments.types.get(i);
      size = after(machine, aligned(machine, size, type), type);
    }
    Block block = new Block("the further arguments", (int) size, true, false);
    long offset = 0;
    for (int i = first; i < arguments.count(); i++) {
      Type type = arguments.types.get(i);
      offset = aligned(machine, offset, type);
      Calls.store(machine.running(), block, offset, type, arguments, i);
      offset = after(machine, offset, type);
    }
    return block;
  }

  /** The address of the first one. */
  static long first(Frame f) {
    Block extra = f.extra;
    return extra == null ? 0 : f.machine.memory.address(extra);
  }

  /** {@code va_start} of LP64. */
  static void start(Frame f, Block list, long offset) {
    Cells.store32(f, list, offset, GENERAL_REGISTERS);
    Cells.store32(f, list, offset + 4, ALL_REGISTERS);
    Cells.store64(f, list, offset + AREA, first(f));
    Cells.store64(f, list, offset + 16, 0);
  }

  /** {@code va_arg}: the address of the next argument; the list moves on. */
  static long next(Frame f, Block list, long offset, Type listType, Type type) {
    boolean isPointer = listType instanceof PointerType;
    long at = isPointer ? offset : offset + AREA;
    int width = isPointer ? (int) listType.size() : 8;
    long address = aligned(f.machine, Cells.load(f, list, at, width), type);
    Cells.store(f, list, at, width, after(f.machine, address, type));
    return address;
  }

  /** The next argument of a list that a library function was given, by the address of the list. */
  static long next(Machine machine, long list, Type type) {
    Frame f = machine.running();
    Block block = machine.memory.at(list);
    return next(f, block, list - block.base, dev.proviso.frontend.types.VoidType.VOID, type);
  }
}

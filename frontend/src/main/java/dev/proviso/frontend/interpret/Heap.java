// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;

/** {@code malloc} and its kin. */
final class Heap {
  private static final long MOST = 1L << 31;

  private final Machine machine;

  Heap(Machine machine) {
    this.machine = machine;
  }

  /**
   * A new object.
   *
   * @param isFreed whether the program frees it
   */
  Block allocate(long size, boolean isZero, boolean isFreed) {
    if (size < 0 || size >= MOST - 64) {
      throw machine.stop(
          Kind.STOPPED, "an object of %s bytes is asked for".formatted(size), ExitCodes.LIMIT);
    }
    String name = "the object of " + size + " bytes allocated at " + machine.place();
    return new Block(name, (int) size, isZero, isFreed);
  }

  /** A new object of any size, at this address. */
  Block allocateAt(LaidOutMemory memory, long address, long size, boolean isZero) {
    String name =
        "the object of %s bytes allocated at %s"
            .formatted(Long.toUnsignedString(size), machine.place());
    Block block =
        size >= 0 && size < Block.LARGE
            ? new Block(name, (int) size, isZero, true)
            : Block.large(name, size < 0 ? Long.MAX_VALUE : size, true);
    block.isZero = isZero;
    memory.put(block, address);
    return block;
  }

  /** The address of a new object; null where it would be too large. */
  long address(long size, boolean isZero) {
    if (size < 0 || size >= MOST - 64) {
      machine.library.fail(Errors.NO_MEMORY);
      return 0;
    }
    return machine.memory.address(allocate(size, isZero, true));
  }

  void free(long address) {
    if (address == 0) {
      return;
    }
    Block block = machine.memory.at(address);
    if (block.state == Block.State.FREED) {
      machine.report(Kind.BAD_FREE, block.name + " is freed here once more");
    } else if (!block.isAllocation || block.state != Block.State.LIVE || address != block.base) {
      machine.report(
          Kind.BAD_FREE,
          "0x%x is freed here, which no allocation gave (%s)".formatted(address, block.name));
    } else {
      machine.memory.end(block, Block.State.FREED);
    }
  }

  long reallocate(long address, long size) {
    if (address == 0) {
      return address(size, false);
    }
    Block old = machine.memory.at(address);
    long fresh = address(size, false);
    if (fresh != 0) {
      Block block = machine.memory.at(fresh);
      long kept = Math.min(size, old.size);
      if (old.state == Block.State.LIVE) {
        Cells.copy(machine.running(), block, 0, old, 0, kept);
      }
      free(address);
    }
    return fresh;
  }
}

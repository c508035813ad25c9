// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Which addresses belong to which object. */
abstract class Memory {
  /** The object whose space the address is in. */
  abstract Block at(long address);

  /** Gives the object an address. */
  abstract void place(Block block);

  /** The object's life ends. */
  abstract void end(Block block, Block.State how);

  /** The address of the object's first byte. */
  final long address(Block block) {
    if (block.base == 0) {
      place(block);
    }
    return block.base;
  }

  /** What stands where no object is. */
  static Block wild() {
    Block wild = new Block("no object", 0, true, false);
    wild.state = Block.State.WILD;
    return wild;
  }
}

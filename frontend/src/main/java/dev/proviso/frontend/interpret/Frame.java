// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One activation of a procedure. */
final class Frame {
  private static final byte[] NO_MARKS = {};

  final Code code;
  final Machine machine;
  final @Nullable Frame caller;

  /** Scalars whose address nobody takes, of up to 64 bits; floating ones as a double's bits. */
  final long[] words;

  /** The objects of the other variables ({@link Block}), and scalars that no word holds. */
  final @Nullable Object[] things;

  /** Not 0 for each word that was never given a value. */
  final byte[] unset;

  /** Where to go on. */
  int pc;

  /** What the call that this activation waits for does with the result. */
  @Nullable Receiver receiver;

  /** What its arrays of variable length and {@code alloca} gave, by where that was. */
  private @Nullable Map<Edge, List<Block>> automatic;

  /** The offset that a {@link Place} found last. */
  long offset;

  Frame(Code code, Machine machine, @Nullable Frame caller) {
    this.code = code;
    this.machine = machine;
    this.caller = caller;
    this.words = new long[code.words];
    this.things = new Object[code.things];
    this.unset = code.mayBeUnset ? new byte[code.words] : NO_MARKS;
    this.pc = code.entry;
    if (code.mayBeUnset) {
      Arrays.fill(unset, (byte) 1);
    }
  }

  /** True of the activation of the program's entry. */
  boolean isBottom() {
    return caller == null || caller.code == Code.NONE;
  }

  /** The object of a local, which is made when it is first met. */
  Block block(int index) {
    return things[index] instanceof Block block ? block : code.newLocal(this, index);
  }

  /**
   * A local's declaration is passed: where the memory is laid out, it may be another object now.
   */
  void renew(int index) {
    if (machine.guide != null && things[index] instanceof Block block) {
      machine.memory.end(block, Block.State.LEFT);
      things[index] = null;
    }
  }

  /** The word has a value now. */
  void mark(int word) {
    if (unset.length > 0) {
      unset[word] = 0;
    }
  }

  /** An object that ends with the activation. */
  void addAutomatic(Edge made, Block block) {
    if (automatic == null) {
      automatic = new IdentityHashMap<>();
    }
    automatic.computeIfAbsent(made, e -> new ArrayList<>()).add(block);
  }

  /** Ends what was made there before: the scope of an array is entered again. */
  void endAutomatic(Edge made) {
    List<Block> blocks = automatic == null ? null : automatic.remove(made);
    if (blocks != null) {
      blocks.forEach(b -> machine.memory.end(b, Block.State.LEFT));
    }
  }

  /** Its variables end. */
  void leave() {
    for (Object thing : things) {
      if (thing instanceof Block block) {
        machine.memory.end(block, Block.State.LEFT);
      }
    }
    if (automatic != null) {
      List.copyOf(automatic.keySet()).forEach(this::endAutomatic);
    }
  }
}

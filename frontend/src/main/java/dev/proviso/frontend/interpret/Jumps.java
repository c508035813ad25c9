// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import java.util.HashMap;
import java.util.Map;

/** {@code setjmp} and {@code longjmp}: the buffer holds a number, which a copy of it holds too. */
final class Jumps {
  private static final int CLEAN_AT = 1 << 14;

  private final Machine machine;
  private final Map<Long, Jump.Saved> saved = new HashMap<>();
  private long last;

  Jumps(Machine machine) {
    this.machine = machine;
  }

  void save(long buffer, Jump.Saved place) {
    if (saved.size() > CLEAN_AT) {
      saved.values().removeIf(s -> !machine.isActive(s.frame()));
    }
    saved.put(++last, place);
    Block block = machine.memory.at(buffer);
    Cells.store64(machine.running(), block, buffer - block.base, last);
  }

  Jump jump(long buffer, int value) {
    Block block = machine.memory.at(buffer);
    Jump.Saved place = saved.get(Cells.load64(machine.running(), block, buffer - block.base));
    if (place == null || !machine.isActive(place.frame())) {
      throw machine.stop(
          Kind.STOPPED,
          "this jumps to a `setjmp` whose call has ended, or to none",
          ExitCodes.SEGMENT);
    }
    return new Jump(place, value == 0 ? 1 : value);
  }
}

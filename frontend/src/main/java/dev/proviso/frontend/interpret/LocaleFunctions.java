// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** {@code locale.h}: there is the C locale. */
final class LocaleFunctions {
  private long name;
  private long conventions;

  long locale(Machine m, Arguments a) {
    if (a.word(1) != 0) {
      String wanted = Texts.text(m, a.word(1));
      if (!wanted.isEmpty() && !wanted.equals("C") && !wanted.equals("POSIX")) {
        return 0;
      }
    }
    if (name == 0) {
      name = Texts.allocated(m, "C");
    }
    return name;
  }

  /** {@code struct lconv}: its first ten members are strings, then come fourteen characters. */
  long conventions(Machine m, Arguments a) {
    if (conventions == 0) {
      int width = m.program.target().pointerBits() / 8;
      Block block = new Block("the conventions", 10 * width + 16, true, false);
      long empty = Texts.allocated(m, "");
      Cells.poke(block, 0, width, Texts.allocated(m, "."));
      for (int i = 1; i < 10; i++) {
        Cells.poke(block, (long) i * width, width, empty);
      }
      for (int i = 0; i < 14; i++) {
        Cells.poke(block, 10L * width + i, 1, 127);
      }
      conventions = m.memory.address(block);
    }
    return conventions;
  }
}

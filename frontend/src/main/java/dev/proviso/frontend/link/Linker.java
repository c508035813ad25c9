// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Program;
import java.util.List;

/** Links programs. */
public final class Linker {
  private Linker() {}

  public static Program link(List<Program> programs) {
    if (programs.size() != 1) {
      throw new IllegalArgumentException("linking several programs comes next");
    }
    return programs.get(0);
  }
}

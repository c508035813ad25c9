// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Program;
import java.util.List;

/**
 * A program in which every procedure that may be called has a body, or has lost it.
 *
 * @param environmentFunctions the functions that got their bodies here, with the place of their
 *     first use, in order of discovery
 */
public record Completed(Program program, List<String> environmentFunctions) {
  public Completed {
    environmentFunctions = List.copyOf(environmentFunctions);
  }
}

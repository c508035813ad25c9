// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.types.Type;

/**
 * Decides what the program leaves open. An execution is determined by its input and these answers:
 * whoever knows them can repeat it.
 */
public interface Choices {
  /**
   * Zeros, the last way (no exception is raised, no assembler jumps), and what common machines give
   * for operands out of range.
   */
  Choices USUAL =
      new Choices() {
        @Override
        public byte[] value(Edge havoc, Type type) {
          return new byte[(int) type.size()];
        }

        @Override
        public int way(Location location, int ways) {
          return ways - 1;
        }
      };

  /**
   * The value that a {@code Havoc} gives, as it stands in memory.
   *
   * @return as many bytes as the type has
   */
  byte[] value(Edge havoc, Type type);

  /** Which of several ways without a condition is taken, from 0. */
  int way(Location location, int ways);
}

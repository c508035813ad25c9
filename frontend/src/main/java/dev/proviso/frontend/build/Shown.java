// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.nio.file.Path;

/** Paths as people want to see them: of what lies below the present directory, the rest. */
final class Shown {
  private static final Path HERE = Path.of("").toAbsolutePath().normalize();

  private Shown() {}

  static Path path(Path absolute) {
    return absolute.startsWith(HERE) && !absolute.equals(HERE)
        ? HERE.relativize(absolute)
        : absolute.equals(HERE) ? Path.of(".") : absolute;
  }
}

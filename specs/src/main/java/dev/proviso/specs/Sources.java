// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs;

import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which code is to be checked.
 *
 * @param includes directories searched for headers before the platform's
 * @param defines {@code X} or {@code X=Y}
 * @param target the ABI; the platform's where it is not given
 * @param entries functions to be called, each alone, in place of the entry points found; may be empty
 */
public record Sources(
    List<Path> files, List<Path> includes, List<String> defines, Optional<Target> target, List<String> entries) {
  public Sources {
    files = List.copyOf(files);
    includes = List.copyOf(includes);
    defines = List.copyOf(defines);
    entries = List.copyOf(entries);
  }

  /** Files, and nothing else to say. */
  public static Sources of(List<Path> files) {
    return new Sources(files, List.of(), List.of(), Optional.empty(), List.of());
  }

  public Sources withEntries(List<String> names) {
    return new Sources(files, includes, defines, target, names);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files that a unit includes are looked for.
 *
 * @param quoted directories of {@code -iquote}: for names in quotes alone, before all others
 * @param user directories of {@code -I}, in their order; their headers are the user's own code
 * @param system directories searched after them; code of their headers is of kind {@code HEADER},
 *     and what cannot be parsed there is a warning only
 * @param forced files of {@code -include}, read before the first line
 * @param ignoringCase whether a name that is not found as it is written may differ in case from the
 *     file's, and have backslashes: as in sources that are written for Windows
 */
public record Includes(
    List<Path> quoted,
    List<Path> user,
    List<Path> system,
    List<Path> forced,
    boolean ignoringCase) {

  /** No directories and no files. */
  public static final Includes NONE =
      new Includes(List.of(), List.of(), List.of(), List.of(), false);

  public Includes {
    quoted = List.copyOf(quoted);
    user = List.copyOf(user);
    system = List.copyOf(system);
    forced = List.copyOf(forced);
  }

  /** What is searched for a name in angle brackets. */
  List<Path> searched() {
    List<Path> all = new ArrayList<>(user);
    all.addAll(system);
    return all;
  }

  /** The same, with other directories for system headers. */
  public Includes withSystem(List<Path> directories) {
    return new Includes(quoted, user, directories, forced, ignoringCase);
  }

  /** The same; names are found in any case. */
  public Includes inAnyCase() {
    return new Includes(quoted, user, system, forced, true);
  }
}

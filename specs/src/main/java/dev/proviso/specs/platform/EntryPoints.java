// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;

/**
 * What was found in a driver.
 *
 * @param found by role, in the platform's order, then in the order of the program
 * @param rejected what looked like an entry point and is none
 */
public record EntryPoints(List<EntryPoint> found, List<Rejected> rejected) {
  public EntryPoints {
    found = List.copyOf(found);
    rejected = List.copyOf(rejected);
  }

  /**
   * A candidate that was not taken.
   *
   * @param why a sentence
   */
  public record Rejected(String role, String function, SourceRange place, String why) {}

  /** The functions of a role. */
  public List<EntryPoint> of(Platform.Role role) {
    return found.stream().filter(e -> e.role().equals(role)).toList();
  }
}

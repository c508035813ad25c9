// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Program;
import java.util.List;
import java.util.Set;

/** Who may call whom, from the program's entry on. */
public interface CallGraph {

  /** The calls of the program, starting from its entry. */
  static CallGraph of(Program program, PointsTo pointsTo) {
    return ReachedCalls.of(program, pointsTo);
  }

  /** The procedures that may run, the program's entry first, then in order of discovery. */
  List<String> reachable();

  /** The defined procedures that it may call, directly or through pointers. */
  Set<String> callees(String procedure);

  /** The procedures that may call it. */
  Set<String> callers(String procedure);

  /** True if it may call itself, directly or through others. */
  boolean isRecursive(String procedure);

  /** The reachable procedures, callees before callers; the members of a cycle in any order. */
  List<String> bottomUp();

  /** The calls in reachable procedures that may reach code which the program does not hold. */
  List<Edge> unresolved();
}

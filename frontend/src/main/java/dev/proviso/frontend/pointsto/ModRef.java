// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.Set;

/**
 * What a procedure and all that it may call modify and read. Locals of the procedures themselves
 * are left out.
 */
public interface ModRef {

  /** What each reachable procedure may modify and read. */
  static ModRef of(Program program, PointsTo pointsTo, CallGraph calls) {
    return TransitiveModRef.of(program, pointsTo, calls);
  }

  /** The globals not in memory that it may assign. */
  Set<Variable> modifiedVariables(String procedure);

  /** The globals not in memory that it may read. */
  Set<Variable> readVariables(String procedure);

  /** The regions it may write. */
  Set<Region> modifiedRegions(String procedure);

  /** The regions it may read. */
  Set<Region> readRegions(String procedure);

  /** True if it may allocate: the allocation counter changes. */
  boolean allocates(String procedure);
}

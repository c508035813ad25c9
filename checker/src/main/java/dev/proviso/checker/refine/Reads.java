// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import java.util.Set;

/** What expressions read. */
final class Reads {
  private Reads() {}

  /** True if everything that the expression reads in memory is accessed so by the program too. */
  static boolean allAccessible(Expr expr, PointsTo pointsTo) {
    boolean[] found = new boolean[1];
    new Rewriter(
            read -> {
              LValue source = ((Expr.Read) read).source();
              Variable root = Overlap.root(source);
              boolean inMemory = root == null || pointsTo.inMemory(root);
              found[0] |= inMemory && !(source.type().isScalar() && pointsTo.isAccessible(source));
              return read;
            })
        .rewrite(expr);
    return !found[0];
  }

  /** True if the expression reads memory in one of the regions. */
  static boolean anyIn(Expr expr, Set<Region> regions, PointsTo pointsTo) {
    boolean[] found = new boolean[1];
    new Rewriter(
            read -> {
              LValue source = ((Expr.Read) read).source();
              Variable root = Overlap.root(source);
              boolean inMemory = root == null || pointsTo.inMemory(root);
              found[0] |=
                  inMemory
                      && source.type().isScalar()
                      && (!pointsTo.isAccessible(source)
                          || regions.contains(pointsTo.region(source)));
              return read;
            })
        .rewrite(expr);
    return found[0];
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.program.Expr;
import java.util.List;

/**
 * A condition on a procedure's state at a cut point and on the one in which it was entered: a
 * decision diagram, and facts beside it.
 *
 * @param nodes each after those that it leads to; number {@code i} of the list is called {@code i +
 *     2}, as 0 and 1 are the ends
 * @param root where the diagram starts: a node, or one of the ends
 * @param facts conditions on the state at the cut point that are true besides
 */
public record Claim(List<Node> nodes, int root, List<Expr> facts) {
  /** The end where the condition is false. */
  public static final int NO = 0;

  /** The end where it is true. */
  public static final int YES = 1;

  /** True in no state. */
  public static final Claim NEVER = new Claim(List.of(), NO, List.of());

  /** In which of the two states a predicate is asked. */
  public enum When {
    ENTRY,
    NOW
  }

  /** A predicate in one of the states. */
  public record Atom(When when, Predicate predicate) {}

  /** Where the diagram goes on. */
  public record Node(Atom atom, int whereTrue, int whereFalse) {}

  /** The number of the first node. */
  public static final int FIRST = 2;

  public Claim {
    nodes = List.copyOf(nodes);
    facts = List.copyOf(facts);
    for (int i = 0; i < nodes.size(); i++) {
      requireBelow(nodes.get(i).whereTrue(), i + FIRST);
      requireBelow(nodes.get(i).whereFalse(), i + FIRST);
    }
    requireBelow(root, nodes.size() + FIRST);
  }

  private static void requireBelow(int node, int bound) {
    if (node < 0 || node >= bound) {
      throw new IllegalArgumentException("node " + node + " is not below " + bound);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.abstraction.block.Block.Arc;
import java.util.Arrays;
import java.util.List;

/** Numbers the nodes of an acyclic graph along its arcs. */
final class TopologicalOrder {
  private TopologicalOrder() {}

  /**
   * @param outgoing the arcs of each node
   * @return for each node its place in an order in which arcs go up, starting with node 0; -1 where
   *     node 0 does not reach it
   */
  static int[] of(List<List<Arc>> outgoing) {
    int[] postorder = new int[outgoing.size()];
    Arrays.fill(postorder, -1);
    int[] next = new int[outgoing.size()];
    int[] stack = new int[outgoing.size()];
    boolean[] seen = new boolean[outgoing.size()];
    int depth = 1;
    int done = 0;
    seen[0] = true;
    while (depth > 0) {
      int node = stack[depth - 1];
      if (next[node] < outgoing.get(node).size()) {
        int target = outgoing.get(node).get(next[node]++).to();
        if (!seen[target]) {
          seen[target] = true;
          stack[depth++] = target;
        }
      } else {
        postorder[node] = done++;
        depth--;
      }
    }
    for (int i = 0; i < postorder.length; i++) {
      postorder[i] = postorder[i] < 0 ? -1 : done - 1 - postorder[i];
    }
    return postorder;
  }
}

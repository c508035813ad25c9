// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The control flow of one procedure. Its nodes are its lines, which are where execution is before
 * the statement, and its exit. Ways are cut at some nodes, the cuts: between two of them there is
 * one way, without a branch.
 */
final class Flow {
  private final BooleanProcedure procedure;
  private final List<List<Integer>> successors = new ArrayList<>();
  private final boolean[] cut;
  private final int[] ranks;

  Flow(BooleanProcedure procedure) {
    this.procedure = procedure;
    Map<String, Integer> labels = new HashMap<>();
    for (int i = 0; i < exit(); i++) {
      Optional<String> label = procedure.body().get(i).label();
      if (label.isPresent()) {
        labels.putIfAbsent(label.get(), i);
      }
    }
    for (int i = 0; i < exit(); i++) {
      successors.add(successors(i, labels));
    }
    successors.add(List.of());
    ranks = reversePostorder();
    cut = cuts();
  }

  private List<Integer> successors(int node, Map<String, Integer> labels) {
    return switch (statement(node)) {
      case BooleanStatement.Goto s ->
          s.labels().stream().map(l -> labels.getOrDefault(l, exit())).distinct().toList();
      case BooleanStatement.Return s -> List.of(exit());
      case BooleanStatement.Assume s when s.condition().equals(BooleanExpr.FALSE) -> List.of();
      case BooleanStatement.Skip s -> List.of(node + 1);
      case BooleanStatement.Assume s -> List.of(node + 1);
      case BooleanStatement.Assert s -> List.of(node + 1);
      case BooleanStatement.AbortIf s -> List.of(node + 1);
      case BooleanStatement.Assign s -> List.of(node + 1);
      case BooleanStatement.Call s -> List.of(node + 1);
      case BooleanStatement.StartThread s -> List.of(node + 1);
    };
  }

  private int[] reversePostorder() {
    int[] rank = new int[exit() + 1];
    Arrays.fill(rank, -1);
    int[] next = new int[exit() + 1];
    boolean[] seen = new boolean[exit() + 1];
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    seen[0] = true;
    int number = exit();
    while (!open.isEmpty()) {
      int node = open.element();
      List<Integer> targets = successors.get(node);
      if (next[node] == targets.size()) {
        open.remove();
        rank[node] = number--;
      } else {
        // The last successor first: what stands first in the text gets the lower rank.
        int target = targets.get(targets.size() - 1 - next[node]++);
        if (!seen[target]) {
          seen[target] = true;
          open.push(target);
        }
      }
    }
    return rank;
  }

  private boolean[] cuts() {
    boolean[] result = new boolean[exit() + 1];
    int[] incoming = new int[exit() + 1];
    for (int i = 0; i < exit(); i++) {
      if (isReachable(i)) {
        successors.get(i).forEach(s -> incoming[s]++);
      }
    }
    for (int i = 0; i <= exit(); i++) {
      result[i] = incoming[i] > 1 || successors.get(i).size() > 1;
    }
    for (int i = 0; i < exit(); i++) {
      switch (statement(i)) {
        case BooleanStatement.Call s -> {
          result[i] = true;
          result[i + 1] = true;
        }
        // One way goes wrong here.
        case BooleanStatement.Assert s -> result[i] = true;
        case BooleanStatement.AbortIf s -> result[i] = true;
        case BooleanStatement.Skip s -> {}
        case BooleanStatement.Assume s -> {}
        case BooleanStatement.Assign s -> {}
        case BooleanStatement.Goto s -> {}
        case BooleanStatement.Return s -> {}
        case BooleanStatement.StartThread s -> {}
      }
    }
    result[0] = true;
    result[exit()] = true;
    return result;
  }

  BooleanProcedure procedure() {
    return procedure;
  }

  int exit() {
    return procedure.body().size();
  }

  BooleanStatement statement(int node) {
    return procedure.body().get(node).statement();
  }

  Optional<String> label(int node) {
    return node == exit() ? Optional.empty() : procedure.body().get(node).label();
  }

  List<Integer> successors(int node) {
    return successors.get(node);
  }

  boolean isCut(int node) {
    return cut[node];
  }

  /** Whether a way leads there from the entry. */
  boolean isReachable(int node) {
    return ranks[node] >= 0;
  }

  /** Its number in reverse postorder. */
  int rank(int node) {
    return ranks[node];
  }
}

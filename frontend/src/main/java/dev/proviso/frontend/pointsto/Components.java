// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The strongly connected components of a graph, successors first: Tarjan's algorithm (SIAM J.
 * Comput. 1972), without recursion.
 */
final class Components {
  private final Map<String, ? extends Set<String>> graph;
  private final Map<String, Integer> low = new HashMap<>();
  private final Map<String, Integer> number = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> open = new HashSet<>();
  private final List<List<String>> found = new ArrayList<>();

  private record Visit(String node, Iterator<String> successors) {}

  private Components(Map<String, ? extends Set<String>> graph) {
    this.graph = graph;
  }

  static List<List<String>> of(Map<String, ? extends Set<String>> graph) {
    Components components = new Components(graph);
    graph.keySet().forEach(components::search);
    return components.found;
  }

  private void search(String root) {
    if (number.containsKey(root)) {
      return;
    }
    Deque<Visit> visits = new ArrayDeque<>(List.of(enter(root)));
    while (!visits.isEmpty()) {
      Visit visit = visits.peek();
      if (visit.successors().hasNext()) {
        String next = visit.successors().next();
        if (!number.containsKey(next)) {
          visits.push(enter(next));
        } else if (open.contains(next)) {
          low.merge(visit.node(), number.get(next), Math::min);
        }
      } else {
        visits.pop();
        if (!visits.isEmpty()) {
          low.merge(visits.peek().node(), low.get(visit.node()), Math::min);
        }
        close(visit.node());
      }
    }
  }

  private Visit enter(String node) {
    number.put(node, number.size());
    low.put(node, number.get(node));
    path.push(node);
    open.add(node);
    return new Visit(node, Objects.requireNonNull(graph.get(node)).iterator());
  }

  private void close(String node) {
    if (!Objects.requireNonNull(low.get(node)).equals(number.get(node))) {
      return;
    }
    List<String> component = new ArrayList<>();
    String member;
    do {
      member = path.pop();
      open.remove(member);
      component.add(member);
    } while (!member.equals(node));
    found.add(component);
  }
}

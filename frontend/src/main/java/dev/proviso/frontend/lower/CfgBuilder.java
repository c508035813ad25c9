// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grows a control-flow graph edge by edge. There is a current point at which the next statement
 * goes, or none after a jump. Jumps leave no edges: the points that they join become one. Locations
 * get their numbers at the end, in the order of the source.
 */
final class CfgBuilder {
  /** A place to jump to, before or after it is known where it stands. */
  static final class Point {
    private Point representative = this;

    private Point find() {
      Point p = this;
      while (p.representative != p) {
        p.representative = p.representative.representative;
        p = p.representative;
      }
      return p;
    }
  }

  private record Step(Point source, Statement statement, Point target, Origin origin) {}

  private final List<Step> steps = new ArrayList<>();
  private Point entry = new Point();
  private final Point exit = new Point();
  private Point current = entry;
  private boolean reachable = true;

  Point exit() {
    return exit;
  }

  boolean isReachable() {
    return reachable;
  }

  /** How many statements there are: tells whether something was emitted in between. */
  int size() {
    return steps.size();
  }

  void emit(Statement statement, Origin origin) {
    Point next = new Point();
    emitTo(statement, next, origin);
    current = next;
    reachable = true;
  }

  /**
   * Emits a statement that leads to a point; what follows stands nowhere until a point is placed.
   */
  void emitTo(Statement statement, Point target, Origin origin) {
    steps.add(new Step(current, statement, target, origin));
    current = new Point();
    reachable = false;
  }

  /** Emits a statement as one of several that start here: the current point stays. */
  void branch(Statement statement, Point target, Origin origin) {
    steps.add(new Step(current, statement, target, origin));
  }

  /** Ends the current point, from which all branches have been emitted. */
  void close() {
    current = new Point();
    reachable = false;
  }

  void jump(Point target, Origin origin) {
    if (!reachable) {
      return;
    }
    Point here = current.find();
    if (here == target.find() || here == entry.find() || target.find() == exit.find()) {
      steps.add(new Step(here, new Statement.Skip(), target, origin));
    } else {
      here.representative = target.find();
    }
    close();
  }

  /** The point stands here: what was emitted before goes on to it. */
  void place(Point point, Origin origin) {
    jump(point, origin);
    current = point;
    reachable = true;
  }

  /** Puts statements before all others. */
  void prepend(List<Statement> statements, Origin origin) {
    List<Step> first = new ArrayList<>();
    Point at = new Point();
    Point begin = at;
    for (int i = 0; i < statements.size(); i++) {
      Point next = i + 1 == statements.size() ? entry : new Point();
      first.add(new Step(at, statements.get(i), next, origin));
      at = next;
    }
    steps.addAll(0, first);
    entry = begin;
  }

  Cfg build(String procedure) {
    Map<Point, Location> locations = new LinkedHashMap<>();
    locations.put(entry.find(), new Location(procedure, 0));
    List<Edge> edges = new ArrayList<>();
    for (Step step : live()) {
      edges.add(
          new Edge(
              number(step.source, procedure, locations),
              step.statement,
              number(step.target, procedure, locations),
              step.origin));
    }
    return new Cfg(locations.get(entry.find()), number(exit, procedure, locations), edges);
  }

  private static Location number(Point point, String procedure, Map<Point, Location> locations) {
    return locations.computeIfAbsent(point.find(), p -> new Location(procedure, locations.size()));
  }

  /** The steps that can be reached from the entry, in the order of the source. */
  private List<Step> live() {
    Map<Point, List<Step>> outgoing = new LinkedHashMap<>();
    for (Step step : steps) {
      outgoing.computeIfAbsent(step.source.find(), p -> new ArrayList<>()).add(step);
    }
    java.util.Set<Point> seen = new java.util.HashSet<>();
    List<Point> work = new ArrayList<>(List.of(entry.find()));
    while (!work.isEmpty()) {
      Point point = work.removeLast();
      if (seen.add(point)) {
        outgoing.getOrDefault(point, List.of()).forEach(s -> work.add(s.target.find()));
      }
    }
    return steps.stream().filter(s -> seen.contains(s.source.find())).toList();
  }
}

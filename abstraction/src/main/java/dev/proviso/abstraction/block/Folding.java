// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which procedures are folded into their callers: those without loops, not recursive, that call
 * only such, up to a size. Rule code, models and most helpers of drivers are of this kind.
 */
final class Folding {
  /** A folded procedure has at most so many edges, those of its own folded callees included. */
  static final int LIMIT = 3_000;

  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Set<Location>> loopHeads = new HashMap<>();

  Folding(Program program, PointsTo pointsTo, CallGraph calls) {
    for (String name : calls.bottomUp()) {
      Procedure procedure = program.procedures().get(name);
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        loopHeads.put(name, loopHeads(body.cfg()));
        if (loopHeads.get(name).isEmpty()
            && !calls.isRecursive(name)
            && !name.equals(program.entry())) {
          long size = size(program, pointsTo, body.cfg());
          if (size <= LIMIT) {
            sizes.put(name, (int) size);
          }
        }
      }
    }
  }

  private long size(Program program, PointsTo pointsTo, Cfg cfg) {
    long size = cfg.edges().size();
    for (Edge edge : cfg.edges()) {
      if (edge.statement() instanceof Statement.Call call) {
        for (String callee : pointsTo.callees(call.callee())) {
          Procedure procedure = program.procedures().get(callee);
          boolean defined = procedure != null && procedure.isDefined();
          size += !defined ? 1 : sizes.getOrDefault(callee, LIMIT + 1);
        }
      }
    }
    return size;
  }

  boolean isFolded(String procedure) {
    return sizes.containsKey(procedure);
  }

  Set<Location> loopHeads(String procedure) {
    return loopHeads.getOrDefault(procedure, Set.of());
  }

  private static Set<Location> loopHeads(Cfg cfg) {
    Set<Location> heads = new LinkedHashSet<>();
    BackEdges.of(cfg).forEach(e -> heads.add(e.target()));
    return heads;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives pointers to functions that come from outside any value, after they got one that is an
 * external object's: an address of the procedure that stands for external code is among them, and
 * no external object's address is.
 */
final class ExternalFunctionPointers {
  private ExternalFunctionPointers() {}

  static void rewrite(Map<String, Procedure> procedures, Target target) {
    for (Procedure procedure : List.copyOf(procedures.values())) {
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        List<Edge> edges = new ArrayList<>();
        int next = body.cfg().locations().stream().mapToInt(Location::ordinal).max().orElse(0) + 1;
        for (Edge edge : body.cfg().edges()) {
          next = add(edge, edges, next, target);
        }
        if (edges.size() > body.cfg().edges().size()) {
          Cfg cfg = new Cfg(body.cfg().entry(), body.cfg().exit(), edges);
          procedures.put(procedure.name(), CallRewriter.withBody(procedure, cfg));
        }
      }
    }
  }

  private static int add(Edge edge, List<Edge> edges, int firstFree, Target target) {
    List<LValue> pointers =
        edge.statement() instanceof Statement.Havoc havoc && havoc.cause() instanceof Cause.External
            ? PointerCollector.functionPointers(target, havoc.target())
            : List.of();
    int next = firstFree;
    Location at = edge.source();
    Statement statement = edge.statement();
    for (LValue pointer : pointers) {
      Location middle = new Location(at.procedure(), next++);
      edges.add(new Edge(at, statement, middle, edge.origin()));
      at = middle;
      statement = new Statement.Havoc(pointer, new Cause.Environment());
    }
    edges.add(pointers.isEmpty() ? edge : new Edge(at, statement, edge.target(), edge.origin()));
    return next;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signatures of a program's functions. */
public final class Signatures {
  private Signatures() {}

  /**
   * One for each procedure, in the program's order. What a declaration leaves open, the call with
   * the most arguments says: a function without prototype has the parameters that it is given.
   */
  public static List<Signature> of(Program program) {
    Map<String, List<Expr>> longest = new HashMap<>();
    for (Procedure caller : program.procedures().values()) {
      if (caller.body() instanceof Procedure.Body.Defined body) {
        for (Edge edge : body.cfg().edges()) {
          if (edge.statement() instanceof Call call
              && call.callee() instanceof Callee.Direct callee) {
            longest.merge(
                callee.procedure(), call.arguments(), (a, b) -> b.size() > a.size() ? b : a);
          }
        }
      }
    }
    return program.procedures().values().stream()
        .map(
            p ->
                extended(
                    Signature.of(p, program.target()), longest.getOrDefault(p.name(), List.of())))
        .toList();
  }

  private static Signature extended(Signature signature, List<Expr> arguments) {
    int declared = signature.parameters().size();
    if (!signature.open() || arguments.size() <= declared) {
      return signature;
    }
    List<Type> parameters = new ArrayList<>(signature.parameters());
    List<String> names = new ArrayList<>(signature.names());
    for (Expr argument : arguments.subList(declared, arguments.size())) {
      parameters.add(argument.type());
      names.add("");
    }
    return new Signature(signature.function(), signature.result(), parameters, names, true);
  }
}

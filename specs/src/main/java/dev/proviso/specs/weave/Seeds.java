// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Assume;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions in a rule's code, as candidate predicates. */
final class Seeds {
  private Seeds() {}

  /**
   * Those that read nothing but the rule's state, the watched object and parameters; each once,
   * without its negation.
   */
  static List<Expr> in(Program program, Set<String> own, List<Variable> state) {
    Set<Expr> seeds = new LinkedHashSet<>();
    for (String name : own) {
      Procedure procedure = program.procedures().get(name);
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        for (Edge edge : body.cfg().edges()) {
          if (edge.statement() instanceof Assume assume
              && assume.reason() == Assume.Reason.BRANCH) {
            Expr condition = positive(assume.condition());
            if (!condition.variables().isEmpty()
                && condition.variables().stream().allMatch(v -> isSeed(v, state))) {
              seeds.add(condition);
            }
          }
        }
      }
    }
    return List.copyOf(seeds);
  }

  private static boolean isSeed(Variable variable, List<Variable> state) {
    return state.contains(variable)
        || variable.kind() == Variable.Kind.FORMAL
        || variable.name().equals(RuleUnit.WATCHED);
  }

  private static Expr positive(Expr condition) {
    return switch (condition) {
      case Expr.Unary u when u.op() == UnaryOp.NOT -> positive(u.operand());
      case Expr.Binary b when b.op() == BinaryOp.NOT_EQUAL ->
          Expr.Binary.of(BinaryOp.EQUAL, b.left(), b.right());
      case Expr.Binary b when b.op() == BinaryOp.LESS_OR_EQUAL ->
          Expr.Binary.of(BinaryOp.LESS, b.right(), b.left());
      default -> condition;
    };
  }
}

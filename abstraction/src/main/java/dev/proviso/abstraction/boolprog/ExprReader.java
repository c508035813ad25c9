// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.abstraction.boolprog.BooleanExpr.And;
import dev.proviso.abstraction.boolprog.BooleanExpr.Choose;
import dev.proviso.abstraction.boolprog.BooleanExpr.Equal;
import dev.proviso.abstraction.boolprog.BooleanExpr.Next;
import dev.proviso.abstraction.boolprog.BooleanExpr.Not;
import dev.proviso.abstraction.boolprog.BooleanExpr.Or;
import dev.proviso.abstraction.boolprog.BooleanExpr.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes conditions of ANTLR's trees. */
final class ExprReader {
  private final ReadContext context;
  private final Set<String> variables;

  /** What dialects agree on: which operators bind alike. */
  private enum Sort {
    IMPLIES,
    EQUAL,
    OR,
    XOR,
    AND
  }

  ExprReader(ReadContext context, Set<String> variables) {
    this.context = context;
    this.variables = variables;
  }

  List<BooleanExpr> values(List<BpParser.ExprContext> exprs) {
    List<BooleanExpr> result = new ArrayList<>();
    exprs.forEach(e -> result.add(value(e)));
    return result;
  }

  /** Over the values that variables have now. */
  BooleanExpr value(BpParser.ExprContext expr) {
    return read(expr, false);
  }

  /** Over the values before and after. */
  BooleanExpr constraint(BpParser.ExprContext expr) {
    return read(expr, true);
  }

  private BooleanExpr read(BpParser.ExprContext expr, boolean constrains) {
    List<BooleanExpr> operands = new ArrayList<>();
    expr.operand().forEach(o -> operands.add(operand(o, constrains)));
    List<String> operators = new ArrayList<>();
    expr.operator().forEach(o -> operators.add(o.getText()));
    check(expr, operators);
    return new Climber(operands, operators, context.precedence()).read(0);
  }

  /** What dialects read differently must be bracketed. */
  private void check(BpParser.ExprContext expr, List<String> operators) {
    boolean equality = operators.stream().anyMatch(o -> sort(o) == Sort.EQUAL);
    long sorts = operators.stream().map(ExprReader::sort).distinct().count();
    boolean xor = operators.contains("^");
    if (context.precedence() == Precedence.BRACKETED && (equality || xor) && sorts > 1) {
      context.error(
          expr,
          "without brackets this means one thing in one dialect and another in the next",
          "write brackets: (a & b) = c, or a & (b = c)",
          "or say which it is: --equality tight (as in C) or --equality loose (as in Boppo)");
    } else if (context.precedence() == Precedence.BRACKETED
        && operators.stream().filter(o -> o.equals("=>")).count() > 1) {
      context.error(expr, "a => b => c without brackets", "write a => (b => c)");
    }
  }

  private static Sort sort(String operator) {
    return switch (operator) {
      case "&", "&&" -> Sort.AND;
      case "|", "||" -> Sort.OR;
      case "^" -> Sort.XOR;
      case "=>" -> Sort.IMPLIES;
      default -> Sort.EQUAL;
    };
  }

  /** Precedence climbing; operators of one sort from left to right. */
  private static final class Climber {
    private final List<BooleanExpr> operands;
    private final List<String> operators;
    private final Precedence precedence;
    private int next;

    Climber(List<BooleanExpr> operands, List<String> operators, Precedence precedence) {
      this.operands = operands;
      this.operators = operators;
      this.precedence = precedence;
    }

    /** C: =&gt; | ^ &amp; =, and Boppo: =&gt; = ^ | &amp;, the loosest first. */
    private int strength(String operator) {
      boolean loose = precedence == Precedence.LOOSE;
      return switch (sort(operator)) {
        case IMPLIES -> 1;
        case EQUAL -> loose ? 1 : 5;
        case XOR -> loose ? 2 : 3;
        case OR -> loose ? 3 : 2;
        case AND -> 4;
      };
    }

    BooleanExpr read(int weakest) {
      BooleanExpr left = operands.get(next);
      while (next < operators.size() && strength(operators.get(next)) >= weakest) {
        String operator = operators.get(next);
        next++;
        // The loosest associate to the right.
        int strength = strength(operator);
        left = combine(operator, left, read(strength == 1 ? 1 : strength + 1));
      }
      return left;
    }

    private static BooleanExpr combine(String operator, BooleanExpr a, BooleanExpr b) {
      return switch (operator) {
        case "&", "&&" -> new And(a, b);
        case "|", "||" -> new Or(a, b);
        case "^", "!=" -> new Not(new Equal(a, b));
        case "=>" -> new Or(new Not(a), b);
        default -> new Equal(a, b);
      };
    }
  }

  private BooleanExpr operand(BpParser.OperandContext operand, boolean constrains) {
    return switch (operand) {
      case BpParser.NotContext e -> new Not(operand(e.operand(), constrains));
      case BpParser.BracketedContext e -> read(e.expr(), constrains);
      case BpParser.ChooseContext e ->
          new Choose(read(e.expr(0), constrains), read(e.expr(1), constrains));
      case BpParser.AnyContext e -> BooleanExpr.ANY;
      case BpParser.TrueContext e -> BooleanExpr.TRUE;
      case BpParser.FalseContext e -> BooleanExpr.FALSE;
      case BpParser.DigitContext e -> digit(e);
      case BpParser.VariableContext e -> new Variable(variable(e.name()));
      case BpParser.NextContext e -> {
        if (!constrains) {
          context.error(
              e,
              "a value after an assignment, where there is none",
              "'x stands in the condition behind constrain");
        }
        yield new Next(variable(e.name()));
      }
      default -> throw new IllegalStateException("an operand of no known form");
    };
  }

  private BooleanExpr digit(BpParser.DigitContext e) {
    return switch (e.getText()) {
      case "0" -> BooleanExpr.FALSE;
      case "1" -> BooleanExpr.TRUE;
      default -> {
        context.error(e, "'" + e.getText() + "' is no truth value", "write 0 or 1, F or T");
        yield BooleanExpr.FALSE;
      }
    };
  }

  String variable(BpParser.NameContext name) {
    if (!variables.contains(ReadContext.text(name))) {
      context.unknown(name, "variable", variables);
    }
    return ReadContext.text(name);
  }
}

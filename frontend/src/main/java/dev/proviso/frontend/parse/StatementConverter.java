// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTASMDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTBreakStatement;
import org.eclipse.cdt.core.dom.ast.IASTCaseStatement;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTContinueStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclarationStatement;
import org.eclipse.cdt.core.dom.ast.IASTDefaultStatement;
import org.eclipse.cdt.core.dom.ast.IASTDoStatement;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionList;
import org.eclipse.cdt.core.dom.ast.IASTExpressionStatement;
import org.eclipse.cdt.core.dom.ast.IASTForStatement;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTGotoStatement;
import org.eclipse.cdt.core.dom.ast.IASTIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTLabelStatement;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNullStatement;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemStatement;
import org.eclipse.cdt.core.dom.ast.IASTReturnStatement;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTSwitchStatement;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTWhileStatement;
import org.eclipse.cdt.core.dom.ast.gnu.IGNUASTGotoStatement;
import org.jspecify.annotations.Nullable;

/** CDT's statements to ours. */
final class StatementConverter {
  private final Conversion conversion;

  StatementConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  Statement.Block block(IASTCompoundStatement node) {
    List<Statement> statements = new ArrayList<>();
    for (IASTStatement statement : node.getStatements()) {
      add(statement, statements);
    }
    SourceRange end =
        conversion.places.word(Math.max(Conversion.offset(node), Conversion.end(node) - 1), 1);
    return new Statement.Block(conversion.places.of(node), statements, end);
  }

  /**
   * Adds what a statement is in a list: a label becomes a statement of its own, before the one that
   * it labels.
   */
  private void add(IASTStatement node, List<Statement> statements) {
    if (node instanceof IASTLabelStatement label) {
      var name = label.getName();
      statements.add(new Statement.Label(conversion.places.of(name), name.toString()));
      add(label.getNestedStatement(), statements);
    } else {
      statements.add(convert(node));
    }
  }

  Statement convert(IASTStatement node) {
    Place place = conversion.places.of(node);
    return switch (node) {
      case DialectNodes.Try n -> guarded(place, n);
      case DialectNodes.Leave n -> new Statement.Leave(place);
      case DialectNodes.Assembler n -> assembler(place, n);
      case IASTCompoundStatement n -> block(n);
      case IASTLabelStatement n -> labelled(place, n);
      case IASTExpressionStatement n ->
          new Statement.Evaluate(place, expression(n.getExpression(), node));
      case IASTDeclarationStatement n -> declaration(place, n);
      case IASTNullStatement n -> new Statement.Empty(place);
      case IASTIfStatement n -> ifStatement(place, n);
      case IASTWhileStatement n ->
          new Statement.While(
              place, keyword(n, 5), expression(n.getCondition(), n), body(n.getBody(), n));
      case IASTDoStatement n ->
          new Statement.DoWhile(
              place, keyword(n, 2), body(n.getBody(), n), expression(n.getCondition(), n));
      case IASTForStatement n -> forStatement(place, n);
      case IASTSwitchStatement n ->
          new Statement.Switch(
              place,
              keyword(n, 6),
              expression(n.getControllerExpression(), n),
              body(n.getBody(), n));
      case IASTCaseStatement n -> caseLabel(place, n.getExpression());
      case IASTDefaultStatement n -> new Statement.Default(place);
      case IGNUASTGotoStatement n ->
          new Statement.ComputedGoto(
              place, conversion.expressions.convert(withoutStar(n.getLabelNameExpression())));
      case IASTGotoStatement n -> new Statement.Goto(place, n.getName().toString());
      case IASTBreakStatement n -> new Statement.Break(place);
      case IASTContinueStatement n -> new Statement.Continue(place);
      case IASTReturnStatement n -> new Statement.Return(place, optional(n.getReturnValue()));
      case IASTProblemStatement n -> conversion.problem(n.getProblem());
      default -> conversion.unknown(node);
    };
  }

  private SourceRange keyword(IASTNode node, int length) {
    return conversion.places.word(Conversion.offset(node), length);
  }

  private @Nullable Expression optional(@Nullable IASTExpression node) {
    return node == null ? null : conversion.expressions.convert(node);
  }

  /** An expression that CDT leaves out only where it could not read it. */
  private Expression expression(@Nullable IASTExpression node, IASTNode owner) {
    return node == null
        ? conversion.problem(
            conversion.places.of(owner), "a condition or expression is missing here")
        : conversion.expressions.convert(node);
  }

  private Statement body(@Nullable IASTStatement node, IASTNode owner) {
    return node == null
        ? conversion.problem(conversion.places.of(owner), "a statement is missing after this")
        : convert(node);
  }

  private Statement labelled(Place place, IASTLabelStatement node) {
    List<Statement> statements = new ArrayList<>();
    add(node, statements);
    return new Statement.Block(
        place, statements, conversion.places.word(Math.max(0, Conversion.end(node) - 1), 1));
  }

  private Statement ifStatement(Place place, IASTIfStatement node) {
    Expression condition = expression(node.getConditionExpression(), node);
    Statement then = body(node.getThenClause(), node);
    IASTStatement otherwise = node.getElseClause();
    return new Statement.If(
        place, keyword(node, 2), condition, then, otherwise == null ? null : convert(otherwise));
  }

  private Statement forStatement(Place place, IASTForStatement node) {
    Statement first = body(node.getInitializerStatement(), node);
    Expression condition = optional(node.getConditionExpression());
    Expression step = optional(node.getIterationExpression());
    return new Statement.For(
        place, keyword(node, 3), first, condition, step, body(node.getBody(), node));
  }

  private Statement caseLabel(Place place, IASTExpression value) {
    if (value instanceof IASTBinaryExpression range
        && range.getOperator() == IASTBinaryExpression.op_ellipses) {
      return new Statement.Case(
          place,
          conversion.expressions.convert(range.getOperand1()),
          conversion.expressions.convert(range.getOperand2()));
    }
    return new Statement.Case(place, conversion.expressions.convert(value), null);
  }

  /** CDT reads the star of {@code goto *p} as part of the expression. */
  private static IASTExpression withoutStar(IASTExpression node) {
    return node instanceof IASTUnaryExpression star
            && star.getOperator() == IASTUnaryExpression.op_star
        ? star.getOperand()
        : node;
  }

  private Statement declaration(Place place, IASTDeclarationStatement node) {
    return switch (node.getDeclaration()) {
      case DialectNodes.Assertion n ->
          new Statement.Check(place, conversion.declarations.assertion(n));
      case IASTSimpleDeclaration n -> conversion.declarations.local(place, n);
      case IASTFunctionDefinition n ->
          new Statement.Nested(place, conversion.declarations.function(n));
      case IASTASMDeclaration n ->
          new Statement.Asm(
              place, n.getAssembly(), List.of(), List.of(), List.of(), List.of(), false);
      case IASTProblemDeclaration n -> conversion.problem(n.getProblem());
      default -> conversion.unknown(node.getDeclaration());
    };
  }

  private Statement guarded(Place place, DialectNodes.Try node) {
    SourceRange keyword = keyword(node, 5);
    Statement.Block body = block((IASTCompoundStatement) node.getThenClause());
    IASTExpression filter = node.getConditionExpression();
    Expression condition = filter == null ? null : conversion.expressions.convert(filter);
    Statement.Block handler = block((IASTCompoundStatement) node.getElseClause());
    return condition == null
        ? new Statement.TryFinally(place, keyword, body, handler)
        : new Statement.TryExcept(place, keyword, body, condition, handler);
  }

  private Statement assembler(Place place, DialectNodes.Assembler node) {
    var text = node.text;
    IASTExpression[] operands = ((IASTExpressionList) node.getExpression()).getExpressions();
    List<Statement.AsmOperand> converted = new ArrayList<>();
    for (int i = 0; i < operands.length; i++) {
      converted.add(
          new Statement.AsmOperand(
              text.constraints().get(i), conversion.expressions.convert(operands[i])));
    }
    return new Statement.Asm(
        place,
        text.text(),
        converted.subList(0, text.outputs()),
        converted.subList(text.outputs(), converted.size()),
        text.clobbers(),
        text.labels(),
        text.operandsKnown());
  }
}

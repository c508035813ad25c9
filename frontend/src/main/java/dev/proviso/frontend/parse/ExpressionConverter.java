// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Designator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Expression.Literal;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTArraySubscriptExpression;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTConditionalExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionList;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTProblemExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.c.ICASTTypeIdInitializerExpression;
import org.eclipse.cdt.core.dom.ast.gnu.IGNUASTCompoundStatementExpression;

/** CDT's expressions to ours. */
final class ExpressionConverter {
  private final Conversion conversion;

  ExpressionConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  Expression convert(IASTInitializerClause node) {
    Place place = conversion.places.of(node);
    return switch (node) {
      case DialectNodes.Generic n -> generic(place, n);
      case DialectNodes.VariadicArgument n ->
          new Expression.VariadicArgument(
              place, convert(n.getOperand()), conversion.types.typeName(n.getTypeId()));
      case DialectNodes.Offsetof n -> offsetof(place, n);
      case DialectNodes.TypesCompatible n ->
          new Expression.TypesCompatible(
              place,
              conversion.types.typeName(n.getTypeId()),
              conversion.types.typeName(((IASTTypeIdExpression) n.getOperand()).getTypeId()));
      case DialectNodes.ComplexPart n ->
          new Expression.Unary(
              place,
              n.imaginary ? UnaryOperator.IMAGINARY : UnaryOperator.REAL,
              convert(n.getOperand()));
      case IASTIdExpression n -> new Expression.Identifier(place, n.getName().toString());
      case IASTLiteralExpression n -> literal(place, n);
      case IASTUnaryExpression n -> unary(place, n);
      case IASTBinaryExpression n -> binary(place, n);
      case IASTConditionalExpression n -> conditional(place, n);
      case IASTExpressionList n -> list(place, n.getExpressions());
      case IASTCastExpression n ->
          new Expression.Cast(
              place, conversion.types.typeName(n.getTypeId()), convert(n.getOperand()));
      case ICASTTypeIdInitializerExpression n ->
          new Expression.CompoundLiteral(
              place,
              conversion.types.typeName(n.getTypeId()),
              conversion.declarators.braces(n.getInitializer()));
      case IASTFunctionCallExpression n ->
          new Expression.Call(
              place, convert(n.getFunctionNameExpression()), convertAll(n.getArguments()));
      case IASTArraySubscriptExpression n ->
          new Expression.Index(place, convert(n.getArrayExpression()), convert(n.getArgument()));
      case IASTFieldReference n -> member(place, n);
      case IASTTypeIdExpression n -> typeQuery(place, n);
      case IGNUASTCompoundStatementExpression n ->
          new Expression.StatementExpression(
              place, conversion.statements.block(n.getCompoundStatement()));
      case IASTProblemExpression n -> conversion.problem(n.getProblem());
      default -> conversion.unknown(node);
    };
  }

  List<Expression> convertAll(IASTInitializerClause[] nodes) {
    return Arrays.stream(nodes).map(this::convert).toList();
  }

  private static Expression literal(Place place, IASTLiteralExpression node) {
    Literal.Kind kind =
        switch (node.getKind()) {
          case IASTLiteralExpression.lk_integer_constant -> Literal.Kind.INTEGER;
          case IASTLiteralExpression.lk_float_constant -> Literal.Kind.FLOATING;
          case IASTLiteralExpression.lk_char_constant -> Literal.Kind.CHARACTER;
          default -> Literal.Kind.STRING;
        };
    return new Literal(place, kind, new String(node.getValue()));
  }

  private Expression unary(Place place, IASTUnaryExpression node) {
    IASTExpression operand = node.getOperand();
    return switch (node.getOperator()) {
      case IASTUnaryExpression.op_bracketedPrimary -> convert(operand);
      case IASTUnaryExpression.op_sizeof ->
          new Expression.SizeofExpression(place, convert(operand));
      case IASTUnaryExpression.op_alignOf ->
          new Expression.AlignofExpression(place, convert(operand));
      case IASTUnaryExpression.op_labelReference ->
          operand instanceof IASTIdExpression id
              ? new Expression.LabelAddress(place, id.getName().toString())
              : conversion.unknown(node);
      case IASTUnaryExpression.op_plus -> unary(place, UnaryOperator.PLUS, operand);
      case IASTUnaryExpression.op_minus -> unary(place, UnaryOperator.MINUS, operand);
      case IASTUnaryExpression.op_tilde -> unary(place, UnaryOperator.COMPLEMENT, operand);
      case IASTUnaryExpression.op_not -> unary(place, UnaryOperator.NOT, operand);
      case IASTUnaryExpression.op_star -> unary(place, UnaryOperator.DEREFERENCE, operand);
      case IASTUnaryExpression.op_amper -> unary(place, UnaryOperator.ADDRESS, operand);
      case IASTUnaryExpression.op_prefixIncr -> unary(place, UnaryOperator.PRE_INCREMENT, operand);
      case IASTUnaryExpression.op_prefixDecr -> unary(place, UnaryOperator.PRE_DECREMENT, operand);
      case IASTUnaryExpression.op_postFixIncr ->
          unary(place, UnaryOperator.POST_INCREMENT, operand);
      case IASTUnaryExpression.op_postFixDecr ->
          unary(place, UnaryOperator.POST_DECREMENT, operand);
      default -> conversion.unknown(node);
    };
  }

  private Expression unary(Place place, UnaryOperator operator, IASTExpression operand) {
    return new Expression.Unary(place, operator, convert(operand));
  }

  private Expression binary(Place place, IASTBinaryExpression node) {
    Expression left = convert(node.getOperand1());
    Expression right = convert(node.getInitOperand2());
    var operator = BinaryOperators.binary(node.getOperator());
    if (operator != null) {
      var range =
          conversion.operatorBetween(
              node.getOperand1(), node.getInitOperand2(), operator.text().length());
      return new Expression.Binary(place, operator, left, right, range);
    }
    return BinaryOperators.isAssignment(node.getOperator())
        ? new Expression.Assign(place, BinaryOperators.assigned(node.getOperator()), left, right)
        : conversion.unknown(node);
  }

  private Expression conditional(Place place, IASTConditionalExpression node) {
    IASTExpression condition = node.getLogicalConditionExpression();
    IASTExpression then = node.getPositiveResultExpression();
    IASTExpression otherwise = node.getNegativeResultExpression();
    if (otherwise == null) {
      return conversion.problem(place, "a ':' is missing after '?'");
    }
    var operator = conversion.operatorBetween(condition, then == null ? otherwise : then, 1);
    return new Expression.Conditional(
        place,
        convert(condition),
        then == null ? null : convert(then),
        convert(otherwise),
        operator);
  }

  private Expression list(Place place, IASTExpression[] nodes) {
    return nodes.length == 1 ? convert(nodes[0]) : new Expression.Comma(place, convertAll(nodes));
  }

  private Expression member(Place place, IASTFieldReference node) {
    Expression owner = convert(node.getFieldOwner());
    String name = node.getFieldName().toString();
    return node.isPointerDereference()
        ? new Expression.MemberOfPointer(place, owner, name)
        : new Expression.MemberOf(place, owner, name);
  }

  private Expression typeQuery(Place place, IASTTypeIdExpression node) {
    return switch (node.getOperator()) {
      case IASTTypeIdExpression.op_sizeof ->
          new Expression.SizeofType(place, conversion.types.typeName(node.getTypeId()));
      case IASTTypeIdExpression.op_alignof ->
          new Expression.AlignofType(place, conversion.types.typeName(node.getTypeId()));
      default -> conversion.unknown(node);
    };
  }

  private Expression generic(Place place, DialectNodes.Generic node) {
    IASTExpression[] parts = node.getExpressions();
    List<Expression.Association> associations = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      if (i != node.defaultAt && parts[i] instanceof DialectNodes.Association typed) {
        associations.add(
            new Expression.Association(
                conversion.types.typeName(typed.getTypeId()), convert(typed.getOperand())));
      } else {
        associations.add(new Expression.Association(null, convert(parts[i])));
      }
    }
    return new Expression.GenericSelection(place, convert(parts[0]), associations);
  }

  private Expression offsetof(Place place, DialectNodes.Offsetof node) {
    List<Designator> path = new ArrayList<>();
    return path(node.getOperand(), path)
        ? new Expression.Offsetof(place, conversion.types.typeName(node.getTypeId()), path)
        : conversion.unknown(node);
  }

  /** Adds the steps of {@code a.b[1]} to the path; false if it is not of that form. */
  private boolean path(IASTExpression node, List<Designator> path) {
    Place place = conversion.places.of(node);
    switch (node) {
      case IASTIdExpression n -> {
        path.add(new Designator.Field(place, n.getName().toString()));
        return true;
      }
      case IASTFieldReference n -> {
        boolean known = path(n.getFieldOwner(), path);
        if (n.isPointerDereference()) {
          path.add(new Designator.Index(place, new Literal(place, Literal.Kind.INTEGER, "0")));
        }
        path.add(new Designator.Field(place, n.getFieldName().toString()));
        return known;
      }
      case IASTArraySubscriptExpression n -> {
        boolean known = path(n.getArrayExpression(), path);
        path.add(new Designator.Index(place, convert(n.getArgument())));
        return known;
      }
      default -> {
        return false;
      }
    }
  }
}

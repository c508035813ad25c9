// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.BinaryOperator;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.jspecify.annotations.Nullable;

/** CDT's numbers of operators to ours. */
final class BinaryOperators {
  private BinaryOperators() {}

  static @Nullable BinaryOperator binary(int operator) {
    return switch (operator) {
      case IASTBinaryExpression.op_multiply -> BinaryOperator.MULTIPLY;
      case IASTBinaryExpression.op_divide -> BinaryOperator.DIVIDE;
      case IASTBinaryExpression.op_modulo -> BinaryOperator.REMAINDER;
      case IASTBinaryExpression.op_plus -> BinaryOperator.ADD;
      case IASTBinaryExpression.op_minus -> BinaryOperator.SUBTRACT;
      case IASTBinaryExpression.op_shiftLeft -> BinaryOperator.SHIFT_LEFT;
      case IASTBinaryExpression.op_shiftRight -> BinaryOperator.SHIFT_RIGHT;
      case IASTBinaryExpression.op_lessThan -> BinaryOperator.LESS;
      case IASTBinaryExpression.op_greaterThan -> BinaryOperator.GREATER;
      case IASTBinaryExpression.op_lessEqual -> BinaryOperator.LESS_EQUAL;
      case IASTBinaryExpression.op_greaterEqual -> BinaryOperator.GREATER_EQUAL;
      case IASTBinaryExpression.op_equals -> BinaryOperator.EQUAL;
      case IASTBinaryExpression.op_notequals -> BinaryOperator.NOT_EQUAL;
      case IASTBinaryExpression.op_binaryAnd -> BinaryOperator.BIT_AND;
      case IASTBinaryExpression.op_binaryXor -> BinaryOperator.BIT_XOR;
      case IASTBinaryExpression.op_binaryOr -> BinaryOperator.BIT_OR;
      case IASTBinaryExpression.op_logicalAnd -> BinaryOperator.LOGICAL_AND;
      case IASTBinaryExpression.op_logicalOr -> BinaryOperator.LOGICAL_OR;
      default -> null;
    };
  }

  static boolean isAssignment(int operator) {
    return operator == IASTBinaryExpression.op_assign || assigned(operator) != null;
  }

  /** The operator that a compound assignment applies. */
  static @Nullable BinaryOperator assigned(int operator) {
    return switch (operator) {
      case IASTBinaryExpression.op_multiplyAssign -> BinaryOperator.MULTIPLY;
      case IASTBinaryExpression.op_divideAssign -> BinaryOperator.DIVIDE;
      case IASTBinaryExpression.op_moduloAssign -> BinaryOperator.REMAINDER;
      case IASTBinaryExpression.op_plusAssign -> BinaryOperator.ADD;
      case IASTBinaryExpression.op_minusAssign -> BinaryOperator.SUBTRACT;
      case IASTBinaryExpression.op_shiftLeftAssign -> BinaryOperator.SHIFT_LEFT;
      case IASTBinaryExpression.op_shiftRightAssign -> BinaryOperator.SHIFT_RIGHT;
      case IASTBinaryExpression.op_binaryAndAssign -> BinaryOperator.BIT_AND;
      case IASTBinaryExpression.op_binaryXorAssign -> BinaryOperator.BIT_XOR;
      case IASTBinaryExpression.op_binaryOrAssign -> BinaryOperator.BIT_OR;
      default -> null;
    };
  }
}

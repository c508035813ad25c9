// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTCastExpression;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTExpressionList;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTExpressionStatement;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTIfStatement;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTSimpleDeclaration;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTUnaryExpression;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that CDT's tree lacks. Each extends the CDT node with the same children, so that CDT's
 * visitors walk it and resolve what is ambiguous in it.
 */
final class DialectNodes {
  private DialectNodes() {}

  /**
   * {@code __try}: the then clause is its body, the else clause its handler. Without a condition it
   * is {@code __finally}.
   */
  static final class Try extends CASTIfStatement {
    Try(IASTStatement body, @Nullable IASTExpression filter, IASTStatement handler) {
      super(filter, body, handler);
    }
  }

  /** {@code __leave}. */
  static final class Leave extends CASTExpressionStatement {}

  /** Assembler text; its expression is the list of its operands, outputs first. */
  static final class Assembler extends CASTExpressionStatement {
    final AssemblerText text;

    Assembler(AssemblerText text, CASTExpressionList operands) {
      super(operands);
      this.text = text;
    }
  }

  /** The parts of assembler text that are no expressions: one constraint for each operand. */
  record AssemblerText(
      String text,
      List<String> constraints,
      int outputs,
      List<String> clobbers,
      List<String> labels,
      boolean operandsKnown) {}

  /** {@code _Static_assert}: its specifier is a typeof of the condition. */
  static final class Assertion extends CASTSimpleDeclaration {
    final String message;

    Assertion(String message) {
      this.message = message;
    }
  }

  /** {@code __real__} or {@code __imag__}. */
  static final class ComplexPart extends CASTUnaryExpression {
    final boolean imaginary;

    ComplexPart(boolean imaginary, IASTExpression operand) {
      super(op_plus, operand);
      this.imaginary = imaginary;
    }
  }

  /** {@code _Generic}: the controlling expression, then associations, then perhaps the default. */
  static final class Generic extends CASTExpressionList {
    /** Where the default stands among the expressions, or -1. */
    int defaultAt = -1;
  }

  /** {@code type: value} in {@code _Generic}. */
  static final class Association extends CASTCastExpression {
    Association(IASTTypeId type, IASTExpression value) {
      super(type, value);
    }
  }

  /** {@code va_arg(operand, type)}. */
  static final class VariadicArgument extends CASTCastExpression {
    VariadicArgument(IASTTypeId type, IASTExpression list) {
      super(type, list);
    }
  }

  /**
   * {@code offsetof(type, operand)}; the operand is the member's access path, begun by its first
   * member's name.
   */
  static final class Offsetof extends CASTCastExpression {
    Offsetof(IASTTypeId type, IASTExpression path) {
      super(type, path);
    }
  }

  /** {@code __builtin_types_compatible_p(type, other)}; the operand is {@code sizeof(other)}. */
  static final class TypesCompatible extends CASTCastExpression {
    TypesCompatible(IASTTypeId type, IASTExpression sizeofOther) {
      super(type, sizeofOther);
    }
  }
}

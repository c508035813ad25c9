// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.Map;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.dom.parser.BacktrackException;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that CDT's parser lacks: {@code _Generic}, {@code __real__}, and builtins whose
 * arguments are types.
 */
final class DialectExpressions extends DialectParser {
  private static final Map<String, Form> FORMS =
      Map.of(
          "_Generic", Form.GENERIC,
          "__builtin_va_arg", Form.VARIADIC_ARGUMENT,
          "__builtin_offsetof", Form.OFFSETOF,
          "__builtin_types_compatible_p", Form.TYPES_COMPATIBLE);

  private enum Form {
    GENERIC,
    VARIADIC_ARGUMENT,
    OFFSETOF,
    TYPES_COMPATIBLE
  }

  DialectExpressions(DialectScanner tokens) {
    super(tokens);
  }

  @Override
  protected IASTExpression unaryExpression(
      CastExprCtx context, @Nullable ITemplateIdStrategy strategy)
      throws EndOfFileException, BacktrackException {
    boolean real = atWord("__real__") || atWord("__real");
    boolean imaginary = atWord("__imag__") || atWord("__imag");
    if (!real && !imaginary) {
      return super.unaryExpression(context, strategy);
    }
    int offset = consume().getOffset();
    IASTExpression operand = castExpression(CastExprCtx.eNotInBExpr, null);
    return setRange(
        new DialectNodes.ComplexPart(imaginary, operand), offset, calculateEndOffset(operand));
  }

  @Override
  protected IASTExpression primaryExpression(
      CastExprCtx context, @Nullable ITemplateIdStrategy strategy)
      throws EndOfFileException, BacktrackException {
    Form form = LT(1) == IToken.tIDENTIFIER ? FORMS.get(LA(1).getImage()) : null;
    if (form == null) {
      return super.primaryExpression(context, strategy);
    }
    int offset = consume().getOffset();
    consume(IToken.tLPAREN);
    IASTExpression result =
        switch (form) {
          case GENERIC -> generic();
          case VARIADIC_ARGUMENT -> variadicArgument();
          case OFFSETOF -> offsetof();
          case TYPES_COMPATIBLE -> typesCompatible();
        };
    return setRange(result, offset, consume(IToken.tRPAREN).getEndOffset());
  }

  private IASTExpression generic() throws EndOfFileException, BacktrackException {
    DialectNodes.Generic result = new DialectNodes.Generic();
    result.addExpression(constantExpression());
    while (LT(1) == IToken.tCOMMA) {
      consume();
      if (LT(1) == IToken.t_default) {
        consume();
        consume(IToken.tCOLON);
        result.defaultAt = result.getExpressions().length;
        result.addExpression(constantExpression());
      } else {
        IASTTypeId type = typeBeforeColon();
        consume(IToken.tCOLON);
        IASTExpression value = constantExpression();
        result.addExpression(
            setRange(
                new DialectNodes.Association(type, value),
                ((ASTNode) type).getOffset(),
                calculateEndOffset(value)));
      }
    }
    return result;
  }

  /**
   * CDT rejects a type before a colon, as it could be a bit-field: for the time of reading the
   * type, the colon is a parenthesis.
   */
  private IASTTypeId typeBeforeColon() throws EndOfFileException, BacktrackException {
    int ahead = 1;
    for (int depth = 0; depth > 0 || LT(ahead) != IToken.tCOLON; ahead++) {
      switch (LT(ahead)) {
        case IToken.tLPAREN, IToken.tLBRACKET, IToken.tLBRACE -> depth++;
        case IToken.tRPAREN, IToken.tRBRACKET, IToken.tRBRACE -> depth--;
        case IToken.tSEMI -> throw unexpected();
        default -> {}
      }
      if (depth < 0) {
        throw unexpected();
      }
    }
    IToken colon = LA(ahead);
    colon.setType(IToken.tRPAREN);
    try {
      return requireTypeId();
    } finally {
      colon.setType(IToken.tCOLON);
    }
  }

  private IASTExpression variadicArgument() throws EndOfFileException, BacktrackException {
    IASTExpression list = constantExpression();
    consume(IToken.tCOMMA);
    return new DialectNodes.VariadicArgument(requireTypeId(), list);
  }

  private IASTExpression offsetof() throws EndOfFileException, BacktrackException {
    IASTTypeId type = requireTypeId();
    consume(IToken.tCOMMA);
    return new DialectNodes.Offsetof(type, constantExpression());
  }

  private IASTExpression typesCompatible() throws EndOfFileException, BacktrackException {
    IASTTypeId type = requireTypeId();
    consume(IToken.tCOMMA);
    IASTTypeId other = requireTypeId();
    IASTExpression holder =
        getNodeFactory().newTypeIdExpression(IASTTypeIdExpression.op_sizeof, other);
    return new DialectNodes.TypesCompatible(type, setRange(holder, other));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.internal.core.dom.parser.BacktrackException;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTExpressionList;

/**
 * Assembler statements: GNU's {@code asm("text" : outputs : inputs : clobbers : labels);} and
 * Microsoft's {@code __asm}.
 */
final class AssemblerParser {
  private final DialectParser parser;
  private final CASTExpressionList operands = new CASTExpressionList();
  private final List<String> constraints = new ArrayList<>();
  private final List<String> clobbers = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private int outputs;

  AssemblerParser(DialectParser parser) {
    this.parser = parser;
  }

  IASTStatement statement() throws EndOfFileException, BacktrackException {
    IToken keyword = parser.take();
    while (parser.next() == IToken.t_volatile
        || parser.next() == IToken.t_goto
        || parser.next() == IToken.t_inline
        || parser.next() == IToken.t_const) {
      parser.take();
    }
    return parser.next() == IToken.tLPAREN ? gnu(keyword) : microsoft(keyword);
  }

  private IASTStatement gnu(IToken keyword) throws EndOfFileException, BacktrackException {
    parser.take();
    String text = parser.take(IToken.tSTRING).getImage();
    int section = 0;
    while (parser.next() != IToken.tRPAREN) {
      IToken separator = parser.take();
      switch (separator.getType()) {
        case IToken.tCOLON -> section++;
        case IToken.tCOLONCOLON -> section += 2;
        case IToken.tCOMMA -> {}
        default -> throw parser.unexpected();
      }
      if (parser.next() != IToken.tRPAREN
          && parser.next() != IToken.tCOLON
          && parser.next() != IToken.tCOLONCOLON) {
        entry(section);
      }
    }
    parser.take();
    return statement(keyword, text, parser.take(IToken.tSEMI), true);
  }

  private void entry(int section) throws EndOfFileException, BacktrackException {
    switch (section) {
      case 1 -> {
        operand();
        outputs++;
      }
      case 2 -> operand();
      case 3 -> clobbers.add(parser.take(IToken.tSTRING).getImage());
      case 4 -> labels.add(parser.take(IToken.tIDENTIFIER).getImage());
      default -> throw parser.unexpected();
    }
  }

  private void operand() throws EndOfFileException, BacktrackException {
    String name = "";
    if (parser.next() == IToken.tLBRACKET) {
      parser.take();
      name = "[" + parser.take(IToken.tIDENTIFIER).getImage() + "]";
      parser.take(IToken.tRBRACKET);
    }
    constraints.add(name + parser.take(IToken.tSTRING).getImage());
    parser.take(IToken.tLPAREN);
    operands.addExpression(parser.fullExpression());
    parser.take(IToken.tRPAREN);
  }

  /** In braces, or up to the end of the line. */
  private IASTStatement microsoft(IToken keyword) throws EndOfFileException, BacktrackException {
    StringBuilder text = new StringBuilder();
    IToken last = keyword;
    if (parser.next() == IToken.tLBRACE) {
      int depth = 0;
      do {
        last = parser.take();
        depth += last.getType() == IToken.tLBRACE ? 1 : last.getType() == IToken.tRBRACE ? -1 : 0;
        text.append(last.getImage()).append(' ');
      } while (depth > 0);
      if (parser.next() == IToken.tSEMI) {
        last = parser.take();
      }
    } else {
      while (parser.next() != IToken.tRBRACE
          && parser.sameLine(keyword.getEndOffset(), parser.peek().getOffset())) {
        last = parser.take();
        text.append(last.getImage()).append(' ');
      }
    }
    return statement(keyword, text.toString().strip(), last, false);
  }

  private IASTStatement statement(IToken keyword, String text, IToken last, boolean operandsKnown) {
    operands.setOffsetAndLength(keyword.getOffset(), last.getEndOffset() - keyword.getOffset());
    var parts =
        new DialectNodes.AssemblerText(text, constraints, outputs, clobbers, labels, operandsKnown);
    DialectNodes.Assembler result = new DialectNodes.Assembler(parts, operands);
    result.setOffsetAndLength(keyword.getOffset(), last.getEndOffset() - keyword.getOffset());
    return result;
  }
}

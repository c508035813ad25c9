// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.cdt.core.dom.ast.IASTAttributeList;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemExpression;
import org.eclipse.cdt.core.dom.ast.IASTProblemStatement;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IBasicType;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IScope;
import org.eclipse.cdt.core.dom.ast.c.ICASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.parser.IBuiltinBindingsProvider;
import org.eclipse.cdt.core.dom.parser.c.GCCParserExtensionConfiguration;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IGCCToken;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ParserMode;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.dom.parser.BacktrackException;
import org.eclipse.cdt.internal.core.dom.parser.DeclarationOptions;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTCompoundStatement;
import org.eclipse.cdt.internal.core.dom.parser.c.CASTSimpleDeclSpecifier;
import org.eclipse.cdt.internal.core.dom.parser.c.CBasicType;
import org.eclipse.cdt.internal.core.dom.parser.c.CImplicitTypedef;
import org.eclipse.cdt.internal.core.dom.parser.c.GNUCSourceParser;
import org.jspecify.annotations.Nullable;

/**
 * CDT's GNU C parser with what it lacks: {@code _Static_assert}, structured exception handling,
 * assembler operands, labels before closing braces and case labels below other statements.
 * Expressions are in {@link DialectExpressions}. It also notes what CDT reads and drops:
 * attributes, assembler names, and at which token it got stuck.
 */
class DialectParser extends GNUCSourceParser {
  private final DialectScanner tokens;
  private final NavigableMap<Integer, IASTAttributeList> attributes = new TreeMap<>();
  private final NavigableMap<Integer, String> assemblerNames = new TreeMap<>();
  private final Map<IASTNode, Integer> structKeywords = new IdentityHashMap<>();
  private final Map<Integer, Stuck> stuck = new HashMap<>();
  private int tryDepth;

  /**
   * Where parsing got stuck.
   *
   * @param token the last token that was asked for
   * @param atEnd whether more was asked for than there is
   */
  record Stuck(IToken token, boolean atEnd) {}

  DialectParser(DialectScanner tokens) {
    super(tokens, ParserMode.COMPLETE_PARSE, new NullLogService(), new Configuration(), null);
    this.tokens = tokens;
  }

  /** GNU's C, without the builtin functions: their names need no declaration here. */
  private static final class Configuration extends GCCParserExtensionConfiguration {
    @Override
    public IBuiltinBindingsProvider getBuiltinBindingsProvider() {
      return new BuiltinTypes();
    }
  }

  /**
   * Names of types that nobody declares; so that CDT does not take them for variables where both
   * could stand.
   */
  private static final class BuiltinTypes implements IBuiltinBindingsProvider {
    private static final List<String> NAMES =
        List.of("__builtin_va_list", "_Float16", "__auto_type");

    @Override
    public IBinding[] getBuiltinBindings(IScope scope) {
      return NAMES.stream()
          .map(
              n ->
                  new CImplicitTypedef(
                      new CBasicType(IBasicType.Kind.eInt, 0), n.toCharArray(), scope))
          .toArray(IBinding[]::new);
    }

    @Override
    public boolean isKnownBuiltin(char[] name) {
      return NAMES.contains(new String(name));
    }
  }

  /**
   * Every attribute and {@code __declspec} list by its offset; taken out as they find their place.
   */
  NavigableMap<Integer, IASTAttributeList> attributes() {
    return attributes;
  }

  /** GNU's assembler names, as literals, by offset. */
  NavigableMap<Integer, String> assemblerNames() {
    return assemblerNames;
  }

  /** Where the keyword of each struct and union definition stands. */
  Map<IASTNode, Integer> structKeywords() {
    return structKeywords;
  }

  /** The tokens at which parsing got stuck, by the offset of what was being parsed. */
  Map<Integer, Stuck> stuck() {
    return stuck;
  }

  // What CDT drops

  @Override
  protected @Nullable IASTAttributeList __attribute__()
      throws BacktrackException, EndOfFileException {
    return note(super.__attribute__());
  }

  @Override
  protected @Nullable IASTAttributeList __declspec() throws BacktrackException, EndOfFileException {
    return note(super.__declspec());
  }

  private @Nullable IASTAttributeList note(@Nullable IASTAttributeList list) {
    if (list instanceof ASTNode node) {
      attributes.put(node.getOffset(), list);
    }
    return list;
  }

  @Override
  protected IToken asmExpression(@Nullable StringBuilder content)
      throws EndOfFileException, BacktrackException {
    int offset = LA(1).getOffset();
    StringBuilder text = content == null ? new StringBuilder() : content;
    IToken last = super.asmExpression(text);
    if (content == null) {
      assemblerNames.put(offset, text.toString());
    }
    return last;
  }

  @Override
  protected ICASTCompositeTypeSpecifier structOrUnionSpecifier()
      throws BacktrackException, EndOfFileException {
    int keyword = LA(1).getOffset();
    ICASTCompositeTypeSpecifier specifier = super.structOrUnionSpecifier();
    structKeywords.put(specifier, keyword);
    return specifier;
  }

  @Override
  protected IASTProblemStatement skipProblemStatement(int offset) {
    noteStuck(offset);
    return super.skipProblemStatement(offset);
  }

  @Override
  protected IASTProblemDeclaration skipProblemDeclaration(
      int offset, @Nullable IASTProblem original) {
    noteStuck(offset);
    return super.skipProblemDeclaration(offset, original);
  }

  @Override
  protected IASTProblemExpression skipProblemConditionInParenthesis(int offset) {
    noteStuck(offset);
    return super.skipProblemConditionInParenthesis(offset);
  }

  private void noteStuck(int offset) {
    IToken furthest = tokens.furthest();
    if (furthest != null) {
      stuck.putIfAbsent(offset, new Stuck(furthest, tokens.isAtEnd()));
    }
  }

  // Declarations

  @Override
  protected IASTDeclaration declaration(DeclarationOptions options)
      throws EndOfFileException, BacktrackException {
    return atAssertion() ? assertion() : super.declaration(options);
  }

  private boolean atAssertion() throws EndOfFileException {
    return (atWord("_Static_assert") || atWord("static_assert")) && LT(2) == IToken.tLPAREN;
  }

  private IASTDeclaration assertion() throws EndOfFileException, BacktrackException {
    int offset = consume().getOffset();
    consume(IToken.tLPAREN);
    IASTExpression condition = constantExpression();
    String message = "";
    if (LT(1) == IToken.tCOMMA) {
      consume();
      message = consume().getImage();
    }
    consume(IToken.tRPAREN);
    int end = consume(IToken.tSEMI).getEndOffset();
    CASTSimpleDeclSpecifier holder = new CASTSimpleDeclSpecifier();
    holder.setDeclTypeExpression(condition);
    setRange(holder, offset, end);
    DialectNodes.Assertion assertion = new DialectNodes.Assertion(message);
    assertion.setDeclSpecifier(holder);
    return setRange(assertion, offset, end);
  }

  // Statements

  @Override
  protected IASTStatement statement() throws EndOfFileException, BacktrackException {
    switch (LT(1)) {
      case IToken.t_case, IToken.t_default -> {
        return declarationMark == LA(1) ? super.statement() : labelledByCases();
      }
      case IToken.t_asm -> {
        return new AssemblerParser(this).statement();
      }
      case IGCCToken.t__attribute__ -> {
        IASTStatement empty = attributesAlone();
        return empty == null ? super.statement() : empty;
      }
      case IToken.tIDENTIFIER -> {
        if ((atWord("__try") || atWord("try")) && LT(2) == IToken.tLBRACE) {
          return tryStatement();
        }
        if (atAssertion()) {
          IASTDeclaration assertion = assertion();
          return setRange(getNodeFactory().newDeclarationStatement(assertion), assertion);
        }
        if ((atWord("__leave") || tryDepth > 0 && atWord("leave")) && LT(2) == IToken.tSEMI) {
          int offset = consume().getOffset();
          return setRange(new DialectNodes.Leave(), offset, consume().getEndOffset());
        }
        return super.statement();
      }
      default -> {
        return super.statement();
      }
    }
  }

  /**
   * A case label that is not directly in a block, with the statement that it labels. CDT takes such
   * a label for the whole statement.
   */
  private IASTStatement labelledByCases() throws EndOfFileException, BacktrackException {
    CASTCompoundStatement result = new CASTCompoundStatement();
    int offset = LA(1).getOffset();
    while (LT(1) == IToken.t_case || LT(1) == IToken.t_default) {
      result.addStatement(super.statement());
    }
    IASTStatement last = statement();
    result.addStatement(last);
    return setRange(result, offset, calculateEndOffset(last));
  }

  @Override
  protected IASTStatement parseLabelStatement() throws EndOfFileException, BacktrackException {
    IToken start = mark();
    consume();
    IToken colon = consume();
    __attribute_decl_seq(true, false);
    if (LT(1) != IToken.tRBRACE && LT(1) != IToken.tSEMI) {
      IToken after = mark();
      backup(start);
      return colon.getNext() == after
          ? super.parseLabelStatement()
          : labelBefore(start, colon, after);
    }
    return labelBefore(start, colon, mark());
  }

  private IASTStatement labelBefore(IToken name, IToken colon, IToken next)
      throws EndOfFileException, BacktrackException {
    backup(name);
    var label = getNodeFactory().newLabelStatement(identifier(), null);
    backup(next);
    IASTStatement nested;
    if (LT(1) == IToken.tRBRACE) {
      nested =
          setRange(getNodeFactory().newNullStatement(), colon.getOffset(), colon.getEndOffset());
    } else {
      nested = statement();
    }
    label.setNestedStatement(nested);
    return setRange(label, name.getOffset(), calculateEndOffset(nested));
  }

  /** {@code __attribute__((fallthrough));}. */
  private @Nullable IASTStatement attributesAlone() throws EndOfFileException, BacktrackException {
    IToken start = mark();
    __attribute_decl_seq(true, false);
    if (LT(1) == IToken.tSEMI) {
      return parseNullStatement();
    }
    backup(start);
    return null;
  }

  /**
   * With Microsoft's words, or without their underscores as the kernel's headers let them be
   * written.
   */
  private IASTStatement tryStatement() throws EndOfFileException, BacktrackException {
    int offset = consume().getOffset();
    IASTCompoundStatement body = tryBody();
    IASTExpression filter = null;
    if (atWord("__except") || atWord("except")) {
      consume();
      consume(IToken.tLPAREN);
      filter = expression();
      consume(IToken.tRPAREN);
    } else if (atWord("__finally") || atWord("finally")) {
      consume();
    } else {
      throwBacktrack(LA(1));
    }
    IASTCompoundStatement handler = compoundStatement();
    return setRange(
        new DialectNodes.Try(body, filter, handler), offset, calculateEndOffset(handler));
  }

  private IASTCompoundStatement tryBody() throws EndOfFileException, BacktrackException {
    tryDepth++;
    try {
      return compoundStatement();
    } finally {
      tryDepth--;
    }
  }

  // For the other parts of the dialect, in their own files

  /** Whether the next token is that identifier. */
  final boolean atWord(String word) throws EndOfFileException {
    return LT(1) == IToken.tIDENTIFIER && LA(1).getImage().equals(word);
  }

  final int next() throws EndOfFileException {
    return LT(1);
  }

  final IToken take() throws EndOfFileException {
    return consume();
  }

  final IToken take(int type) throws EndOfFileException, BacktrackException {
    return consume(type);
  }

  final boolean sameLine(int offset, int other) {
    return isOnSameLine(offset, other);
  }

  final IToken peek() throws EndOfFileException {
    return LA(1);
  }

  final IASTExpression fullExpression() throws EndOfFileException, BacktrackException {
    return expression();
  }

  /** A type name, which must be there. */
  final IASTTypeId requireTypeId() throws EndOfFileException, BacktrackException {
    IASTTypeId type = typeId(DeclarationOptions.TYPEID);
    if (type == null) {
      throwBacktrack(LA(1));
    }
    return type;
  }

  final BacktrackException unexpected() throws EndOfFileException, BacktrackException {
    throwBacktrack(LA(1));
    return backtrack;
  }
}

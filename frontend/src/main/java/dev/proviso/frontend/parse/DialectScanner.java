// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IScannerInfo;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ParserLanguage;
import org.eclipse.cdt.internal.core.parser.scanner.CPreprocessor;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.jspecify.annotations.Nullable;

/**
 * CDT's preprocessor, which also writes words of other dialects as words that CDT's parser knows
 * (see {@link DialectWords}), after all macros are expanded: so places stay true and no macro of
 * ours shows up in them. Joins strings, and remembers where operators stand, which CDT's tree does
 * not.
 */
final class DialectScanner extends CPreprocessor {
  /** C's operator that is a pragma, and Microsoft's. */
  static final String PRAGMA = "_Pragma";

  private static final String MICROSOFT_PRAGMA = "__pragma";

  private static final BitSet OPERATORS = new BitSet();

  static {
    int[] types = {
      IToken.tAND,
      IToken.tOR,
      IToken.tQUESTION,
      IToken.tSTAR,
      IToken.tDIV,
      IToken.tMOD,
      IToken.tPLUS,
      IToken.tMINUS,
      IToken.tSHIFTL,
      IToken.tSHIFTR,
      IToken.tLT,
      IToken.tGT,
      IToken.tLTEQUAL,
      IToken.tGTEQUAL,
      IToken.tEQUAL,
      IToken.tNOTEQUAL,
      IToken.tAMPER,
      IToken.tXOR,
      IToken.tBITOR
    };
    for (int type : types) {
      OPERATORS.set(type);
    }
  }

  private final DialectWords words;
  private final OffsetList operators = new OffsetList();
  private final Identifiers identifiers = new Identifiers();
  private final Deque<IToken> waiting = new ArrayDeque<>();
  private @Nullable IToken furthest;
  private @Nullable IToken pushedBack;
  private boolean atEnd;
  private final MacroStack macros = new MacroStack(this);
  private final NavigableMap<Integer, String> pragmas = new TreeMap<>();

  DialectScanner(
      InternalFileContent content, IScannerInfo info, SourceStore files, DialectWords words) {
    super(content, info, ParserLanguage.C, new NullLogService(), words.configuration(), files);
    this.words = words;
  }

  /** The offset of the first operator token from that offset on, or -1. */
  int operatorFrom(int offset) {
    return operators.firstFrom(offset);
  }

  /** The identifiers that the parser has got. */
  Identifiers identifiers() {
    return identifiers;
  }

  /**
   * The last token that the parser has asked for: where it gets stuck, that is the token it could
   * not place.
   */
  @Nullable IToken furthest() {
    return furthest;
  }

  /** Whether the parser has asked for more than there is. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** The texts of pragma operators by offset. */
  NavigableMap<Integer, String> pragmas() {
    return pragmas;
  }

  @Override
  public IToken nextToken() throws EndOfFileException {
    while (waiting.isEmpty()) {
      IToken token = joined();
      if (isPragma(token)) {
        String pragma = pragma();
        pragmas.put(token.getOffset(), pragma);
        macros.read(pragma);
      } else if (token.getType() == IToken.tIDENTIFIER) {
        words.rewrite(token, waiting, this::following);
      } else {
        if (OPERATORS.get(token.getType())) {
          operators.add(token.getOffset());
        }
        waiting.add(token);
      }
    }
    IToken token = waiting.remove();
    // The preprocessor links tokens as it makes them; the parser links those that it gets.
    token.setNext(null);
    if (token.getType() == IToken.tIDENTIFIER) {
      identifiers.add(token);
    }
    furthest = token;
    return token;
  }

  private static boolean isPragma(IToken token) {
    return token.getType() == IToken.tIDENTIFIER
        && (token.getImage().equals(PRAGMA) || token.getImage().equals(MICROSOFT_PRAGMA));
  }

  /** The text between the parentheses of a pragma operator. */
  private String pragma() throws EndOfFileException {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    do {
      IToken token = joined();
      depth += token.getType() == IToken.tLPAREN ? 1 : token.getType() == IToken.tRPAREN ? -1 : 0;
      text.append(token.getImage());
    } while (depth > 0);
    String inner = text.substring(Math.min(1, text.length()), Math.max(1, text.length() - 1));
    return inner.startsWith("\"") ? inner.substring(1, Math.max(1, inner.length() - 1)) : inner;
  }

  private @Nullable IToken following() {
    try {
      return joined();
    } catch (EndOfFileException e) {
      return null;
    }
  }

  private IToken joined() throws EndOfFileException {
    IToken token = single();
    if (!StringLiterals.isString(token)) {
      return token;
    }
    List<IToken> parts = new ArrayList<>();
    while (StringLiterals.isString(token)) {
      parts.add(token);
      token = singleOrEnd();
    }
    pushedBack = token;
    return StringLiterals.join(parts);
  }

  private IToken single() throws EndOfFileException {
    IToken token = singleOrEnd();
    if (token.getType() == IToken.tEND_OF_INPUT) {
      pushedBack = token;
      atEnd = true;
      throw new EndOfFileException(token.getOffset());
    }
    return token;
  }

  private IToken singleOrEnd() throws EndOfFileException {
    IToken token = pushedBack == null ? super.nextTokenRaw() : pushedBack;
    pushedBack = null;
    return token;
  }
}

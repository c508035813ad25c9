// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IScannerInfo;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ParserLanguage;
import org.eclipse.cdt.internal.core.parser.scanner.CPreprocessor;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.jspecify.annotations.Nullable;

/**
 * CDT's preprocessor, which also writes words of other dialects as words that CDT's parser knows (see {@link DialectWords}), after all macros are expanded:
 * so places stay true and no macro of ours shows up in them. Joins strings, and remembers where operators stand, which CDT's tree does not.
 */
final class DialectScanner extends CPreprocessor {
  private static final BitSet OPERATORS = new BitSet();

  static {
    int[] types = {
      IToken.tAND, IToken.tOR, IToken.tQUESTION, IToken.tSTAR, IToken.tDIV, IToken.tMOD, IToken.tPLUS, IToken.tMINUS,
      IToken.tSHIFTL, IToken.tSHIFTR, IToken.tLT, IToken.tGT, IToken.tLTEQUAL, IToken.tGTEQUAL, IToken.tEQUAL,
      IToken.tNOTEQUAL, IToken.tAMPER, IToken.tXOR, IToken.tBITOR
    };
    for (int type : types) {
      OPERATORS.set(type);
    }
  }

  private final DialectWords words;
  private final OffsetList operators = new OffsetList();
  private final Deque<IToken> waiting = new ArrayDeque<>();
  private @Nullable IToken furthest;
  private @Nullable IToken pushedBack;

  DialectScanner(InternalFileContent content, IScannerInfo info, SourceStore files, DialectWords words) {
    super(content, info, ParserLanguage.C, new NullLogService(), words.configuration(), files);
    this.words = words;
  }

  /** The offset of the first operator token from that offset on, or -1. */
  int operatorFrom(int offset) {
    return operators.firstFrom(offset);
  }

  /** The last token that the parser has asked for: where it gets stuck, that is the token it could not place. */
  @Nullable IToken furthest() {
    return furthest;
  }

  @Override
  public IToken nextToken() throws EndOfFileException {
    while (waiting.isEmpty()) {
      IToken token = joined();
      if (token.getType() == IToken.tIDENTIFIER) {
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
    furthest = token;
    return token;
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

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.List;
import org.eclipse.cdt.core.parser.IToken;

/**
 * Adjacent string literals as one. An escape at the end of one must not take in digits of the next:
 * {@code "\x1" "2"} has two characters. CDT would make it {@code "\x12"}.
 */
final class StringLiterals {
  private StringLiterals() {}

  static boolean isString(IToken token) {
    return switch (token.getType()) {
      case IToken.tSTRING, IToken.tLSTRING, IToken.tUTF16STRING, IToken.tUTF32STRING -> true;
      default -> false;
    };
  }

  /** The literal that these tokens make together. */
  static IToken join(List<IToken> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    IToken kind = parts.get(0);
    StringBuilder content = new StringBuilder();
    String prefix = "";
    int before = 0;
    for (IToken part : parts) {
      String image = part.getImage();
      int quote = image.indexOf('"');
      if (quote > 0) {
        prefix = image.substring(0, quote);
        kind = part;
      }
      int end = content.length();
      append(content, before, image.substring(quote + 1, Math.max(quote + 1, image.length() - 1)));
      before = Math.min(end, content.length());
    }
    return new SyntheticToken(
        kind.getType(),
        prefix + '"' + content + '"',
        parts.get(0).getOffset(),
        parts.get(parts.size() - 1).getEndOffset());
  }

  /**
   * @param from where the part before the next one begins
   */
  private static void append(StringBuilder content, int from, String next) {
    int escape = lastEscape(content, from);
    if (escape >= 0 && !next.isEmpty() && Character.digit(next.charAt(0), 16) >= 0) {
      boolean hex = content.charAt(escape + 1) == 'x';
      String digits = content.substring(escape + (hex ? 2 : 1));
      long value = digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : 8);
      if (value <= 0777) {
        // Octal escapes end after three digits.
        content.replace(escape, content.length(), String.format("\\%03o", value));
      }
    }
    content.append(next);
  }

  /** Where a hexadecimal or octal escape begins that reaches to the end; -1 if there is none. */
  private static int lastEscape(CharSequence content, int from) {
    int last = -1;
    for (int i = from; i + 1 < content.length(); i++) {
      if (content.charAt(i) != '\\') {
        continue;
      }
      char kind = content.charAt(i + 1);
      int radix = kind == 'x' ? 16 : kind >= '0' && kind <= '7' ? 8 : 0;
      int end = i + 2;
      while (radix > 0
          && end < content.length()
          && Character.digit(content.charAt(end), radix) >= 0) {
        end++;
      }
      if (radix > 0 && end == content.length() && end - i <= 18) {
        last = i;
      }
      i = end - 1;
    }
    return last;
  }
}

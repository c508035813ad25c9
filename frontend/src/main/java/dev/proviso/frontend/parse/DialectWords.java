// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.cdt.core.dom.parser.GNUScannerExtensionConfiguration;
import org.eclipse.cdt.core.dom.parser.IScannerExtensionConfiguration;
import org.eclipse.cdt.core.parser.GCCKeywords;
import org.eclipse.cdt.core.parser.IGCCToken;
import org.eclipse.cdt.core.parser.IMacro;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.core.parser.util.CharArrayIntMap;
import org.jspecify.annotations.Nullable;

/**
 * Words that CDT's C parser does not know, and what it gets in their place: other words, an
 * attribute that stands for them, or nothing.
 */
final class DialectWords {
  static final String THREAD_LOCAL = "proviso_thread_local";
  static final String ATOMIC = "proviso_atomic";

  private static final Set<String> DROPPED =
      Set.of(
          "__extension__",
          "__cdecl",
          "__stdcall",
          "__fastcall",
          "__thiscall",
          "__vectorcall",
          "__clrcall",
          "__pascal",
          "__unaligned",
          "__ptr64",
          "__ptr32",
          "__sptr",
          "__uptr",
          "__w64",
          "__based");
  private static final Set<String> DROPPED_BY_MICROSOFT =
      Set.of("_cdecl", "_stdcall", "_fastcall", "_unaligned");

  private static final Map<String, List<Word>> REPLACED = new HashMap<>();

  static {
    replace("__int8", new Word(IToken.t_char, "char"));
    replace("__int16", new Word(IToken.t_short, "short"));
    replace("__int32", new Word(IToken.t_int, "int"));
    replace("__int64", new Word(IToken.t_long, "long"), new Word(IToken.t_long, "long"));
    Word int128 = new Word(IGCCToken.t__int128, "__int128");
    replace("__int128_t", int128);
    replace("__uint128_t", new Word(IToken.t_unsigned, "unsigned"), int128);
    replace("_Float128", new Word(IGCCToken.t__float128, "__float128"));
    replace("_Float64x", new Word(IToken.t_long, "long"), new Word(IToken.t_double, "double"));
    replace("_Float64", new Word(IToken.t_double, "double"));
    replace("_Float32x", new Word(IToken.t_double, "double"));
    replace("_Float32", new Word(IToken.t_float, "float"));
    replace("__complex__", new Word(IToken.t__Complex, "_Complex"));
    replace("__complex", new Word(IToken.t__Complex, "_Complex"));
    replace("__forceinline", new Word(IToken.t_inline, "inline"));
    REPLACED.put("_Noreturn", attribute("noreturn"));
    REPLACED.put("_Thread_local", attribute(THREAD_LOCAL));
    REPLACED.put("__thread", attribute(THREAD_LOCAL));
    REPLACED.put("_Atomic", attribute(ATOMIC));
  }

  private record Word(int type, String image) {}

  private final boolean microsoft;

  /**
   * @param microsoft whether words with one underscore are Microsoft's too
   */
  DialectWords(boolean microsoft) {
    this.microsoft = microsoft;
  }

  private static void replace(String word, Word... by) {
    REPLACED.put(word, List.of(by));
  }

  private static List<Word> attribute(String name) {
    return List.of(
        new Word(IGCCToken.t__attribute__, "__attribute__"),
        new Word(IToken.tLPAREN, "("),
        new Word(IToken.tLPAREN, "("),
        new Word(IToken.tIDENTIFIER, name),
        new Word(IToken.tRPAREN, ")"),
        new Word(IToken.tRPAREN, ")"));
  }

  /**
   * Adds what an identifier means to the output.
   *
   * @param following gives the token after it, for words whose meaning depends on it; null at the
   *     end
   */
  void rewrite(IToken identifier, Deque<IToken> output, Supplier<@Nullable IToken> following) {
    String image = identifier.getImage();
    if (image.charAt(0) != '_') {
      output.add(identifier);
      return;
    }
    if (DROPPED.contains(image) || microsoft && DROPPED_BY_MICROSOFT.contains(image)) {
      return;
    }
    List<Word> words = REPLACED.get(image);
    if (words == null) {
      output.add(identifier);
      return;
    }
    IToken next = image.equals("_Atomic") ? qualifiers(output, following) : null;
    words.forEach(w -> output.add(new SyntheticToken(w.type(), w.image(), identifier)));
    if (next != null) {
      if (next.getType() == IToken.tLPAREN) {
        // _Atomic(type) is _Atomic typeof(type).
        output.add(new SyntheticToken(IGCCToken.t_typeof, "typeof", identifier));
      }
      output.add(next);
    }
  }

  /**
   * Moves the qualifiers that follow before the attribute: after a star, CDT takes none behind an
   * attribute. Gives what follows them.
   */
  private static @Nullable IToken qualifiers(
      Deque<IToken> output, Supplier<@Nullable IToken> following) {
    IToken next = following.get();
    while (next != null
        && (next.getType() == IToken.t_const
            || next.getType() == IToken.t_volatile
            || next.getType() == IToken.t_restrict)) {
      output.add(next);
      next = following.get();
    }
    return next;
  }

  /** CDT's configuration of GNU's words, without the macros by which CDT imitates some of them. */
  IScannerExtensionConfiguration configuration() {
    return new Configuration();
  }

  private static final class Configuration extends GNUScannerExtensionConfiguration {
    Configuration() {
      addKeyword(GCCKeywords.cp__int128, IGCCToken.t__int128);
      addKeyword(GCCKeywords.cp__float128, IGCCToken.t__float128);
      addKeyword(GCCKeywords.cp_decimal32, IGCCToken.t_decimal32);
      addKeyword(GCCKeywords.cp_decimal64, IGCCToken.t_decimal64);
      addKeyword(GCCKeywords.cp_decimal128, IGCCToken.t_decimal128);
    }

    @Override
    public CharArrayIntMap getAdditionalKeywords() {
      CharArrayIntMap keywords = super.getAdditionalKeywords();
      // Left to DialectScanner: CDT keeps the operator's place, not its text.
      keywords.put(DialectScanner.PRAGMA.toCharArray(), IToken.tIDENTIFIER);
      return keywords;
    }

    @Override
    public IMacro[] getAdditionalMacros() {
      return new IMacro[0];
    }

    @Override
    public char[] supportAdditionalNumericLiteralSuffixes() {
      // 1i and 1j are GNU's imaginary numbers, 5i64 and 5ui64 Microsoft's integers, 1.0q and 1.0f16
      // wide and narrow ones.
      return "ijIJ0123456789qQwWfFxd".toCharArray();
    }

    @Override
    public boolean supportMinAndMaxOperators() {
      return false;
    }
  }
}

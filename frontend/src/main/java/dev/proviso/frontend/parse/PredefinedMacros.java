// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.types.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The macros that a compiler for the target predefines: GCC on Linux, or Microsoft's words on
 * Windows.
 */
final class PredefinedMacros {
  private final Map<String, String> macros = new LinkedHashMap<>();
  private final Target target;

  private PredefinedMacros(Target target) {
    this.target = target;
  }

  static Map<String, String> of(Target target, Macros macros) {
    PredefinedMacros predefined = new PredefinedMacros(target);
    predefined.always();
    macros.compiler().ifPresentOrElse(predefined.macros::putAll, predefined::builtIn);
    macros.undefined().forEach(predefined::remove);
    for (String define : macros.defined()) {
      int equals = define.indexOf('=');
      predefined.put(
          equals < 0 ? define : define.substring(0, equals),
          equals < 0 ? "1" : define.substring(equals + 1));
    }
    return predefined.macros;
  }

  private void builtIn() {
    common();
    integers();
    floats();
    if (target == Target.LLP64) {
      windows();
    } else {
      linux();
    }
  }

  /** With its parameters, if it has any. */
  private void remove(String name) {
    macros.keySet().removeIf(m -> m.equals(name) || m.startsWith(name + "("));
  }

  private void put(String name, String value) {
    macros.put(name, value);
  }

  private void ones(String... names) {
    for (String name : names) {
      put(name, "1");
    }
  }

  /** Whatever the compiler: what tells who reads, and what no run may differ in. */
  private void always() {
    ones("__PROVISO__");
    put("__has_include", "");
    put("__has_include_next", "");
    put("__DATE__", "\"Jan  1 1970\"");
    put("__TIME__", "\"00:00:00\"");
  }

  private void common() {
    ones("__STDC__", "__STDC_HOSTED__", "__STDC_UTF_16__", "__STDC_UTF_32__");
    put("__STDC_VERSION__", "201710L");
    put("__CHAR_BIT__", "8");
    put("__ORDER_LITTLE_ENDIAN__", "1234");
    put("__ORDER_BIG_ENDIAN__", "4321");
    put("__BYTE_ORDER__", "__ORDER_LITTLE_ENDIAN__");
    put("__FLOAT_WORD_ORDER__", "__ORDER_LITTLE_ENDIAN__");
  }

  private void integers() {
    boolean wideLong = target == Target.LP64;
    boolean widePointer = target.pointerBits() == 64;
    size("SHORT", 16);
    size("INT", 32);
    size("LONG", wideLong ? 64 : 32);
    size("LONG_LONG", 64);
    size("POINTER", target.pointerBits());
    size("SIZE_T", target.pointerBits());
    size("PTRDIFF_T", target.pointerBits());
    size("FLOAT", 32);
    size("DOUBLE", 64);
    put("__SCHAR_MAX__", "127");
    put("__SHRT_MAX__", "32767");
    put("__INT_MAX__", "2147483647");
    put("__LONG_MAX__", wideLong ? "9223372036854775807L" : "2147483647L");
    put("__LONG_LONG_MAX__", "9223372036854775807LL");
    String wide = wideLong ? "long" : "long long";
    String word = widePointer ? wide : "int";
    put("__SIZE_TYPE__", unsigned(word));
    put("__PTRDIFF_TYPE__", word);
    put("__INTPTR_TYPE__", word);
    put("__UINTPTR_TYPE__", unsigned(word));
    put("__INTMAX_TYPE__", wide);
    put("__UINTMAX_TYPE__", unsigned(wide));
    put(
        "__SIZE_MAX__",
        widePointer
            ? wideLong ? "18446744073709551615UL" : "18446744073709551615ULL"
            : "4294967295U");
    put(
        "__PTRDIFF_MAX__",
        widePointer ? wideLong ? "9223372036854775807L" : "9223372036854775807LL" : "2147483647");
    exactInteger(8, "signed char", "unsigned char", "");
    exactInteger(16, "short", "unsigned short", "");
    exactInteger(32, "int", "unsigned int", "");
    exactInteger(64, wide, unsigned(wide), wideLong ? "L" : "LL");
    fastInteger(8, 8, "signed char", "unsigned char");
    fastInteger(16, wordBits(), word, unsigned(word));
    fastInteger(32, wordBits(), word, unsigned(word));
    fastInteger(64, 64, wide, unsigned(wide));
    copies("INTMAX", "INT64");
    copies("INTPTR", widePointer ? "INT64" : "INT32");
    put("__INTMAX_C(c)", meaning("__INT64_C(c)"));
    put("__UINTMAX_C(c)", meaning("__UINT64_C(c)"));
    put("__SIG_ATOMIC_TYPE__", "int");
    put("__SIG_ATOMIC_MAX__", "2147483647");
    put("__SIG_ATOMIC_MIN__", "(-2147483647 - 1)");
    widths(wideLong);
    if (widePointer) {
      put("__SIZEOF_INT128__", "16");
    }
  }

  /** How wide the fast integers are that need not be: as wide as registers. */
  private int wordBits() {
    return target == Target.LP64 ? 64 : 32;
  }

  private void fastInteger(int bits, int width, String signed, String unsigned) {
    put("__INT_FAST" + bits + "_TYPE__", signed);
    put("__UINT_FAST" + bits + "_TYPE__", unsigned);
    put("__INT_FAST" + bits + "_MAX__", meaning("__INT" + width + "_MAX__"));
    put("__UINT_FAST" + bits + "_MAX__", meaning("__UINT" + width + "_MAX__"));
    put("__INT_FAST" + bits + "_WIDTH__", String.valueOf(width));
  }

  private void copies(String name, String of) {
    put("__" + name + "_MAX__", meaning("__" + of + "_MAX__"));
    put("__U" + name + "_MAX__", meaning("__U" + of + "_MAX__"));
    put("__" + name + "_WIDTH__", of.substring("INT".length()));
  }

  /** What a macro stands for that was defined before. */
  private String meaning(String macro) {
    return Objects.requireNonNull(macros.get(macro), macro);
  }

  private void widths(boolean wideLong) {
    put("__SCHAR_WIDTH__", "8");
    put("__SHRT_WIDTH__", "16");
    put("__INT_WIDTH__", "32");
    put("__LONG_WIDTH__", wideLong ? "64" : "32");
    put("__LONG_LONG_WIDTH__", "64");
    put("__SIZE_WIDTH__", String.valueOf(target.pointerBits()));
    put("__PTRDIFF_WIDTH__", String.valueOf(target.pointerBits()));
    put("__SIG_ATOMIC_WIDTH__", "32");
  }

  private static String unsigned(String type) {
    return switch (type) {
      case "int" -> "unsigned int";
      case "long" -> "long unsigned int";
      default -> "long long unsigned int";
    };
  }

  private void size(String type, int bits) {
    put("__SIZEOF_" + type + "__", String.valueOf(bits / 8));
  }

  private void exactInteger(int bits, String signed, String unsigned, String suffix) {
    put("__INT" + bits + "_TYPE__", signed);
    put("__UINT" + bits + "_TYPE__", unsigned);
    put("__INT_LEAST" + bits + "_TYPE__", signed);
    put("__UINT_LEAST" + bits + "_TYPE__", unsigned);
    put("__INT_LEAST" + bits + "_WIDTH__", String.valueOf(bits));
    put("__INT" + bits + "_C(c)", suffix.isEmpty() ? "c" : "c ## " + suffix);
    put("__UINT" + bits + "_C(c)", bits < 32 ? "c" : "c ## U" + suffix);
    put("__INT" + bits + "_MAX__", ((1L << (bits - 1)) - 1) + suffix);
    put(
        "__UINT" + bits + "_MAX__",
        bits == 64
            ? "18446744073709551615U" + suffix
            : String.valueOf((1L << bits) - 1) + (bits == 32 ? "U" : ""));
    put("__INT_LEAST" + bits + "_MAX__", meaning("__INT" + bits + "_MAX__"));
    put("__UINT_LEAST" + bits + "_MAX__", meaning("__UINT" + bits + "_MAX__"));
  }

  private void floats() {
    put("__FLT_EVAL_METHOD__", "0");
    for (String type : new String[] {"FLT", "DBL", "LDBL"}) {
      ones("__" + type + "_HAS_DENORM__", "__" + type + "_HAS_INFINITY__");
      ones("__" + type + "_HAS_QUIET_NAN__");
    }
    put("__FLT_RADIX__", "2");
    put("__FLT_MANT_DIG__", "24");
    put("__FLT_DIG__", "6");
    put("__FLT_MIN_EXP__", "(-125)");
    put("__FLT_MAX_EXP__", "128");
    put("__FLT_MAX__", "3.40282346638528859811704183484516925e+38F");
    put("__FLT_MIN__", "1.17549435082228750796873653722224568e-38F");
    put("__FLT_EPSILON__", "1.19209289550781250000000000000000000e-7F");
    put("__FLT_MIN_10_EXP__", "(-37)");
    put("__FLT_MAX_10_EXP__", "38");
    put("__FLT_DECIMAL_DIG__", "9");
    put("__FLT_DENORM_MIN__", "1.40129846432481707092372958328991613e-45F");
    put("__DBL_MIN_10_EXP__", "(-307)");
    put("__DBL_MAX_10_EXP__", "308");
    put("__DBL_DECIMAL_DIG__", "17");
    put("__DBL_DENORM_MIN__", "((double)4.94065645841246544176568792868221372e-324L)");
    put("__DBL_MANT_DIG__", "53");
    put("__DBL_DIG__", "15");
    put("__DBL_MIN_EXP__", "(-1021)");
    put("__DBL_MAX_EXP__", "1024");
    put("__DBL_MAX__", "((double)1.79769313486231570814527423731704357e+308L)");
    put("__DBL_MIN__", "((double)2.22507385850720138309023271733240406e-308L)");
    put("__DBL_EPSILON__", "((double)2.22044604925031308084726333618164062e-16L)");
  }

  private void windows() {
    ones("_WIN32", "_WIN64", "_AMD64_");
    put("_M_AMD64", "100");
    put("_M_X64", "100");
    put("_INTEGRAL_MAX_BITS", "64");
    put("__WCHAR_TYPE__", "unsigned short");
    put("__WINT_TYPE__", "unsigned short");
    put("__SIZEOF_WCHAR_T__", "2");
    put("__SIZEOF_LONG_DOUBLE__", "8");
  }

  private void linux() {
    ones("__linux__", "__linux", "__gnu_linux__", "__unix__", "__unix", "__ELF__");
    put("__GNUC__", "12");
    put("__GNUC_MINOR__", "2");
    put("__GNUC_PATCHLEVEL__", "0");
    ones("__GNUC_STDC_INLINE__");
    ones("linux", "unix", "__NO_INLINE__", "__STDC_IEC_559__", "__STDC_IEC_559_COMPLEX__");
    put("__VERSION__", "\"12.2.0\"");
    put("__GXX_ABI_VERSION", "1017");
    put("__USER_LABEL_PREFIX__", "");
    put("__REGISTER_PREFIX__", "");
    put("__FINITE_MATH_ONLY__", "0");
    put("__BIGGEST_ALIGNMENT__", "16");
    put("__STDC_ISO_10646__", "201706L");
    atomics();
    put("__WCHAR_TYPE__", target == Target.LP64 ? "int" : "long int");
    put("__WINT_TYPE__", "unsigned int");
    put("__WCHAR_MAX__", target == Target.LP64 ? "2147483647" : "2147483647L");
    put("__WCHAR_MIN__", "(-__WCHAR_MAX__ - 1)");
    put("__WINT_MAX__", "4294967295U");
    put("__WINT_MIN__", "0U");
    put("__WCHAR_WIDTH__", "32");
    put("__WINT_WIDTH__", "32");
    put("__LDBL_DENORM_MIN__", "3.64519953188247460252840593361941982e-4951L");
    put("__SIZEOF_WCHAR_T__", "4");
    put("__SIZEOF_WINT_T__", "4");
    put("__CHAR16_TYPE__", "short unsigned int");
    put("__CHAR32_TYPE__", "unsigned int");
    put("__LDBL_MANT_DIG__", "64");
    put("__LDBL_DIG__", "18");
    put("__LDBL_MIN_EXP__", "(-16381)");
    put("__LDBL_MAX_EXP__", "16384");
    put("__LDBL_MIN_10_EXP__", "(-4931)");
    put("__LDBL_MAX_10_EXP__", "4932");
    put("__LDBL_MAX__", "1.18973149535723176502126385303097021e+4932L");
    put("__LDBL_MIN__", "3.36210314311209350626267781732175260e-4932L");
    put("__LDBL_EPSILON__", "1.08420217248550443400745280086994171e-19L");
    put("__LDBL_DECIMAL_DIG__", "21");
    put("__DECIMAL_DIG__", "21");
    if (target == Target.LP64) {
      ones("__LP64__", "_LP64", "__x86_64__", "__x86_64", "__amd64__", "__amd64");
      put("__SIZEOF_LONG_DOUBLE__", "16");
    } else {
      ones("__ILP32__", "_ILP32", "__i386__", "__i386", "i386");
      put("__SIZEOF_LONG_DOUBLE__", "12");
    }
  }

  private void atomics() {
    String[] orders = {"RELAXED", "CONSUME", "ACQUIRE", "RELEASE", "ACQ_REL", "SEQ_CST"};
    for (int i = 0; i < orders.length; i++) {
      put("__ATOMIC_" + orders[i], String.valueOf(i));
    }
    for (String type :
        new String[] {
          "BOOL",
          "CHAR",
          "CHAR16_T",
          "CHAR32_T",
          "WCHAR_T",
          "SHORT",
          "INT",
          "LONG",
          "LLONG",
          "POINTER"
        }) {
      put("__GCC_ATOMIC_" + type + "_LOCK_FREE", "2");
    }
    ones("__GCC_ATOMIC_TEST_AND_SET_TRUEVAL");
    for (int size = 1; size <= 8; size *= 2) {
      ones("__GCC_HAVE_SYNC_COMPARE_AND_SWAP_" + size);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions of ISO C's library that compilers know without a declaration, also as {@code
 * __builtin_…}. Only what they return is known here: their models say what they do.
 */
final class LibraryFunctions {
  private static final Set<String> NOTHING = Set.of("abort", "exit", "_Exit", "free");
  private static final Set<String> OBJECTS =
      Set.of("malloc", "calloc", "realloc", "memcpy", "memmove", "memset", "memchr");
  private static final Set<String> TEXTS =
      Set.of(
          "strcpy", "strncpy", "strcat", "strncat", "strchr", "strrchr", "strstr", "strpbrk",
          "strdup", "strndup");
  private static final Set<String> SIZES =
      Set.of("strlen", "strnlen", "strspn", "strcspn", "fwrite");
  private static final Set<String> NUMBERS =
      Set.of(
          "strcmp",
          "strncmp",
          "memcmp",
          "abs",
          "isalnum",
          "isalpha",
          "isblank",
          "iscntrl",
          "isdigit",
          "isgraph",
          "islower",
          "isprint",
          "ispunct",
          "isspace",
          "isupper",
          "isxdigit",
          "tolower",
          "toupper",
          "printf",
          "fprintf",
          "sprintf",
          "snprintf",
          "vprintf",
          "vfprintf",
          "puts",
          "putchar",
          "fputs",
          "fputc");

  private LibraryFunctions() {}

  /** The type of the function of that name, its parameters aside; null where it is none. */
  static @Nullable FunctionType typeOf(String name, Target target) {
    Type result = resultOf(name, target);
    return result == null ? null : new FunctionType(result, List.of(), false, false);
  }

  private static @Nullable Type resultOf(String name, Target target) {
    if (NOTHING.contains(name)) {
      return VoidType.VOID;
    }
    if (OBJECTS.contains(name)) {
      return target.pointerTo(VoidType.VOID);
    }
    if (TEXTS.contains(name)) {
      return target.pointerTo(target.intType(Kind.CHAR));
    }
    if (SIZES.contains(name)) {
      return target.sizeType();
    }
    return switch (name) {
      case "labs" -> target.intType(Kind.LONG);
      case "llabs" -> target.intType(Kind.LONG_LONG);
      default -> NUMBERS.contains(name) ? IntType.INT : null;
    };
  }
}

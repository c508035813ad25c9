// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.FloatType;
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
  private static final Set<String> NOTHING =
      Set.of("abort", "exit", "_Exit", "free", "bcopy", "bzero", "longjmp");
  private static final Set<String> OBJECTS =
      Set.of("malloc", "calloc", "realloc", "memcpy", "memmove", "memset", "memchr", "mempcpy");
  private static final Set<String> TEXTS =
      Set.of(
          "strcpy", "strncpy", "strcat", "strncat", "strchr", "strrchr", "strstr", "strpbrk",
          "strdup", "strndup", "stpcpy", "stpncpy", "index", "rindex");
  private static final Set<String> SIZES =
      Set.of("strlen", "strnlen", "strspn", "strcspn", "fwrite");
  private static final Set<String> NUMBERS =
      Set.of(
          "strcmp",
          "strncmp",
          "memcmp",
          "bcmp",
          "strcasecmp",
          "strncasecmp",
          "setjmp",
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
          "vsprintf",
          "vsnprintf",
          "puts",
          "putchar",
          "fputs",
          "fputc");

  private static final Set<String> OF_ONE_NUMBER =
      Set.of(
          "sqrt",
          "cbrt",
          "sin",
          "cos",
          "tan",
          "asin",
          "acos",
          "atan",
          "sinh",
          "cosh",
          "tanh",
          "exp",
          "exp2",
          "expm1",
          "log",
          "log2",
          "log10",
          "log1p",
          "logb",
          "floor",
          "ceil",
          "trunc",
          "round",
          "rint",
          "nearbyint",
          "fabs");
  private static final Set<String> OF_TWO_NUMBERS =
      Set.of("pow", "fmod", "atan2", "hypot", "fmin", "fmax", "fdim", "remainder", "nextafter");
  private static final Set<String> ROUNDED = Set.of("lround", "lrint", "llround", "llrint");

  private LibraryFunctions() {}

  /**
   * The type of the function of that name, with parameters where they are numbers of floating
   * types; null where it is none.
   */
  static @Nullable FunctionType typeOf(String name, Target target) {
    Type result = resultOf(name, target);
    return result == null
        ? numeric(name, target)
        : new FunctionType(result, List.of(), false, false);
  }

  private static @Nullable FunctionType numeric(String name, Target target) {
    for (Type type : List.of(FloatType.DOUBLE, FloatType.FLOAT, target.longDouble())) {
      String suffix = type == FloatType.DOUBLE ? "" : type == FloatType.FLOAT ? "f" : "l";
      if (!name.endsWith(suffix)) {
        continue;
      }
      String bare = name.substring(0, name.length() - suffix.length());
      if (OF_ONE_NUMBER.contains(bare)) {
        return of(type, type);
      }
      if (OF_TWO_NUMBERS.contains(bare)) {
        return of(type, type, type);
      }
      if (ROUNDED.contains(bare)) {
        return of(target.intType(bare.startsWith("ll") ? Kind.LONG_LONG : Kind.LONG), type);
      }
      switch (bare) {
        case "ldexp", "scalbn" -> {
          return of(type, type, IntType.INT);
        }
        case "frexp" -> {
          return of(type, type, target.pointerTo(IntType.INT));
        }
        case "modf" -> {
          return of(type, type, target.pointerTo(type));
        }
        case "fma" -> {
          return of(type, type, type, type);
        }
        case "ilogb" -> {
          return of(IntType.INT, type);
        }
        default -> {}
      }
    }
    return null;
  }

  private static FunctionType of(Type result, Type... parameters) {
    return new FunctionType(result, List.of(parameters), false, true);
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
      case "imaxabs" -> target.intType(target == Target.LP64 ? Kind.LONG : Kind.LONG_LONG);
      default -> NUMBERS.contains(name) ? IntType.INT : null;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms of library functions that headers put in where {@code _FORTIFY_SOURCE} is set: {@code
 * __memcpy_chk(d, s, n, size)} does what {@code memcpy(d, s, n)} does.
 */
final class CheckedFunctions {
  private static final String PREFIX = "__";
  private static final String SUFFIX = "_chk";

  /** Which arguments, from the first on, tell of sizes and ways to check. */
  private static final Map<String, List<Integer>> DROPPED =
      Map.ofEntries(
          Map.entry("memcpy", List.of(3)),
          Map.entry("memmove", List.of(3)),
          Map.entry("mempcpy", List.of(3)),
          Map.entry("memset", List.of(3)),
          Map.entry("strcpy", List.of(2)),
          Map.entry("stpcpy", List.of(2)),
          Map.entry("strcat", List.of(2)),
          Map.entry("strncpy", List.of(3)),
          Map.entry("stpncpy", List.of(3)),
          Map.entry("strncat", List.of(3)),
          Map.entry("sprintf", List.of(1, 2)),
          Map.entry("vsprintf", List.of(1, 2)),
          Map.entry("snprintf", List.of(2, 3)),
          Map.entry("vsnprintf", List.of(2, 3)),
          Map.entry("printf", List.of(0)),
          Map.entry("vprintf", List.of(0)),
          Map.entry("fprintf", List.of(1)),
          Map.entry("vfprintf", List.of(1)),
          Map.entry("fgets", List.of(1)),
          Map.entry("read", List.of(3)),
          Map.entry("longjmp", List.of()));

  private CheckedFunctions() {}

  /** The call without its checks; null where the function is none of these. */
  static Expression.@Nullable Call unchecked(String name, Expression.Call call) {
    String bare = name.startsWith("__builtin_") ? name.substring("__builtin_".length()) : name;
    if (!bare.startsWith(PREFIX) || !bare.endsWith(SUFFIX)) {
      return null;
    }
    String plain = bare.substring(PREFIX.length(), bare.length() - SUFFIX.length());
    List<Integer> dropped = DROPPED.get(plain);
    if (dropped == null || dropped.stream().anyMatch(i -> i >= call.arguments().size())) {
      return null;
    }
    List<Expression> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!dropped.contains(i)) {
        arguments.add(call.arguments().get(i));
      }
    }
    Expression function = new Expression.Identifier(call.function().place(), plain);
    return new Expression.Call(call.place(), function, arguments);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that attributes name in their arguments, which are kept as text. */
final class TypeText {
  private static final Set<String> NOTHING = Set.of("const", "volatile", "__const", "signed");

  private TypeText() {}

  /** The complete object type of that name; null where the text is something else. */
  static @Nullable Type parse(String text, Scope scope, Target target) {
    String bare = text.strip();
    if (bare.endsWith("*")) {
      return target.pointerTo(VoidType.VOID);
    }
    List<String> words = new ArrayList<>(Arrays.asList(bare.split("\\s+")));
    boolean signed = words.contains("signed");
    words.removeAll(NOTHING);
    @Nullable Type type = words.isEmpty() ? null : named(words, signed, scope, target);
    return type == null || isIncomplete(type) ? null : type;
  }

  private static boolean isIncomplete(Type type) {
    return type instanceof VoidType
        || type instanceof FunctionType
        || type instanceof CompositeType c && !c.isComplete();
  }

  private static @Nullable Type named(
      List<String> words, boolean signed, Scope scope, Target target) {
    String last = words.getLast();
    if (words.size() == 2 && Set.of("struct", "union", "enum").contains(words.getFirst())) {
      return scope.findTag(last);
    }
    if (words.size() == 1 && scope.find(last) instanceof Symbol.Typedef t) {
      return t.type().type();
    }
    List<String> sorted = words.stream().sorted().toList();
    Kind kind =
        switch (String.join(" ", sorted)) {
          case "_Bool" -> Kind.BOOL;
          case "__int128" -> Kind.INT128;
          case "__int128 unsigned" -> Kind.UNSIGNED_INT128;
          case "char" -> signed ? Kind.SIGNED_CHAR : Kind.CHAR;
          case "char unsigned" -> Kind.UNSIGNED_CHAR;
          case "short", "int short" -> Kind.SHORT;
          case "short unsigned", "int short unsigned" -> Kind.UNSIGNED_SHORT;
          case "int" -> Kind.INT;
          case "unsigned", "int unsigned" -> Kind.UNSIGNED_INT;
          case "long", "int long" -> Kind.LONG;
          case "long unsigned", "int long unsigned" -> Kind.UNSIGNED_LONG;
          case "long long", "int long long" -> Kind.LONG_LONG;
          case "long long unsigned", "int long long unsigned" -> Kind.UNSIGNED_LONG_LONG;
          default -> null;
        };
    if (kind != null) {
      return target.intType(kind);
    }
    return switch (String.join(" ", sorted)) {
      case "float" -> FloatType.FLOAT;
      case "double" -> FloatType.DOUBLE;
      case "double long" -> target.longDouble();
      default -> null;
    };
  }
}

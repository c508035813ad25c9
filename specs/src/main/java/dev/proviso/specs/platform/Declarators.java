// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as C text. A declaration is read from the name outwards, and so it is written. */
final class Declarators {
  private Declarators() {}

  /** The type without a name, as in a cast. */
  static String print(Type type) {
    return declare(type, "");
  }

  /** A declaration of that name, without a semicolon. */
  static String declare(Type type, String name) {
    return switch (type) {
      case VoidType t -> base("void", name);
      case IntType t -> base(t.toString(), name);
      case FloatType t -> base(t.toString(), name);
      case CompositeType t -> base(t.toString(), name);
      case PointerType t -> pointer(t, name);
      case ArrayType t ->
          declare(t.element(), name + "[" + (t.length() < 0 ? "" : t.length()) + "]");
      case FunctionType t -> declare(t.result(), name + "(" + parameters(t) + ")");
    };
  }

  private static String pointer(PointerType type, String name) {
    return switch (type.pointee()) {
      case FunctionType f -> declare(f, "(*" + name + ")");
      case ArrayType a -> declare(a, "(*" + name + ")");
      // A struct without a tag has no name here; the conversion to and from void * is implicit.
      case CompositeType c when !c.tag().matches("[A-Za-z_]\\w*") -> base("void", "*" + name);
      case CompositeType c -> declare(c, "*" + name);
      case VoidType v -> declare(v, "*" + name);
      case IntType i -> declare(i, "*" + name);
      case FloatType f -> declare(f, "*" + name);
      case PointerType p -> declare(p, "*" + name);
    };
  }

  private static String parameters(FunctionType type) {
    if (!type.prototyped()) {
      return "";
    }
    if (type.parameters().isEmpty() && !type.variadic()) {
      return "void";
    }
    Stream<String> dots = type.variadic() ? Stream.of("...") : Stream.empty();
    return Stream.concat(type.parameters().stream().map(Declarators::print), dots)
        .collect(Collectors.joining(", "));
  }

  private static String base(String type, String name) {
    return name.isEmpty() ? type : type + " " + name;
  }
}

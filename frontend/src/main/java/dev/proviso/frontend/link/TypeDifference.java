// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words how two declarations of one name differ. */
final class TypeDifference {
  private TypeDifference() {}

  static String sentence(String name, Type here, Type elsewhere) {
    if (!here.toString().equals(elsewhere.toString())) {
      return "`"
          + name
          + "` is declared as `"
          + here
          + "` here, and as `"
          + elsewhere
          + "` elsewhere";
    }
    List<CompositeType> others = composites(elsewhere).toList();
    Optional<CompositeType> different =
        composites(here).filter(c -> !others.contains(c)).findFirst();
    return "`"
        + name
        + "` is declared with another `"
        + different.map(CompositeType::toString).orElse(here.toString())
        + "` here than elsewhere: its members differ";
  }

  private static Stream<CompositeType> composites(Type type) {
    return switch (type) {
      case VoidType t -> Stream.empty();
      case IntType t -> Stream.empty();
      case FloatType t -> Stream.empty();
      case PointerType t -> composites(t.pointee());
      case ArrayType t -> composites(t.element());
      case CompositeType t -> Stream.of(t);
      case FunctionType t ->
          Stream.concat(
              composites(t.result()), t.parameters().stream().flatMap(TypeDifference::composites));
    };
  }
}

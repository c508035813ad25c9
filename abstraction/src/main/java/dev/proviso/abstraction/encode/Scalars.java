// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The scalar parts of objects: what copying, clearing or havocking a whole struct or array comes
 * down to.
 */
final class Scalars {
  /** Larger objects are not taken apart. */
  private static final int LIMIT = 512;

  private Scalars() {}

  /**
   * The paths from an object of that type to its scalars, all members of unions included.
   *
   * @return empty if there are too many, or the size is unknown
   */
  static Optional<List<UnaryOperator<LValue>>> paths(Type type, Type indexType) {
    List<UnaryOperator<LValue>> paths = new ArrayList<>();
    return collect(type, indexType, UnaryOperator.identity(), paths)
        ? Optional.of(paths)
        : Optional.empty();
  }

  private static boolean collect(
      Type type, Type indexType, UnaryOperator<LValue> path, List<UnaryOperator<LValue>> paths) {
    if (paths.size() > LIMIT) {
      return false;
    }
    return switch (type) {
      case CompositeType composite -> {
        boolean all = composite.isComplete();
        for (Field field : composite.fields()) {
          all =
              all
                  && collect(
                      field.type(), indexType, l -> LValue.Member.of(path.apply(l), field), paths);
        }
        yield all;
      }
      case ArrayType array -> {
        boolean all = array.length() <= LIMIT;
        for (long i = 0; all && i < array.length(); i++) {
          Expr index = Expr.IntConst.of(i, indexType);
          all =
              collect(
                  array.element(), indexType, l -> LValue.Element.of(path.apply(l), index), paths);
        }
        yield all;
      }
      default -> {
        if (type.isScalar()) {
          paths.add(path);
        }
        yield type.isScalar();
      }
    };
  }

  /** The type of indices that {@link #paths} makes. */
  static IntType indexType(int addressBits) {
    return new IntType(IntType.Kind.LONG_LONG, addressBits, true);
  }
}

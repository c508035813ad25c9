// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the pointers that an object holds.
 *
 * @param elements how many of an array's elements are looked at
 */
record PointerCollector(Target target, long elements, List<LValue> found) {

  /** The pointers to functions in an object. */
  static List<LValue> functionPointers(Target target, LValue object) {
    PointerCollector collector = new PointerCollector(target, Long.MAX_VALUE, new ArrayList<>());
    collector.collect(object);
    return collector.found.stream()
        .filter(p -> ArbitraryObjects.isFunctionPointer(p.type()))
        .toList();
  }

  void collect(LValue object) {
    if (!ArbitraryObjects.holdsPointers(object.type())) {
      return;
    }
    switch (object.type()) {
      case PointerType p -> found.add(object);
      case CompositeType c -> c.fields().forEach(f -> collect(LValue.Member.of(object, f)));
      case ArrayType a -> {
        for (long i = 0; i < Math.min(a.length(), elements); i++) {
          collect(LValue.Element.of(object, Expr.IntConst.of(i, target.differenceType())));
        }
      }
      case IntType i -> {}
      case FloatType f -> {}
      case VoidType v -> {}
      case FunctionType f -> {}
    }
  }
}

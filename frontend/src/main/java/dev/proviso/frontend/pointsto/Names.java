// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.Type;

/** Names of parts of objects, for people. */
final class Names {
  private Names() {}

  /**
   * @param isExact false if the offset stands for others too
   */
  static String of(Thing thing, long offset, boolean isExact) {
    return switch (thing) {
      case Thing.Of of ->
          of.variable().id() + (isExact ? path(of.variable().type(), offset) : "[*" + offset + "]");
      case Thing.External external ->
          "external "
              + external.type()
              + (isExact ? path(external.type(), offset) : "[*" + offset + "]");
      case Thing.Literals literals -> "string literals";
      case Thing.Allocated allocated -> allocated.text() + (offset == 0 ? "" : "+" + offset);
      case Thing.Function function -> function.procedure();
      case Thing.Nobody nobody -> "nothing+" + offset;
      case Thing.Internal internal -> "internal+" + offset;
    };
  }

  private static String path(Type type, long offset) {
    switch (type) {
      case CompositeType composite -> {
        for (Field field : composite.fields()) {
          if (field.offset() <= offset
              && offset < field.offset() + Math.max(1, field.type().size())) {
            String name = field.name().isEmpty() ? "" : "." + field.name();
            return name + path(field.type(), offset - field.offset());
          }
        }
      }
      case ArrayType array when array.element().size() > 0 && offset >= 0 -> {
        long size = array.element().size();
        return "[" + offset / size + "]" + path(array.element(), offset % size);
      }
      default -> {}
    }
    return offset == 0 ? "" : "+" + offset;
  }
}

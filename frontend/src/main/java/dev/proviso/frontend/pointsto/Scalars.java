// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The scalar parts of types, by offset. All members of a union are parts; the bit-fields of one
 * storage unit are one part; of an array of many elements only the first element's parts stand
 * there, and the array is told of.
 */
final class Scalars {
  /**
   * Arrays of more elements are treated as if accessed at any index whenever they are accessed
   * whole.
   */
  private static final long EXPANDED_ELEMENTS = 16;

  private final Map<CompositeType, Parts> cache = new IdentityHashMap<>();

  /** A scalar at an offset in bytes. */
  record Part(long offset, Type type) {}

  /** An array that is not expanded. */
  record Folded(long offset, long length, long element) {}

  /** What a type is made of. */
  record Parts(List<Part> scalars, List<Folded> arrays) {}

  Parts of(Type type) {
    if (type.isScalar()) {
      return new Parts(List.of(new Part(0, type)), List.of());
    }
    if (type instanceof CompositeType composite) {
      Parts known = cache.get(composite);
      if (known == null) {
        known = expand(composite);
        if (composite.isComplete()) {
          cache.put(composite, known);
        }
      }
      return known;
    }
    return expand(type);
  }

  private Parts expand(Type type) {
    SequencedSet<Part> scalars = new LinkedHashSet<>();
    List<Folded> arrays = new ArrayList<>();
    if (type instanceof CompositeType composite) {
      for (Field field : composite.fields()) {
        include(of(field.type()), field.offset(), scalars, arrays);
      }
    } else if (type instanceof ArrayType array
        && array.length() != 0
        && array.element().size() > 0) {
      long element = array.element().size();
      boolean folded =
          array.length() > EXPANDED_ELEMENTS || array.length() == ArrayType.UNKNOWN_LENGTH;
      if (folded) {
        arrays.add(
            new Folded(
                0, array.length() > 0 ? array.length() * element : Range.UNBOUNDED, element));
      }
      for (long i = 0; i < (folded ? 1 : array.length()); i++) {
        include(of(array.element()), i * element, scalars, arrays);
      }
    }
    return new Parts(List.copyOf(scalars), List.copyOf(arrays));
  }

  private static void include(
      Parts parts, long offset, SequencedSet<Part> scalars, List<Folded> arrays) {
    parts.scalars().forEach(p -> scalars.add(new Part(p.offset() + offset, p.type())));
    parts
        .arrays()
        .forEach(a -> arrays.add(new Folded(a.offset() + offset, a.length(), a.element())));
  }
}

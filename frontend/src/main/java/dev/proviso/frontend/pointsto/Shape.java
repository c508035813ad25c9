// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which offsets of an object are told apart: those that differ by a multiple of {@code stride} are
 * not (0: all are), nor are the elements of the arrays.
 *
 * @param arrays longest first; two of them are disjoint, or one lies within the other's first
 *     element
 */
record Shape(long stride, List<Range> arrays) {
  static final Shape EXACT = new Shape(0, List.of());

  /** Nothing is told apart. */
  boolean isCollapsed() {
    return stride == 1;
  }

  /** True if the offset stands for itself only. */
  boolean isExactAt(long offset) {
    return stride == 0 && arrays.stream().noneMatch(a -> a.contains(offset));
  }

  /** The representative of an offset. */
  long fold(long offset) {
    if (stride == 1) {
      return 0;
    }
    long folded = stride == 0 ? offset : Math.floorMod(offset, stride);
    for (int i = 0; i < arrays.size(); i++) {
      folded = arrays.get(i).fold(folded);
    }
    return folded;
  }

  Shape withStride(long step) {
    return of(Stride.gcd(stride, step), arrays);
  }

  Shape withArray(Range array) {
    return isCollapsed() ? this : of(stride, join(arrays, List.of(array)));
  }

  /** The coarsest of what both do not tell apart. */
  Shape merge(Shape other, long distance) {
    return of(
        Stride.gcd(stride, other.stride),
        join(arrays, other.arrays.stream().map(a -> a.moved(distance)).toList()));
  }

  private static List<Range> join(List<Range> a, List<Range> b) {
    List<Range> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static Shape of(long wantedStride, List<Range> wanted) {
    long stride = wantedStride;
    List<Range> result = new ArrayList<>();
    List<Range> work = new ArrayList<>(wanted);
    while (!work.isEmpty() && stride != 1) {
      Range array = work.removeLast();
      if (stride > 0) {
        array = array.moved(Math.floorMod(array.start(), stride) - array.start());
        if (array.end() > stride) {
          stride = Stride.gcd(stride, array.element());
          work.addAll(result);
          result.clear();
          continue;
        }
      }
      insert(array, result, work);
    }
    if (stride == 1) {
      return new Shape(1, List.of());
    }
    result.sort(Comparator.comparingLong(Range::length).reversed().thenComparing(Range::start));
    return new Shape(stride, List.copyOf(result));
  }

  private static void insert(Range array, List<Range> result, List<Range> work) {
    for (Range known : result) {
      if (!known.overlaps(array) || isNested(array, known) || isNested(known, array)) {
        continue;
      }
      result.remove(known);
      if (known.contains(array) && fitsElement(array, known)) {
        work.add(array.moved(known.fold(array.start()) - array.start()));
        work.add(known);
      } else if (array.contains(known) && fitsElement(known, array)) {
        work.add(known.moved(array.fold(known.start()) - known.start()));
        work.add(array);
      } else {
        long start = Math.min(array.start(), known.start());
        long end = Math.max(array.end(), known.end());
        work.add(new Range(start, end, Stride.gcd(array.element(), known.element())));
      }
      return;
    }
    result.add(array);
  }

  private static boolean isNested(Range inner, Range outer) {
    return outer.start() <= inner.start()
        && inner.end() <= outer.start() + outer.element()
        && !inner.equals(outer)
        && inner.length() < outer.length();
  }

  private static boolean fitsElement(Range inner, Range outer) {
    return outer.fold(inner.start()) + inner.length() <= outer.start() + outer.element()
        && inner.length() < outer.length();
  }
}

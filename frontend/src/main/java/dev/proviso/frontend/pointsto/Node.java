// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A class of objects that some pointer may point to each of, laid over one another. */
final class Node {
  final int id;

  /** The node that this one became a part of, {@link #shift} bytes from its start. */
  private @Nullable Node parent;

  private long shift;

  /** True of the parts of variables that have no address, and of what stands for parameters. */
  final boolean isInternal;

  Shape shape = Shape.EXACT;
  TreeMap<Long, Cell> cells = new TreeMap<>();

  /** Arrays that lvalues name; pointer arithmetic that starts in one stays in it. */
  Set<Range> declared = new LinkedHashSet<>(2);

  /** Where pointers to composites became other pointers: the largest composite for each offset. */
  SortedMap<Long, Long> recast = new TreeMap<>();

  /** The arithmetic that was done on pointers into here. */
  Set<Walk> walks = new LinkedHashSet<>(2);

  /** Structs that lvalues name, by offset. */
  Set<Embedded> embedded = new LinkedHashSet<>(2);

  List<Placed> objects = new ArrayList<>(1);
  @Nullable Signature signature;

  /** True if a pointer may point to code that is not in the program. */
  boolean externalCode;

  /** A pointer at {@code offset} was moved by a multiple of {@code step}; it may have been at {@code other} before. */
  record Walk(long offset, long other, long step) {}

  /** A struct or union that stands at an offset. */
  record Embedded(long offset, CompositeType type) {}

  /** An object whose first byte stands at an offset. */
  record Placed(long offset, Thing thing) {}

  /** What an object is. */
  sealed interface Thing {
    record Of(Variable variable) implements Thing {}

    record Allocated(String text, boolean zeroed) implements Thing {}

    record External(Type type) implements Thing {}

    record Function(String procedure) implements Thing {}
  }

  Node(int id, boolean isInternal) {
    this.id = id;
    this.isInternal = isInternal;
  }

  Node root() {
    Node p = parent;
    if (p == null) {
      return this;
    }
    if (p.parent != null) {
      Node root = p.root();
      shift += p.shift;
      parent = root;
      return root;
    }
    return p;
  }

  /** Where offset 0 of this node stands in its root. Call after {@link #root}. */
  long shift() {
    return parent == null ? 0 : shift;
  }

  void mergeInto(Node root, long distance) {
    parent = root;
    shift = distance;
  }

  /** Drops what the root has taken over. */
  void clear() {
    cells = new TreeMap<>();
    declared = Set.of();
    recast = new TreeMap<>();
    walks = Set.of();
    embedded = Set.of();
    objects = List.of();
    signature = null;
  }

  /** The functions that stand here, by name. */
  List<String> functions() {
    return objects.stream()
        .map(Placed::thing)
        .filter(Thing.Function.class::isInstance)
        .map(f -> ((Thing.Function) f).procedure())
        .sorted()
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one struct or union of those with one tag that have the same members at the same places.
 */
final class TypeMerger {
  /**
   * Composites that are one: the first complete one of them, and what stands for all in the linked
   * program.
   */
  private static final class Group {
    private @Nullable CompositeType example;
    private final CompositeType merged;

    Group(CompositeType merged) {
      this.merged = merged;
    }
  }

  private record Pair(CompositeType left, CompositeType right) {}

  private final Map<CompositeType, CompositeType> known = new IdentityHashMap<>();
  private final Map<String, List<Group>> groups = new HashMap<>();
  private final Set<Pair> equal = new HashSet<>();

  Type map(Type type) {
    return switch (type) {
      case VoidType t -> t;
      case IntType t -> t;
      case FloatType t -> t;
      case PointerType t -> new PointerType(map(t.pointee()), t.bits());
      case ArrayType t ->
          new ArrayType(map(t.element()), Math.max(t.length(), ArrayType.UNKNOWN_LENGTH));
      case FunctionType t -> map(t);
      case CompositeType t -> map(t);
    };
  }

  FunctionType map(FunctionType type) {
    return new FunctionType(
        map(type.result()),
        type.parameters().stream().map(this::map).toList(),
        type.variadic(),
        type.prototyped());
  }

  Field map(Field field) {
    return new Field(
        field.name(), map(field.type()), field.offset(), field.bitOffset(), field.bitWidth());
  }

  private CompositeType map(CompositeType composite) {
    CompositeType merged = known.get(composite);
    if (merged == null) {
      Group group = groupOf(composite);
      merged = group.merged;
      known.put(composite, merged);
      boolean first = group.example == null && composite.isComplete();
      if (first) {
        group.example = composite;
      }
      // Also where it is not the first one: it may know the definition of what others only mention.
      List<Field> fields = composite.fields().stream().map(this::map).toList();
      if (first) {
        merged.complete(fields, composite.size(), composite.alignment());
      }
    }
    return merged;
  }

  private Group groupOf(CompositeType composite) {
    List<Group> candidates = groups.computeIfAbsent(composite.toString(), t -> new ArrayList<>());
    for (Group group : candidates) {
      if (group.example == null || !composite.isComplete() || same(group.example, composite)) {
        return group;
      }
    }
    Group group = new Group(new CompositeType(composite.kind(), composite.tag()));
    candidates.add(group);
    return group;
  }

  private boolean same(CompositeType left, CompositeType right) {
    Set<Pair> assumed = new HashSet<>();
    if (same(left, right, assumed)) {
      equal.addAll(assumed);
      return true;
    }
    return false;
  }

  /**
   * Equal if nothing that is reached differs, where pairs that are being compared count as equal.
   */
  private boolean same(Type left, Type right, Set<Pair> assumed) {
    return switch (left) {
      case PointerType a ->
          right instanceof PointerType b && same(a.pointee(), b.pointee(), assumed);
      case ArrayType a ->
          right instanceof ArrayType b
              && a.length() == b.length()
              && same(a.element(), b.element(), assumed);
      case FunctionType a -> right instanceof FunctionType b && same(a, b, assumed);
      case CompositeType a -> right instanceof CompositeType b && same(a, b, assumed);
      case VoidType a -> right.equals(a);
      case IntType a -> right.equals(a);
      case FloatType a -> right.equals(a);
    };
  }

  private boolean same(FunctionType a, FunctionType b, Set<Pair> assumed) {
    boolean alike =
        a.variadic() == b.variadic()
            && a.prototyped() == b.prototyped()
            && a.parameters().size() == b.parameters().size()
            && same(a.result(), b.result(), assumed);
    for (int i = 0; alike && i < a.parameters().size(); i++) {
      alike = same(a.parameters().get(i), b.parameters().get(i), assumed);
    }
    return alike;
  }

  private boolean same(CompositeType a, CompositeType b, Set<Pair> assumed) {
    Pair pair = new Pair(a, b);
    if (a == b || equal.contains(pair) || !assumed.add(pair)) {
      return true;
    }
    if (a.kind() != b.kind() || !a.tag().equals(b.tag())) {
      return false;
    }
    if (!a.isComplete() || !b.isComplete()) {
      return true;
    }
    boolean alike =
        a.size() == b.size()
            && a.alignment() == b.alignment()
            && a.fields().size() == b.fields().size();
    for (int i = 0; alike && i < a.fields().size(); i++) {
      Field f = a.fields().get(i);
      Field g = b.fields().get(i);
      alike =
          f.name().equals(g.name())
              && f.offset() == g.offset()
              && f.bitOffset() == g.bitOffset()
              && f.bitWidth() == g.bitWidth()
              && same(f.type(), g.type(), assumed);
    }
    return alike;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of an object a list has initialised so far: a later initialiser of a part, or of
 * another member of a union, overrides what came before (C17 6.7.9).
 */
final class InitialisedParts {
  private final Set<LValue> touched = new HashSet<>();
  private final Set<LValue> copied = new HashSet<>();
  private final Map<LValue, Field> members = new HashMap<>();

  /**
   * Adds a part that gets a value, or a list of its own.
   *
   * @return the object whose earlier initial values count no more; null where there are none
   */
  @Nullable LValue add(LValue part) {
    LValue overridden = touched.contains(part) ? part : null;
    for (LValue p = part; p != null; p = whole(p)) {
      if (copied.contains(p)) {
        overridden = overridden == null ? part : overridden;
      }
      if (ofUnion(p) instanceof LValue.Member m
          && !m.field().equals(members.getOrDefault(m.base(), m.field()))) {
        overridden = m.base();
      }
    }
    if (overridden != null) {
      LValue gone = overridden;
      touched.removeIf(t -> isWithin(t, gone));
      copied.removeIf(t -> isWithin(t, gone));
      members.keySet().removeIf(t -> isWithin(t, gone));
    }
    for (LValue p = part; p != null; p = whole(p)) {
      touched.add(p);
      if (ofUnion(p) instanceof LValue.Member m) {
        members.put(m.base(), m.field());
      }
    }
    return overridden;
  }

  /** Says that a part was added as a struct's or a union's value. */
  void copied(LValue part) {
    copied.add(part);
  }

  private static LValue.@Nullable Member ofUnion(LValue part) {
    return part instanceof LValue.Member m && ((CompositeType) m.base().type()).isUnion()
        ? m
        : null;
  }

  static boolean isWithin(LValue part, LValue object) {
    for (LValue p = part; p != null; p = whole(p)) {
      if (p == object) {
        return true;
      }
    }
    return false;
  }

  /** What it is a part of; null where it is an object of its own. */
  private static @Nullable LValue whole(LValue part) {
    return switch (part) {
      case LValue.Member m -> m.base();
      case LValue.Element e -> e.base();
      case LValue.Var v -> null;
      case LValue.Deref d -> null;
    };
  }
}

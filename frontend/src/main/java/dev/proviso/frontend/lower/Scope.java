// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are visible at a point of a unit: one scope inside another. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, Type> tags = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  boolean isFile() {
    return outer == null;
  }

  @Nullable Scope outer() {
    return outer;
  }

  void declare(String name, Symbol symbol) {
    symbols.put(name, symbol);
  }

  @Nullable Symbol find(String name) {
    for (Scope s = this; s != null; s = s.outer) {
      Symbol symbol = s.symbols.get(name);
      if (symbol != null) {
        return symbol;
      }
    }
    return null;
  }

  @Nullable Symbol findHere(String name) {
    return symbols.get(name);
  }

  void declareTag(String tag, Type type) {
    tags.put(tag, type);
  }

  @Nullable Type findTag(String tag) {
    for (Scope s = this; s != null; s = s.outer) {
      Type type = s.tags.get(tag);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  @Nullable Type findTagHere(String tag) {
    return tags.get(tag);
  }
}

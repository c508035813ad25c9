// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When an event happens: at one call, in this order. */
public enum EventKind {
  /** At the call site, before the call. */
  CALL,
  /** In the callee, on entry. */
  ENTRY,
  /** In the callee, before it returns. */
  EXIT,
  /** At the call site, after the call. */
  RETURN;

  /** The event as rules spell it. */
  public String spelling() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** True where the function's result is known. */
  public boolean hasResult() {
    return this == EXIT || this == RETURN;
  }

  /** True of the events before the function's body. */
  public boolean isBefore() {
    return !hasResult();
  }

  public static Optional<EventKind> of(String spelling) {
    return Arrays.stream(values()).filter(k -> k.spelling().equals(spelling)).findFirst();
  }

  static List<String> spellings() {
    return Arrays.stream(values()).map(EventKind::spelling).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.specs.slic.EventKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which reactions an event has, in the order of the rule's file. */
final class Reactions {
  private record Event(String function, String role, EventKind kind) {}

  private static final String NO_ROLE = "";

  private final Map<Event, List<Reaction>> byEvent = new LinkedHashMap<>();

  Reactions(List<Reaction> reactions) {
    for (Reaction reaction : reactions) {
      String role = reaction.role() == null ? NO_ROLE : reaction.role();
      byEvent
          .computeIfAbsent(
              new Event(reaction.signature().function(), role, reaction.event()),
              e -> new ArrayList<>())
          .add(reaction);
    }
  }

  /** Those to events of the function itself, in order of the events. */
  List<Reaction> of(String function, EventKind... kinds) {
    return in(function, NO_ROLE, kinds);
  }

  /** Those to the platform's calling the function in that role, in order of the events. */
  List<Reaction> inRole(String function, String role, EventKind... kinds) {
    return in(function, role, kinds);
  }

  private List<Reaction> in(String function, String role, EventKind... kinds) {
    List<Reaction> found = new ArrayList<>();
    for (EventKind kind : kinds) {
      found.addAll(byEvent.getOrDefault(new Event(function, role, kind), List.of()));
    }
    return found;
  }
}

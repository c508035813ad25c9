// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.List;

/** How well a function with a body was lowered. */
public sealed interface Exactness {

  /** As C means it. */
  record Exact() implements Exactness {}

  /** Some expressions became any value. */
  record Degraded(List<Place> places) implements Exactness {
    public Degraded {
      places = List.copyOf(places);
    }
  }

  /** Not at all: it could do and call anything. */
  record Lost(String reason) implements Exactness {}

  /** Where an expression became any value, and why. */
  record Place(Origin origin, String reason) {}

  /**
   * How well the procedure was lowered.
   *
   * @param procedure one with a body, be it lost
   */
  static Exactness of(Procedure procedure) {
    return switch (procedure.body()) {
      case Procedure.Body.Undefined u ->
          throw new IllegalArgumentException(procedure.name() + " has no body");
      case Procedure.Body.Lost l -> new Lost(l.reason());
      case Procedure.Body.Defined d -> of(d.cfg());
    };
  }

  private static Exactness of(Cfg cfg) {
    List<Place> places = new ArrayList<>();
    for (Edge edge : cfg.edges()) {
      if (edge.statement() instanceof Statement.Havoc havoc
          && havoc.cause() instanceof Statement.Cause.Inexact inexact) {
        places.add(new Place(edge.origin(), inexact.reason()));
      }
    }
    return places.isEmpty() ? new Exact() : new Degraded(places);
  }

  /** Where expressions became any value. */
  default List<Place> inexact() {
    return switch (this) {
      case Exact e -> List.of();
      case Degraded d -> d.places();
      case Lost l -> List.of();
    };
  }
}

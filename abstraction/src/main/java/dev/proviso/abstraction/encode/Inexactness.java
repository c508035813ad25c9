// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Edge;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of formulas that stand for what could not be said exactly, each with its edge and
 * why.
 */
public final class Inexactness {
  /** Where and why a formula allows more than the program does. */
  public record Place(Edge edge, String reason) {}

  private final Map<Term, Place> places = new LinkedHashMap<>();

  Term note(Term variable, Edge edge, String reason) {
    places.put(variable, new Place(edge, reason));
    return variable;
  }

  /** By variable, in the order they were made. */
  public Map<Term, Place> places() {
    return places;
  }
}

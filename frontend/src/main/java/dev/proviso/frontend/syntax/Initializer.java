// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/** The initial value of an object. */
public sealed interface Initializer extends Node {

  /** A value. */
  record Value(Expression expression) implements Initializer {
    @Override
    public Place place() {
      return expression.place();
    }
  }

  /** Values in braces. */
  record Braces(Place place, List<Item> items) implements Initializer {
    public Braces {
      items = List.copyOf(items);
    }
  }

  /**
   * One entry of a list in braces.
   *
   * @param designators outermost first; empty for "the next one"
   */
  record Item(List<Designator> designators, Initializer value) {
    public Item {
      designators = List.copyOf(designators);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/**
 * A name with what is built around the specifiers' type. {@code int *a[3]} has the derivations
 * array, pointer: read from the first to the last, "a is an array of 3 pointers to" what the
 * specifiers say; so the type is built from the last to the first.
 *
 * @param name empty in type names and unnamed parameters and members
 * @param attributes those of the declared name, and of any pointer in between
 */
public record Declarator(
    Place place, String name, List<Derivation> derivations, List<Attribute> attributes)
    implements Node {
  public Declarator {
    derivations = List.copyOf(derivations);
    attributes = List.copyOf(attributes);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/**
 * A GNU attribute, a {@code __declspec} or a C23 attribute.
 *
 * @param name without underscores around it: {@code packed} for {@code __packed__}
 * @param arguments the text of each argument, without needless spaces; empty where there is no list
 */
public record Attribute(Place place, String name, List<String> arguments) implements Node {
  public Attribute {
    arguments = List.copyOf(arguments);
  }
}

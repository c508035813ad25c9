// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.specs.platform.Platform;
import java.util.List;

/** Which functions are the same event as another, under another name. */
public interface EventAliases {
  /** None. */
  EventAliases NONE = function -> List.of();

  /** The other names of a function's events. */
  List<Alias> of(String function);

  /**
   * Another name.
   *
   * @param arguments for {@code $1, $2, …} of the event, which argument of this function it is,
   *     counted from 1
   */
  record Alias(String function, List<Integer> arguments) {
    public Alias {
      arguments = List.copyOf(arguments);
    }
  }

  /** The aliases that a platform declares. */
  static EventAliases of(Platform platform) {
    return function ->
        platform.aliases().stream()
            .filter(a -> a.is().equals(function))
            .map(a -> new Alias(a.function(), a.arguments()))
            .toList();
  }
}

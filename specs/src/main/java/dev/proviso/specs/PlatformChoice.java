// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which platform several rules need together. */
public final class PlatformChoice {
  private PlatformChoice() {}

  /**
   * The platform that was named; or else that of the rules, which is one that extends all of theirs.
   *
   * @param named as the user gave it; any rule may then be checked on it
   * @throws InputException if there is no such platform, or the rules need different ones
   */
  public static Platform choose(PlatformLibrary library, List<Rule> rules, Optional<String> named)
      throws InputException {
    if (named.isPresent()) {
      return library.load(named.get());
    }
    Map<String, Platform> needed = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (!needed.containsKey(rule.platform())) {
        needed.put(rule.platform(), load(library, rule));
      }
    }
    for (Platform platform : needed.values()) {
      if (platform.lineage().containsAll(needed.keySet())) {
        return platform;
      }
    }
    if (needed.isEmpty()) {
      return library.load(PlatformLibrary.NONE);
    }
    throw new InputException(disagreement(rules));
  }

  private static Platform load(PlatformLibrary library, Rule rule) throws InputException {
    try {
      return library.load(rule.platform());
    } catch (InputException e) {
      List<Message> placed = new ArrayList<>();
      for (Message m : e.messages()) {
        boolean nowhere = m.range().line() == 0;
        placed.add(
            nowhere
                ? new Message(m.severity(), rule.platformPlace(), m.sentence(), m.notes(), m.help())
                : m);
      }
      throw new InputException(placed);
    }
  }

  private static Message disagreement(List<Rule> rules) {
    Rule first = rules.get(0);
    Rule other = rules.stream().filter(r -> !r.platform().equals(first.platform())).findFirst().orElse(first);
    String sentence =
        "rule "
            + other.name()
            + " is for platform "
            + other.platform()
            + ", rule "
            + first.name()
            + " for platform "
            + first.platform();
    return Message.error(
        other.platformPlace(),
        sentence,
        "check them one after the other",
        "or name the platform of the code: --platform " + first.platform());
  }
}

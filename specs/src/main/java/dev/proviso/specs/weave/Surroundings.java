// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.specs.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule's events mean beyond the program's own names.
 *
 * @param headers what the rule's unit includes
 * @param roles the role types: names of events of every function that the platform calls in that role
 * @param assumptions what a proof rests on, one sentence each
 */
public record Surroundings(
    List<String> headers, Set<String> roles, EventAliases aliases, List<String> assumptions) {

  public Surroundings {
    headers = List.copyOf(headers);
    assumptions = List.copyOf(assumptions);
  }

  /** No platform. */
  public static final Surroundings NONE =
      new Surroundings(List.of(Surroundings.INTRINSICS), Set.of(), EventAliases.NONE, List.of());

  /** The header of what rule code asks of the checker. */
  public static final String INTRINSICS = "proviso.h";

  public static Surroundings of(Platform platform) {
    List<String> headers = new ArrayList<>(List.of(INTRINSICS));
    headers.addAll(platform.headers());
    Set<String> roles = new LinkedHashSet<>();
    platform.roles().forEach(r -> roles.add(r.name()));
    return new Surroundings(headers, roles, EventAliases.of(platform), platform.assumptions());
  }
}

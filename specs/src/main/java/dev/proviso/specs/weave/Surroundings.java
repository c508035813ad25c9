// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.EntryPoints;
import dev.proviso.specs.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule's events mean beyond the program's own names.
 *
 * @param includes the folders of the platform's headers
 * @param defines the driver's macros, which may choose among versions of an API
 * @param headers what the rule's unit includes
 * @param roles the role types: names of events of every function that the platform calls in that
 *     role
 * @param players the roles of the functions that are known to be entry points, by the functions'
 *     names in the program
 * @param assumptions what a proof rests on, one sentence each
 */
public record Surroundings(
    List<Path> includes,
    List<String> defines,
    List<String> headers,
    Set<String> roles,
    Map<String, List<String>> players,
    EventAliases aliases,
    List<String> assumptions) {

  /** The header of what rule code asks of the checker. */
  private static final String INTRINSICS = "proviso.h";

  public Surroundings {
    includes = List.copyOf(includes);
    defines = List.copyOf(defines);
    headers = List.copyOf(headers);
    assumptions = List.copyOf(assumptions);
  }

  /** Those of a program that was closed for a platform. */
  public static Surroundings of(Platform platform, Closing.Closed closed, List<String> defines) {
    Surroundings open = of(platform, closed.entries(), defines);
    return new Surroundings(
        open.includes,
        open.defines,
        open.headers,
        open.roles,
        open.players,
        open.aliases,
        closed.assumptions());
  }

  public static Surroundings of(Platform platform, EntryPoints entries, List<String> defines) {
    List<String> headers = new ArrayList<>(List.of(INTRINSICS));
    headers.addAll(platform.headers());
    Set<String> roles = new LinkedHashSet<>();
    platform.roles().forEach(r -> roles.add(r.name()));
    Map<String, List<String>> players = new LinkedHashMap<>();
    entries
        .found()
        .forEach(
            e ->
                players.computeIfAbsent(e.function(), f -> new ArrayList<>()).add(e.role().name()));
    return new Surroundings(
        platform.content().includes(),
        defines,
        headers,
        roles,
        players,
        EventAliases.of(platform),
        platform.assumptions());
  }
}

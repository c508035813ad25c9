// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A platform, with what it takes over from the platforms it extends: their headers' folders,
 * models, roles, registrations, aliases, initial functions and assumptions.
 *
 * @param lineage the platform's name, and those of all that it extends
 * @param headers what the rule unit and the harness include, such as {@code ntddk.h}
 * @param aliases other names of API functions that are the same event
 * @param labels where a label of that name stands in the code under check, this function is called
 * @param undefined what functions that the code under check declares and nobody defines may do
 * @param initial model functions to be called before anything else
 * @param assumptions what every proof on this platform rests on, one sentence each
 */
public record Platform(
    String name,
    List<String> lineage,
    Target target,
    List<String> headers,
    List<Role> roles,
    List<Registration> registrations,
    List<NamedEntry> names,
    List<Alias> aliases,
    Map<String, String> labels,
    Undefined undefined,
    List<String> initial,
    List<String> assumptions,
    Content content) {

  public Platform {
    lineage = List.copyOf(lineage);
    headers = List.copyOf(headers);
    roles = List.copyOf(roles);
    registrations = List.copyOf(registrations);
    names = List.copyOf(names);
    aliases = List.copyOf(aliases);
    labels = Map.copyOf(labels);
    initial = List.copyOf(initial);
    assumptions = List.copyOf(assumptions);
  }

  /** The role of that name. */
  public Optional<Role> role(String roleName) {
    return roles.stream().filter(r -> r.name().equals(roleName)).findFirst();
  }

  /**
   * The files of a platform.
   *
   * @param root the folder that holds the folders of all platforms
   * @param includes the folders of headers, the platform's own first
   * @param models C files of API models
   * @param harness the C file whose {@code main} calls the entry points; null where each entry
   *     point is called by itself
   * @param called the roles that the harness calls by {@code enter_<ROLE>}
   */
  public record Content(
      Path root,
      List<Path> includes,
      List<Path> models,
      @Nullable Path harness,
      Set<String> called) {
    public Content {
      includes = List.copyOf(includes);
      models = List.copyOf(models);
      called = Set.copyOf(called);
    }
  }

  /**
   * A kind of entry point.
   *
   * @param name the typedef of a function type in the platform's headers
   * @param selector the value that picks the function, where there is one for each of several
   *     values
   * @param calledBy whose code calls functions of this role
   */
  public record Role(String name, @Nullable Selector selector, Caller calledBy) {}

  /** Whose code calls the functions of a role. */
  public enum Caller {
    /** The harness, by {@code enter_<ROLE>}. */
    HARNESS,
    /** A model, through the pointer that the driver registered. */
    MODEL
  }

  /**
   * How one of several functions of a role is chosen.
   *
   * @param type the selector's type, as C text
   * @param attribute the attribute by which a declaration names the values that a function is for
   * @param defaultFor the function that stands in where the driver has none for a value
   */
  public record Selector(String type, String attribute, String defaultFor) {}

  /** What a function may do that nobody defines. */
  public enum Undefined {
    /** Write what its arguments reach, call back what it is given, return anything. */
    ANYTHING,
    /** Return anything; of functions in the platform's headers nothing is known. */
    RETURNS
  }

  /** Code that names an entry point. */
  public sealed interface Registration {
    String role();

    /**
     * A store to a member, or to an element of an array that is a member; the index is then the
     * selector.
     */
    record Assignment(String role, String type, String member) implements Registration {}

    /**
     * An argument of a call.
     *
     * @param argument counted from 1
     */
    record CallArgument(String role, String function, int argument) implements Registration {}
  }

  /** An entry point that is known by its name where nothing else tells. */
  public record NamedEntry(String role, String function) {}

  /**
   * Another name of the same event.
   *
   * @param arguments for {@code $1, $2, …} of the event, which argument of the alias it is, counted
   *     from 1
   */
  public record Alias(String function, String is, List<Integer> arguments) {
    public Alias {
      arguments = List.copyOf(arguments);
    }
  }
}

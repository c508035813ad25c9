// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.types.Type;
import dev.proviso.specs.slic.EventKind;
import dev.proviso.specs.slic.Rule.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler made for one function: it becomes one procedure.
 *
 * @param index the handler's place in the file
 * @param signature the function whose event it reacts to
 * @param role the role under which the platform calls the function; null where the event is the
 *     function's own
 * @param parameters the {@code $} names that the handler uses
 */
public record Reaction(
    int index,
    Handler handler,
    Signature signature,
    @Nullable String role,
    List<Parameter> parameters) {

  public Reaction {
    parameters = List.copyOf(parameters);
  }

  /** A {@code $} name, and what a call gives for it. */
  public record Parameter(String name, Type type, Source source) {}

  /** Where a call has the value. */
  public sealed interface Source {
    /** An argument, counted from 1. */
    record Argument(int number) implements Source {}

    /** The call's result. */
    record Result() implements Source {}

    /** Nowhere: an alias that lacks the argument. The value is arbitrary. */
    record Nothing() implements Source {}
  }

  public EventKind event() {
    return handler.event();
  }

  /** The C name of the handler's function, unique in the rule. */
  public String procedure() {
    String function = signature.function().replaceAll("[^A-Za-z0-9_]", "_");
    return "on_"
        + function
        + (role == null ? "" : "_as_" + role)
        + "_"
        + event().spelling()
        + "_"
        + (index + 1);
  }
}

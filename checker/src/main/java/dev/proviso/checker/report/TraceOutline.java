// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A trace as a person follows it: one item for a source line that ran, nested by call, the inside
 * of models, headers, harness and rule folded into what they changed. Every form of output is made
 * from this.
 *
 * @param message what the rule says at its {@code abort}
 * @param place the user's code at which the rule is broken
 * @param abort the rule's source at the {@code abort}
 * @param rawSteps how many steps the whole path has
 */
public record TraceOutline(
    List<Item> items, String message, SourceRange place, SourceRange abort, int rawSteps) {

  public TraceOutline {
    items = List.copyOf(items);
  }

  /** One line of the outline. */
  public sealed interface Item {
    /** How many shown calls it is deep. */
    int depth();
  }

  /**
   * A function of the user begins.
   *
   * @param fromPlatform true if the platform calls it, false if the user's code does
   * @param arguments the parameters with their values, as far as known
   */
  public record Enter(
      int depth, String procedure, boolean fromPlatform, SourceRange range, List<Effect> arguments)
      implements Item {
    public Enter {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A source line runs.
   *
   * @param kind whose code it is
   * @param branch which way a condition on it went; null where it has none
   * @param continued true for what happens on a line after a call on it has come back
   * @param effects what it changed, in order
   * @param ruleState the rule's variables after it
   * @param notes what an execution met there that C leaves undefined, a sentence each
   */
  public record Step(
      int depth,
      String procedure,
      Origin.Kind kind,
      SourceRange range,
      Origin.@Nullable Branch branch,
      boolean continued,
      List<Effect> effects,
      SequencedMap<String, String> ruleState,
      List<String> notes)
      implements Item {
    public Step {
      notes = List.copyOf(notes);
      effects = List.copyOf(effects);
    }
  }

  /** Something has a new value. */
  public record Effect(Owner owner, String object, @Nullable String before, String value) {}

  /** To whom the changed thing belongs. */
  public enum Owner {
    RULE,
    PLATFORM,
    PROGRAM
  }
}

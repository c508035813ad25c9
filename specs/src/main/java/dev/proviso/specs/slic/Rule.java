// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its file states it.
 *
 * @param name what verdicts call it
 * @param documentation the file's doc comment without its stars; empty where there is none
 * @param platform the platform model it needs, {@code none} where it needs none
 * @param platformPlace where the file says so, or the file's beginning
 * @param watches where watched objects come from; empty where the rule watches none
 * @param handlers in the order of the file
 * @param helpers C functions of the rule's own
 * @param file the rule's file as the user named it
 */
public record Rule(
    String name,
    String documentation,
    String platform,
    SourceRange platformPlace,
    State state,
    List<Watch> watches,
    List<Handler> handlers,
    List<Helper> helpers,
    String file) {

  public Rule {
    watches = List.copyOf(watches);
    handlers = List.copyOf(handlers);
    helpers = List.copyOf(helpers);
  }

  /** True if there is one state per object. */
  public boolean isWatching() {
    return !watches.isEmpty();
  }

  /**
   * The rule's state: C declarations, each without its semicolon, and the variables that they
   * declare.
   */
  public record State(List<Code> declarations, List<StateVariable> variables) {
    public State {
      declarations = List.copyOf(declarations);
      variables = List.copyOf(variables);
    }
  }

  /** A variable of the rule's state. */
  public record StateVariable(String name, SourceRange range) {}

  /**
   * The functions an event names: one, or with {@code prefix} all whose names start so. Role types
   * are names too.
   */
  public record FunctionPattern(String name, boolean prefix, SourceRange range) {
    public boolean matches(String function) {
      return prefix ? function.startsWith(name) : function.equals(name);
    }

    @Override
    public String toString() {
      return prefix ? name + "*" : name;
    }
  }

  /** {@code watch F.entry.$1}: the value of which event is an object. */
  public record Watch(List<FunctionPattern> functions, EventKind event, Code value) {
    public Watch {
      functions = List.copyOf(functions);
    }
  }

  /**
   * What runs at an event.
   *
   * @param guard the value that must be the watched object; null where the handler always runs
   * @param body what stands between the braces
   * @param range the event's name
   */
  public record Handler(
      List<FunctionPattern> functions,
      EventKind event,
      @Nullable Code guard,
      Code body,
      SourceRange range) {
    public Handler {
      functions = List.copyOf(functions);
    }
  }

  /**
   * A C function of the rule.
   *
   * @param text all of it, from its type to its closing brace
   */
  public record Helper(String name, Code text, SourceRange range) {}
}

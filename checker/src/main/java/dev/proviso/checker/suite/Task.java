// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.util.List;

/**
 * One question about one program.
 *
 * @param set what the task is counted under
 * @param name its definition's path, as it was found
 * @param question the property or rule
 * @param expected the right verdict; empty where the definition does not say
 * @param arguments the command line of {@code proviso check}, without limits
 */
public record Task(
    String set, String name, String question, String expected, List<String> arguments) {
  public Task {
    arguments = List.copyOf(arguments);
  }

  /** What tells it from other tasks. */
  public Key key() {
    return new Key(name, question);
  }

  /** The same task, counted under another set. */
  Task in(String other) {
    return new Task(other, name, question, expected, arguments);
  }

  /** A task's identity. */
  public record Key(String name, String question) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.time.Duration;

/**
 * What came of a task.
 *
 * @param expected the right verdict; empty where nobody knows it
 * @param verdict what was said
 * @param reason why it is unknown, or empty
 * @param cpu processor time of the whole process
 * @param megabytes the most memory that it had
 */
public record Outcome(
    String set,
    Task.Key key,
    String expected,
    String verdict,
    String reason,
    Duration cpu,
    Duration wall,
    long megabytes) {
  /** The verdict of who does not know. */
  public static final String UNKNOWN = "UNKNOWN";

  /** How good a verdict is. */
  public enum Score {
    RIGHT,
    WRONG,
    UNKNOWN,
    /** Nobody knows. */
    UNRATED;

    /** As it is written. */
    public String word() {
      return this == WRONG ? "WRONG" : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Score score() {
    if (verdict.equals(UNKNOWN)) {
      return Score.UNKNOWN;
    }
    if (expected.isEmpty()) {
      return Score.UNRATED;
    }
    return verdict.equals(expected) ? Score.RIGHT : Score.WRONG;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.platform.Platform.Role;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A function that the platform calls.
 *
 * @param function its name in the program
 * @param selection for a role with a selector: which values pick this function
 * @param evidence what in the code says so, at least one piece
 */
public record EntryPoint(Role role, String function, Selection selection, List<Evidence> evidence) {

  public EntryPoint {
    evidence = List.copyOf(evidence);
  }

  /** A place in the code, and what it tells: {@code declared with the role type DRIVER_UNLOAD}. */
  public record Evidence(SourceRange place, String sentence) {}

  /**
   * The values of a role's selector that pick a function.
   *
   * @param values those that the code names, in ascending order
   * @param others what holds for values that are not among them
   */
  public record Selection(List<BigInteger> values, Others others) {
    /** For a role without a selector. */
    public static final Selection NONE = of(List.of(), Others.NONE);

    public Selection {
      values = List.copyOf(values);
    }

    public static Selection of(Collection<BigInteger> values, Others others) {
      return new Selection(List.copyOf(new TreeSet<>(values)), others);
    }
  }

  /** What a function is for, besides the values that the code names. */
  public enum Others {
    /** Nothing else. */
    NONE,
    /** Every value for which no other function is named: the code fills the whole table with it. */
    UNGIVEN,
    /** Perhaps any value: the code does not tell which. */
    ANY
  }
}

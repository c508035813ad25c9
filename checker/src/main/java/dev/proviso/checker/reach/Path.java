// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import java.util.List;

/**
 * A path of a pushdown system from its start to the goal, calls and returns matched.
 *
 * @param goal where the last part ends
 */
public record Path<S, C>(List<Part<S, C>> parts, Bdd goal) {
  public Path {
    parts = List.copyOf(parts);
  }

  /** A part of a path; of each is known from which path edges it sets out. */
  public sealed interface Part<S, C> {
    /** Path edges at the place where it starts. */
    Bdd from();
  }

  /** The first step; it has no path edges before it. */
  public record Start<S, C>(S step) implements Part<S, C> {
    @Override
    public Bdd from() {
      throw new IllegalStateException("nothing comes before the start");
    }
  }

  public record Through<S, C>(Bdd from, S step) implements Part<S, C> {}

  /** Into a callee. */
  public record Into<S, C>(Bdd from, C call) implements Part<S, C> {}

  /**
   * Back from the callee that was entered last and not yet left.
   *
   * @param from the callee's path edges at its exit
   */
  public record OutOf<S, C>(Bdd from, C call) implements Part<S, C> {}

  /** Over a call whose way through the callee is not told, as the path would be too long. */
  public record Over<S, C>(Bdd from, C call) implements Part<S, C> {}
}

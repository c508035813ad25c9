// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Why something cannot be reached: what is true at each cut point. Where nothing is claimed, no
 * execution comes.
 *
 * @param excludes what it is to prove
 */
public record Certificate(Set<Goal> excludes, SequencedMap<CutPoint, Claim> claims) {
  /** What cannot be reached. */
  public enum Goal {
    ABORT,
    LOST_CODE
  }

  public Certificate {
    excludes = Set.copyOf(excludes);
    claims = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(claims));
  }

  /** What is claimed at a cut point. */
  public Claim at(CutPoint cut) {
    return claims.getOrDefault(cut, Claim.NEVER);
  }

  /** Whether this exit of a block must not be reached, whatever is true behind it. */
  boolean excludes(Exit exit) {
    return switch (exit) {
      case Exit.ToCut e -> false;
      case Exit.ToAbort e -> excludes.contains(Goal.ABORT);
      case Exit.ToLost e -> excludes.contains(Goal.LOST_CODE);
    };
  }
}

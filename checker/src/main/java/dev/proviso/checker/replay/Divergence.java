// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay left its path.
 *
 * @param place the edge of the path that was not taken
 * @param why what happened instead
 * @param first the first value that was another one than the solver's; null if there was none
 */
public record Divergence(Edge place, String why, @Nullable Difference first) {
  /** A value in the replay, and in the solver's model of the path. */
  public record Difference(Edge place, long replayed, long modelled) {
    String sentence() {
      LValue target =
          switch (place.statement()) {
            case Statement.Assign s -> s.target();
            case Statement.Havoc s -> s.target();
            case Statement.Allocate s -> s.target();
            default -> null;
          };
      return "%s: `%s` is %s in the replay and %s on the path"
          .formatted(range(place), target, number(target, replayed), number(target, modelled));
    }

    private static String number(@Nullable LValue target, long value) {
      return target != null && target.type() instanceof dev.proviso.frontend.types.PointerType
          ? "0x" + Long.toHexString(value)
          : Long.toString(value);
    }
  }

  private static SourceRange range(Edge edge) {
    return edge.origin().range();
  }

  /** What to say of it. */
  public String sentence() {
    String expected =
        place.statement() instanceof Statement.Assume a
            ? "the path needs `" + print(a.condition()) + "` here"
            : "the path goes on here";
    String difference = first == null ? "" : "; " + first.sentence();
    return expected + ", the replay does not: " + why + difference;
  }

  private static String print(Expr condition) {
    return condition.toString();
  }
}

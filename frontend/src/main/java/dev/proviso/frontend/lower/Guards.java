// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Statement.Skip;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Structured exception handling. Exceptions come from calls alone (a bad access ends the path):
 * each call inside a guarded body may also lead to the handler, before it does anything or after
 * all it does.
 */
final class Guards {
  private final Context context;
  private final Statements statements;
  private final Jumps jumps;
  private final List<Point> handlers = new ArrayList<>();

  Guards(Context context, Statements statements, Jumps jumps) {
    this.context = context;
    this.statements = statements;
    this.jumps = jumps;
  }

  void mayRaise(Place place) {
    if (!handlers.isEmpty() && context.cfg().isReachable()) {
      Point next = new Point();
      context.cfg().branch(new Skip(), handlers.getLast(), context.origin(place));
      context.cfg().emitTo(new Skip(), next, context.origin(place));
      context.cfg().place(next, context.origin(place));
    }
  }

  void lower(Statement.TryExcept s) {
    Point raised = new Point();
    Point end = new Point();
    handlers.add(raised);
    jumps.tryBlock(end, () -> statements.lower(s.body()));
    handlers.removeLast();
    context.cfg().jump(end, context.origin(s.place()));
    context.place(raised, s.handler().place());
    filter(s);
    statements.lower(s.handler());
    context.place(end, s.place());
  }

  /**
   * Where the filter does not take the exception, it goes to the handler around, or ends the path.
   */
  private void filter(Statement.TryExcept s) {
    Expr known = context.constantOrNull(s.filter());
    if (known instanceof IntConst c && c.value().signum() > 0) {
      return;
    }
    Point taken = new Point();
    Point passed = new Point();
    context.expressions().conditions().branch(s.filter(), "__except", s.keyword(), taken, passed);
    context.place(passed, s.place());
    propagate(s.place());
    context.place(taken, s.handler().place());
  }

  private void propagate(Place place) {
    @Nullable Point outer = handlers.isEmpty() ? null : handlers.getLast();
    if (outer == null) {
      context.cfg().close();
    } else {
      context.cfg().jump(outer, context.origin(place));
    }
  }

  void lower(Statement.TryFinally s) {
    Runnable handler = () -> statements.lower(s.handler());
    Point end = new Point();
    Point raised = new Point();
    boolean guarded = !handlers.isEmpty();
    if (guarded) {
      handlers.add(raised);
    }
    // `__leave` goes to the end of the body, where the handler is still to come.
    jumps.push(s, handler);
    jumps.tryBlock(end, () -> statements.lower(s.body()));
    jumps.pop();
    if (guarded) {
      handlers.removeLast();
    }
    context.place(end, s.place());
    statements.lower(s.handler());
    if (guarded) {
      Point after = new Point();
      context.cfg().jump(after, context.origin(s.place()));
      context.place(raised, s.handler().place());
      statements.lower(s.handler());
      propagate(s.place());
      context.place(after, s.place());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Statement.Assume;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.Origin.Branch;
import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.types.IntType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code switch}: a chain of tests before the body, which lead to its labels. */
final class Switches {
  private final Context context;
  private final Statements statements;
  private final Jumps jumps;
  private Map<Statement, Point> labels = new IdentityHashMap<>();

  /** A label and the values that lead to it. */
  private record Labelled(Statement.Case label, BigInteger first, BigInteger last) {}

  Switches(Context context, Statements statements, Jumps jumps) {
    this.context = context;
    this.statements = statements;
    this.jumps = jumps;
  }

  void lower(Statement.Switch s) {
    Expr value = context.expressions().value(s.selector());
    if (!(value.type() instanceof IntType t)) {
      throw new Invalid(
          s.selector().place().range(), "`switch` wants an integer, not " + value.type());
    }
    Expr selector = Exprs.cast(value, Conversions.promoted(t));
    Point end = new Point();
    Map<Statement, Point> outer = labels;
    labels = new IdentityHashMap<>();
    List<Labelled> cases = new ArrayList<>();
    List<Statement.Default> defaults = new ArrayList<>();
    collect(s.body(), cases, defaults);
    tests(s, selector, cases, defaults.isEmpty() ? end : label(defaults.get(0)));
    jumps.breakable(end, () -> statements.scoped(s.body()));
    labels = outer;
    context.place(end, s.place());
  }

  private void collect(Node node, List<Labelled> cases, List<Statement.Default> defaults) {
    switch (node) {
      case Statement.Case c -> {
        BigInteger first = context.constant(c.first());
        cases.add(new Labelled(c, first, c.last() == null ? first : context.constant(c.last())));
      }
      case Statement.Default d -> defaults.add(d);
      case Statement.Switch s -> {}
      case Statement.Block b -> {
        Scope outer = context.scope();
        context.enter();
        b.statements().forEach(s -> collect(s, cases, defaults));
        context.leaveTo(outer);
      }
      case Statement.Declare d -> declareEnumerators(d.declaration());
      case Statement s -> Children.of(s).forEach(c -> collect(c, cases, defaults));
      default -> {}
    }
  }

  // Those that the body declares may stand in its labels.
  private void declareEnumerators(Declaration declaration) {
    if (declaration.specifiers().type() instanceof TypeSpecifier.Enumeration e
        && e.enumerators() != null) {
      context.types().specified(declaration.specifiers(), null);
    }
  }

  private void tests(Statement.Switch s, Expr selector, List<Labelled> cases, Point otherwise) {
    for (Labelled labelled : cases) {
      Statement.Case c = labelled.label();
      Expr test = test(labelled, (IntType) selector.type(), selector);
      Origin origin = context.origin(c.place());
      if (Exprs.isConstant(test)) {
        if (!Exprs.isZero(test)) {
          context.cfg().jump(label(c), origin);
          return;
        }
        continue;
      }
      String name = labelled.first().toString();
      context
          .cfg()
          .branch(
              new Assume(test, Assume.Reason.BRANCH),
              label(c),
              origin.withBranch(new Branch("switch", s.keyword(), name)));
      boolean last = labelled == cases.getLast();
      Point next = last ? otherwise : new Point();
      context
          .cfg()
          .branch(
              new Assume(Exprs.not(test), Assume.Reason.BRANCH),
              next,
              last
                  ? context
                      .origin(s.place())
                      .withBranch(new Branch("switch", s.keyword(), "default"))
                  : origin);
      context.cfg().close();
      if (last) {
        return;
      }
      context.place(next, s.place());
    }
    context.cfg().jump(otherwise, context.origin(s.place()));
  }

  private static Expr test(Labelled c, IntType type, Expr selector) {
    Expr first = IntConst.of(c.first(), type);
    if (c.label().last() == null) {
      return Exprs.binary(BinaryOp.EQUAL, selector, first);
    }
    return Exprs.binary(
        BinaryOp.AND,
        Exprs.binary(BinaryOp.LESS_OR_EQUAL, first, selector),
        Exprs.binary(BinaryOp.LESS_OR_EQUAL, selector, IntConst.of(c.last(), type)));
  }

  private Point label(Statement statement) {
    return labels.computeIfAbsent(statement, s -> new Point());
  }

  void caseLabel(Statement.Case s) {
    place(s, "`case`", s.place());
  }

  void defaultLabel(Statement.Default s) {
    place(s, "`default`", s.place());
  }

  private void place(Statement statement, String word, Place place) {
    @Nullable Point point = labels.get(statement);
    if (point != null) {
      context.place(point, place);
    } else if (statement instanceof Statement.Default) {
      throw new Invalid(place.range(), word + " stands in no switch, or is the second one in it");
    }
  }
}

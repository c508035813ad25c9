// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.syntax.Designator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.InitDeclarator;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a node that are evaluated: operands of {@code sizeof} and types are none. */
final class Children {
  private Children() {}

  static List<Node> of(Node node) {
    return switch (node) {
      case Problem p -> List.of();
      case Expression e -> ofExpression(e);
      case Statement s -> ofStatement(s);
      case Initializer i -> ofInitializer(i);
      case Designator d -> ofDesignator(d);
      case Declaration d -> List.copyOf(d.declarators());
      case InitDeclarator d -> listOf(d.initializer());
      default -> List.of();
    };
  }

  private static List<Node> listOf(@Nullable Node... nodes) {
    List<Node> present = new ArrayList<>();
    for (Node node : nodes) {
      if (node != null) {
        present.add(node);
      }
    }
    return present;
  }

  private static List<Node> ofExpression(Expression expression) {
    return switch (expression) {
      case Expression.Identifier e -> List.of();
      case Expression.Literal e -> List.of();
      case Expression.CompoundLiteral e -> List.of(e.value());
      case Expression.StatementExpression e -> List.of(e.block());
      case Expression.GenericSelection e ->
          new ArrayList<>(e.associations().stream().map(a -> a.value()).toList());
      case Expression.LabelAddress e -> List.of();
      case Expression.Unary e -> List.of(e.operand());
      case Expression.Binary e -> List.of(e.left(), e.right());
      case Expression.Assign e -> List.of(e.target(), e.value());
      case Expression.Conditional e -> listOf(e.condition(), e.then(), e.otherwise());
      case Expression.Comma e -> List.copyOf(e.expressions());
      case Expression.Cast e -> List.of(e.operand());
      case Expression.Call e -> {
        List<Node> all = new ArrayList<>(List.of(e.function()));
        all.addAll(e.arguments());
        yield all;
      }
      case Expression.Index e -> List.of(e.array(), e.index());
      case Expression.MemberOf e -> List.of(e.object());
      case Expression.MemberOfPointer e -> List.of(e.pointer());
      case Expression.VariadicArgument e -> List.of(e.list());
      case Expression.SizeofExpression e -> List.of();
      case Expression.SizeofType e -> List.of();
      case Expression.AlignofExpression e -> List.of();
      case Expression.AlignofType e -> List.of();
      case Expression.Offsetof e -> List.copyOf(e.designators());
      case Expression.TypesCompatible e -> List.of();
      case Problem e -> List.of();
    };
  }

  private static List<Node> ofStatement(Statement statement) {
    return switch (statement) {
      case Statement.Block s -> List.copyOf(s.statements());
      case Statement.Declare s -> List.of(s.declaration());
      case Statement.Check s -> List.of();
      case Statement.Nested s -> List.of(s.function().body());
      case Statement.Evaluate s -> List.of(s.expression());
      case Statement.Empty s -> List.of();
      case Statement.Asm s -> {
        List<Node> all = new ArrayList<>();
        s.outputs().forEach(o -> all.add(o.expression()));
        s.inputs().forEach(o -> all.add(o.expression()));
        yield all;
      }
      case Statement.If s -> listOf(s.condition(), s.then(), s.otherwise());
      case Statement.While s -> List.of(s.condition(), s.body());
      case Statement.DoWhile s -> List.of(s.body(), s.condition());
      case Statement.For s -> listOf(s.initialization(), s.condition(), s.step(), s.body());
      case Statement.Switch s -> List.of(s.selector(), s.body());
      case Statement.Case s -> List.of();
      case Statement.Default s -> List.of();
      case Statement.Label s -> List.of();
      case Statement.Goto s -> List.of();
      case Statement.ComputedGoto s -> List.of(s.target());
      case Statement.Break s -> List.of();
      case Statement.Continue s -> List.of();
      case Statement.Return s -> listOf(s.value());
      case Statement.Leave s -> List.of();
      case Statement.TryExcept s -> List.of(s.body(), s.filter(), s.handler());
      case Statement.TryFinally s -> List.of(s.body(), s.handler());
      case Problem s -> List.of();
    };
  }

  private static List<Node> ofInitializer(Initializer initializer) {
    return switch (initializer) {
      case Initializer.Value v -> List.of(v.expression());
      case Initializer.Braces b -> {
        List<Node> all = new ArrayList<>();
        for (Initializer.Item item : b.items()) {
          all.addAll(item.designators());
          all.add(item.value());
        }
        yield all;
      }
    };
  }

  private static List<Node> ofDesignator(Designator designator) {
    return switch (designator) {
      case Designator.Field f -> List.of();
      case Designator.Index i -> List.of(i.index());
      case Designator.Range r -> List.of(r.first(), r.last());
    };
  }
}

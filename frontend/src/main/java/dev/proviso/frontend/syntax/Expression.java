// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Parentheses are not kept. */
public sealed interface Expression extends Node
    permits Problem,
        Expression.Primary,
        Expression.Operation,
        Expression.Access,
        Expression.TypeQuery {

  /** Expressions without operator. */
  sealed interface Primary extends Expression {}

  /** Expressions that compute with operands. */
  sealed interface Operation extends Expression {}

  /** Expressions that reach into an object, or call. */
  sealed interface Access extends Expression {}

  /** Expressions about types. */
  sealed interface TypeQuery extends Expression {}

  /** A name. */
  record Identifier(Place place, String name) implements Primary {}

  /**
   * A constant.
   *
   * @param text as written, with prefix, suffix, quotes and escapes; adjacent strings are one
   */
  record Literal(Place place, Kind kind, String text) implements Primary {
    /**
     * What a byte of the file that is no part of a character is added to, to stand in a text: code
     * points that no character has (unpaired surrogates).
     */
    public static final int STRAY_BYTES = 0xDC00;

    /** The sorts of constants. */
    public enum Kind {
      INTEGER,
      FLOATING,
      CHARACTER,
      STRING
    }
  }

  /** {@code (type){…}}. */
  record CompoundLiteral(Place place, TypeName type, Initializer.Braces value) implements Primary {}

  /** GNU's {@code ({ … })}: the value is that of the last statement, if it is an expression. */
  record StatementExpression(Place place, Statement.Block block) implements Primary {}

  /** {@code _Generic(controlling, …)}. */
  record GenericSelection(Place place, Expression controlling, List<Association> associations)
      implements Primary {
    public GenericSelection {
      associations = List.copyOf(associations);
    }
  }

  /** A case of {@code _Generic}; without a type it is the {@code default}. */
  record Association(@Nullable TypeName type, Expression value) {}

  /** GNU's {@code &&label}. */
  record LabelAddress(Place place, String label) implements Primary {}

  /** An operator with one operand. */
  record Unary(Place place, UnaryOperator operator, Expression operand) implements Operation {}

  /**
   * An operator with two operands.
   *
   * @param operatorRange where the operator stands; in a macro, where the macro's use stands
   */
  record Binary(
      Place place,
      BinaryOperator operator,
      Expression left,
      Expression right,
      SourceRange operatorRange)
      implements Operation {}

  /**
   * An assignment.
   *
   * @param operator for {@code +=} and its kin, the operator; null for {@code =}
   */
  record Assign(Place place, @Nullable BinaryOperator operator, Expression target, Expression value)
      implements Operation {}

  /**
   * {@code condition ? then : otherwise}.
   *
   * @param then null for GNU's {@code condition ?: otherwise}
   * @param operatorRange where the question mark stands
   */
  record Conditional(
      Place place,
      Expression condition,
      @Nullable Expression then,
      Expression otherwise,
      SourceRange operatorRange)
      implements Operation {}

  /** {@code a, b, c}: at least two. */
  record Comma(Place place, List<Expression> expressions) implements Operation {
    public Comma {
      expressions = List.copyOf(expressions);
    }
  }

  /** {@code (type) operand}. */
  record Cast(Place place, TypeName type, Expression operand) implements Operation {}

  /** A call. */
  record Call(Place place, Expression function, List<Expression> arguments) implements Access {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code array[index]}. */
  record Index(Place place, Expression array, Expression index) implements Access {}

  /** {@code object.member}. */
  record MemberOf(Place place, Expression object, String member) implements Access {}

  /** {@code pointer->member}. */
  record MemberOfPointer(Place place, Expression pointer, String member) implements Access {}

  /** {@code va_arg(list, type)}. */
  record VariadicArgument(Place place, Expression list, TypeName type) implements Access {}

  /** {@code sizeof expression}. */
  record SizeofExpression(Place place, Expression expression) implements TypeQuery {}

  /** {@code sizeof(type)}. */
  record SizeofType(Place place, TypeName type) implements TypeQuery {}

  /** GNU's {@code __alignof__ expression}. */
  record AlignofExpression(Place place, Expression expression) implements TypeQuery {}

  /** {@code _Alignof(type)}. */
  record AlignofType(Place place, TypeName type) implements TypeQuery {}

  /** {@code offsetof(type, .a[1].b)}: at least one designator, the first a field. */
  record Offsetof(Place place, TypeName type, List<Designator> designators) implements TypeQuery {
    public Offsetof {
      designators = List.copyOf(designators);
    }
  }

  /** {@code __builtin_types_compatible_p(left, right)}. */
  record TypesCompatible(Place place, TypeName left, TypeName right) implements TypeQuery {}
}

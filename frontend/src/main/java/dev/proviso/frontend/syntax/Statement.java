// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. Labels stand as statements of their own, before the one that they label. {@code
 * keyword} is where the controlling word stands: in a macro, where the macro's use stands.
 */
public sealed interface Statement extends Node
    permits Problem,
        Statement.Simple,
        Statement.Branching,
        Statement.Marker,
        Statement.Jump,
        Statement.Guarded {

  /** Statements without control flow of their own. */
  sealed interface Simple extends Statement {}

  /** Statements that choose or repeat. */
  sealed interface Branching extends Statement {}

  /** Places that are jumped to. */
  sealed interface Marker extends Statement {}

  /** Statements that leave. */
  sealed interface Jump extends Statement {}

  /** Structured exception handling. */
  sealed interface Guarded extends Statement {}

  /**
   * Statements in braces.
   *
   * @param end the place of the closing brace
   */
  record Block(Place place, List<Statement> statements, SourceRange end) implements Simple {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /** A declaration among statements. */
  record Declare(Place place, Declaration declaration) implements Simple {}

  /** {@code _Static_assert} among statements. */
  record Check(Place place, StaticAssert check) implements Simple {}

  /** A function defined inside a function (GNU). */
  record Nested(Place place, FunctionDefinition function) implements Simple {}

  /** An expression evaluated for its effects. */
  record Evaluate(Place place, Expression expression) implements Simple {}

  /** {@code ;} */
  record Empty(Place place) implements Simple {}

  /**
   * Assembler text.
   *
   * @param labels those that {@code asm goto} may jump to
   * @param outputs what it writes, with GNU's constraints; unknown for Microsoft's form
   * @param operandsKnown whether outputs, inputs and labels are all that it touches besides memory
   */
  record Asm(
      Place place,
      String text,
      List<AsmOperand> outputs,
      List<AsmOperand> inputs,
      List<String> clobbers,
      List<String> labels,
      boolean operandsKnown)
      implements Simple {
    public Asm {
      outputs = List.copyOf(outputs);
      inputs = List.copyOf(inputs);
      clobbers = List.copyOf(clobbers);
      labels = List.copyOf(labels);
    }
  }

  /**
   * An operand of assembler text.
   *
   * @param constraint the literal as written, behind the operand's name: {@code [x]"=r"}
   */
  record AsmOperand(String constraint, Expression expression) {}

  /** {@code if}. */
  record If(
      Place place,
      SourceRange keyword,
      Expression condition,
      Statement then,
      @Nullable Statement otherwise)
      implements Branching {}

  /** {@code while}. */
  record While(Place place, SourceRange keyword, Expression condition, Statement body)
      implements Branching {}

  /** {@code do … while}; {@code keyword} is the {@code do}. */
  record DoWhile(Place place, SourceRange keyword, Statement body, Expression condition)
      implements Branching {}

  /**
   * {@code for}.
   *
   * @param initialization a declaration, an expression, or {@link Empty}
   */
  record For(
      Place place,
      SourceRange keyword,
      Statement initialization,
      @Nullable Expression condition,
      @Nullable Expression step,
      Statement body)
      implements Branching {}

  /** {@code switch}. */
  record Switch(Place place, SourceRange keyword, Expression selector, Statement body)
      implements Branching {}

  /**
   * {@code case first:}, or GNU's {@code case first ... last:}.
   *
   * @param last null but for a range
   */
  record Case(Place place, Expression first, @Nullable Expression last) implements Marker {}

  /** {@code default:}. */
  record Default(Place place) implements Marker {}

  /** {@code name:}. */
  record Label(Place place, String name) implements Marker {}

  /** {@code goto label}. */
  record Goto(Place place, String label) implements Jump {}

  /** GNU's {@code goto *target}. */
  record ComputedGoto(Place place, Expression target) implements Jump {}

  /** {@code break}. */
  record Break(Place place) implements Jump {}

  /** {@code continue}. */
  record Continue(Place place) implements Jump {}

  /** {@code return}. */
  record Return(Place place, @Nullable Expression value) implements Jump {}

  /** {@code __leave}: goes to the end of the innermost {@code __try} block. */
  record Leave(Place place) implements Jump {}

  /** {@code __try body __except (filter) handler}. */
  record TryExcept(Place place, SourceRange keyword, Block body, Expression filter, Block handler)
      implements Guarded {}

  /** {@code __try body __finally handler}. */
  record TryFinally(Place place, SourceRange keyword, Block body, Block handler)
      implements Guarded {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an edge does. */
public sealed interface Statement {
  /**
   * Where the statement puts a value: of a call, where its result goes. Null where there is no such
   * place; what pointers lead to may change all the same.
   */
  default @Nullable LValue target() {
    return switch (this) {
      case Assign s -> s.target;
      case Havoc s -> s.target;
      case Allocate s -> s.target;
      case Call s -> s.result;
      case Assume s -> null;
      case Return s -> null;
      case Free s -> null;
      case CopyMemory s -> null;
      case FillMemory s -> null;
      case Scramble s -> null;
      case Abort s -> null;
      case Skip s -> null;
    };
  }

  /** {@code target = value}. Types are equal; a struct or union is copied whole. */
  record Assign(LValue target, Expr value) implements Statement {}

  /** Goes on only where the condition (a scalar) is not zero. */
  record Assume(Expr condition, Reason reason) implements Statement {
    /** Why the path may end here. */
    public enum Reason {
      /** A branch of the source. */
      BRANCH,
      /** Dereferencing null ends the path. */
      NULL_DEREFERENCE,
      /** Dividing by zero, or the least integer by -1, ends the path. */
      DIVISION,
      /** {@code __builtin_unreachable}, {@code __assume}, {@code __analysis_assume}. */
      ASSERTED,
      /** A model, the harness or a rule ({@code halt}) says so. */
      MODEL
    }
  }

  /**
   * A call.
   *
   * @param result where the result goes; null where it is dropped or there is none
   * @param arguments already converted to the parameters' types
   */
  record Call(@Nullable LValue result, Callee callee, List<Expr> arguments) implements Statement {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Leaves the procedure; the edge ends at its exit. */
  record Return(@Nullable Expr value) implements Statement {}

  /** The target gets an arbitrary value of its type. */
  record Havoc(LValue target, Cause cause) implements Statement {}

  /** Why a value is arbitrary. */
  sealed interface Cause {
    /** A choice of the environment: a harness, a model, {@code __VERIFIER_nondet_int}. */
    record Environment() implements Cause {}

    /**
     * A choice of the environment that is wild but valid: a pointer gets null or the address of an
     * external object of its pointee's type, in which pointers are again of this sort. External
     * objects may be the same object, but are no variable and no allocation of the program.
     */
    record External() implements Cause {}

    /** A variable whose scope begins: also marks a new activation of a local. */
    record Uninitialised() implements Cause {}

    /**
     * C leaves the value open: a missing return value; a shift or a conversion from a floating type
     * whose operand is out of range (only then the target is read).
     *
     * @param usual what common machines give, for the interpreter; no operand of the statement.
     *     Null where there is no such thing
     */
    record Unspecified(@Nullable Expr usual) implements Cause {
      public Unspecified() {
        this(null);
      }
    }

    /** Lowering could not say it exactly: a trace through it is not evidence. */
    record Inexact(String reason) implements Cause {}
  }

  /**
   * A new object of that many bytes, disjoint from all others and not at null; its content is
   * arbitrary, or zero. What a variable of kind {@code LOCAL} gets in this way (an array of
   * variable length, {@code alloca}) ends with the activation at the latest.
   *
   * @param target a pointer
   */
  record Allocate(LValue target, Expr size, Content content) implements Statement {
    /** What a new object holds. */
    public enum Content {
      ARBITRARY,
      ZERO
    }
  }

  /** The object that the pointer points to ends. Null does nothing. */
  record Free(Expr pointer) implements Statement {}

  /** {@code memmove(destination, source, size)}. */
  record CopyMemory(Expr destination, Expr source, Expr size) implements Statement {}

  /** {@code memset(destination, value, size)}. */
  record FillMemory(Expr destination, Expr value, Expr size) implements Statement {}

  /**
   * Everything that can be reached from these pointers gets arbitrary content: what a function
   * without body or model may do to its arguments. Pointers in there then point to what was
   * reachable, to external objects, or are null.
   */
  record Scramble(List<Expr> pointers) implements Statement {
    public Scramble {
      pointers = List.copyOf(pointers);
    }
  }

  /**
   * The rule is broken here. There is no next location but the procedure's exit, which is not
   * reached.
   */
  record Abort(String message) implements Statement {}

  /** Nothing. */
  record Skip() implements Statement {}

  /** Whom a call calls. */
  sealed interface Callee {
    /** A procedure by its name in the program. */
    record Direct(String procedure) implements Callee {}

    /** Whatever the pointer points to; a pointer to a function type. */
    record Indirect(Expr pointer) implements Callee {}
  }
}

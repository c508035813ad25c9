// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import java.util.List;
import java.util.Optional;

/** What a boolean program does. */
public sealed interface BooleanStatement {
  record Skip() implements BooleanStatement {}

  /** Goes on only where the condition can be true. */
  record Assume(BooleanExpr condition) implements BooleanStatement {}

  /** An error where the condition can be false. */
  record Assert(BooleanExpr condition) implements BooleanStatement {}

  /**
   * The dialects do not agree: where the condition can be true, execution goes wrong, or merely
   * ends. It goes on where it can be false.
   */
  record AbortIf(BooleanExpr condition) implements BooleanStatement {}

  /**
   * All at once. Goes on only where the constraint holds.
   *
   * @param values as many as targets
   * @param constraint over the values before, and, as {@link BooleanExpr.Next}, those after
   */
  record Assign(List<String> targets, List<BooleanExpr> values, Optional<BooleanExpr> constraint)
      implements BooleanStatement {
    public Assign {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
    }
  }

  /** Goes on at any of the labels; at least one. */
  record Goto(List<String> labels) implements BooleanStatement {
    public Goto {
      labels = List.copyOf(labels);
    }
  }

  /**
   * @param targets as many as the callee has results
   */
  record Call(List<String> targets, String callee, List<BooleanExpr> arguments)
      implements BooleanStatement {
    public Call {
      targets = List.copyOf(targets);
      arguments = List.copyOf(arguments);
    }
  }

  /** Starts a thread that runs beside all others. */
  record StartThread(String procedure, List<BooleanExpr> arguments) implements BooleanStatement {
    public StartThread {
      arguments = List.copyOf(arguments);
    }
  }

  /** Ends the procedure. */
  record Return(List<BooleanExpr> values) implements BooleanStatement {
    public Return {
      values = List.copyOf(values);
    }
  }

  /** What stands among targets in the place of a variable where a value is dropped. */
  String DROPPED = "_";
}

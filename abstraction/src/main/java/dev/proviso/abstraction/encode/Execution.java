// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.block.Frame;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.slice.Influence;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One execution from the program's start, as far as it has come: what is known stays a constant,
 * what the environment chooses is a variable. Frames are its activations.
 */
public final class Execution {
  private final Encoding encoding;
  private final SymbolicState state;
  private int choices;

  private Execution(Encoding encoding, SymbolicState state, int choices) {
    this.encoding = encoding;
    this.state = state;
    this.choices = choices;
  }

  public static Execution start(Encoding encoding) {
    return new Execution(encoding, encoding.programStart(), 0);
  }

  /** Another one that has come as far: from here on they go different ways. */
  public Execution copy() {
    return new Execution(encoding, state.copy(), choices);
  }

  /** When a step can be taken next. */
  public Term condition(Step step) {
    return step.condition()
        .map(
            c ->
                new Evaluator(
                        encoding.formula(),
                        state,
                        step.frame().id(),
                        encoding.terms().yes(),
                        step.edge(),
                        Evaluator.Nulls.EXCLUDED)
                    .truth(c))
        .orElse(encoding.terms().yes());
  }

  /** The variables of a condition, by name. */
  public Set<String> variables(Term condition) {
    return encoding.terms().variablesOf(condition);
  }

  /** A condition is true from here on. */
  public void learn(Term condition) {
    state.learn(condition);
  }

  /** Takes a step, whose condition is taken to be true. */
  public void take(Step step) {
    if (step.condition().isEmpty()) {
      Term always = encoding.terms().yes();
      // Ways with like choices have like questions, which are asked once.
      encoding.formula().countChoicesFrom(choices);
      Executor executor = encoding.executor(state, always, step.edge(), UnaryOperator.identity());
      encoding.pass(step, executor, state, always, Frame::id);
      choices = encoding.formula().choices();
    }
  }

  /**
   * What the last steps and questions brought to light, all of which must be true. How unknown
   * objects of the environment relate to one another is left out.
   */
  public List<Term> takeFacts() {
    return encoding.formula().takeFacts();
  }

  /** The value of a global scalar. */
  public Term value(LValue global) {
    return encoding.value(global, state, Cell.STATIC);
  }

  /**
   * What is known now and matters.
   *
   * @param stack the frames that are alive, the first one first
   */
  public Similarity similarity(Influence influence, List<Alive> stack) {
    return new Fingerprint(encoding.formula().memory().addresses(), influence, state).of(stack);
  }

  /** A frame, and those of its variables that may be read again. */
  public record Alive(Frame frame, Set<Variable> variables) {}

  /**
   * How alike two executions are that stand at one place.
   *
   * @param closely equal if they can do much the same from here on
   * @param atoms a number for each thing that is known, equal where that is the same
   */
  public record Similarity(long closely, long[] atoms) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Unroller;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The formula of a {@link RandomBlock}, and what it says of one execution. */
final class EncodedBlock {
  /** How the formula is made. */
  enum Mode {
    /** The inputs are variables that are constrained: the solver computes. */
    CHOSEN,
    /** The inputs are constants: most is computed while the formula is made. */
    CONSTANT,
    /** The inputs are variables, and each statement has a switch, which is on. */
    SWITCHED,
    /** The inputs are constants, one way is followed step by step. */
    STEPPED
  }

  /** What came of it. */
  enum Answer {
    EXACT,
    INEXACT,
    /** The end is reached in the formula and not in the execution, or the other way round. */
    WRONG_END,
    NOT_A_MODEL,
    OTHER_MODELS
  }

  private final Solver solver;
  private final Terms terms;
  private final Program program;
  private final Memory memory;
  private final Block block;
  private final Inexactness inexactness = new Inexactness();
  private final Encoding encoding;
  private final List<Term> facts = new ArrayList<>();

  private EncodedBlock(Solver solver, RandomBlock.Made made, Mode mode) throws InputException {
    this.solver = solver;
    terms = solver.terms();
    boolean chosen = mode == Mode.CHOSEN || mode == Mode.SWITCHED;
    String text =
        (chosen ? BlockRun.CHOSEN : BlockRun.constants(made))
            + "void __proviso_abort(const char *);\n"
            + made.text().replace(RandomBlock.END, "__proviso_abort(\"end\");");
    program =
        NormalForm.of(Frontend.readText("block.c", text, Frontend.Options.of(made.target())))
            .program();
    PointsTo pointsTo = PointsTo.analyse(program);
    memory = new Memory(pointsTo, new AddressSpace(program), new ProgramVariables(program));
    Blocks blocks = new Blocks(program, pointsTo, CallGraph.of(program, pointsTo));
    block =
        made.rounds() == 0
            ? blocks.from((dev.proviso.abstraction.block.CutPoint.At) blocks.entry("main"))
            : Unroller.unroll(program, pointsTo, made.rounds()).orElseThrow();
    encoding = new Encoding(terms, memory, program, inexactness);
  }

  /**
   * @param expected the outputs of the execution; empty where it does not come to its end
   */
  static Answer check(RandomBlock.Made made, Optional<List<Long>> expected, Mode mode)
      throws InputException {
    try (Solver solver = new Solver()) {
      EncodedBlock encoded = new EncodedBlock(solver, made, mode);
      Optional<List<Term>> outputs =
          mode == Mode.STEPPED ? encoded.stepped(made) : Optional.of(encoded.whole(made, mode));
      Answer answer = encoded.compare(outputs, expected);
      // What is open may lead another way than the run took, and only one is looked at.
      boolean other = mode == Mode.STEPPED && !encoded.inexactness.places().isEmpty();
      return other && answer != Answer.EXACT ? Answer.INEXACT : answer;
    }
  }

  private Variable global(String name) {
    return program.globals().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Term> outputs(RandomBlock.Made made, Function<LValue, Term> value) {
    return made.outputs().stream().map(o -> value.apply(LValue.Var.of(global(o)))).toList();
  }

  /** All ways at once. */
  private List<Term> whole(RandomBlock.Made made, Mode mode) {
    Labels labels = mode == Mode.SWITCHED ? Labels.EACH_ARC : Labels.NONE;
    BlockFormula formula =
        encoding.block(block, encoding.programStart(), encoding.newActivation(), labels);
    facts.addAll(formula.constraints());
    facts.addAll(formula.labels().values());
    BlockFormula.End end = formula.end(end());
    facts.add(end.reached());
    for (int i = 0; i < made.inputs().size(); i++) {
      Term input = encoding.value(LValue.Var.of(global("in" + i)), end.state(), Cell.STATIC);
      if (mode != Mode.CONSTANT) {
        facts.add(terms.equal(input, cast(made.inputs().get(i), input.bits(), "in" + i)));
      }
    }
    List<Term> outputs = outputs(made, o -> encoding.value(o, end.state(), Cell.STATIC));
    facts.addAll(encoding.takeConstraints());
    return outputs;
  }

  /** The value of an input of which a long is given: _Bool asks whether it is zero. */
  private Term cast(long value, int bits, String input) {
    boolean isBool = global(input).type().toString().equals("_Bool");
    return number(isBool ? value == 0 ? 0 : 1 : value, bits);
  }

  private Term number(long value, int bits) {
    return terms.number(BigInteger.valueOf(value), bits);
  }

  private Exit end() {
    return block.exits().keySet().stream()
        .filter(e -> e instanceof Exit.ToAbort)
        .findFirst()
        .orElseThrow();
  }

  /** The one way that the constants leave; empty where it comes to no end. */
  private Optional<List<Term>> stepped(RandomBlock.Made made) {
    Execution execution = Execution.start(encoding);
    facts.addAll(encoding.takeConstraints());
    int node = 0;
    int end = block.exits().getOrDefault(end(), -1);
    while (node != end) {
      Optional<Arc> next = next(execution, node);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      execution.take(next.get().step());
      facts.addAll(encoding.takeConstraints());
      node = next.get().to();
    }
    List<Term> outputs = outputs(made, execution::value);
    facts.addAll(encoding.takeConstraints());
    return Optional.of(outputs);
  }

  private Optional<Arc> next(Execution execution, int node) {
    for (Arc arc : block.arcs()) {
      if (arc.from() == node) {
        Term condition = execution.condition(arc.step());
        facts.addAll(encoding.takeConstraints());
        if (condition.isTrue() || !condition.isFalse() && isPossible(condition)) {
          facts.add(condition);
          execution.learn(condition);
          return Optional.of(arc);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isPossible(Term condition) {
    try (Session session = solver.session()) {
      facts.forEach(session::add);
      session.add(condition);
      return session.isSatisfiable();
    }
  }

  private Answer compare(Optional<List<Term>> outputs, Optional<List<Long>> expected) {

    boolean isOpen = !inexactness.places().isEmpty();
    boolean reached = outputs.isPresent() && isPossible(terms.yes());
    if (reached != expected.isPresent()) {
      return isOpen && reached ? Answer.INEXACT : Answer.WRONG_END;
    }
    if (!reached) {
      return isOpen ? Answer.INEXACT : Answer.EXACT;
    }
    List<Term> same = new ArrayList<>();
    for (int i = 0; i < expected.get().size(); i++) {
      Term output = outputs.get().get(i);
      same.add(terms.equal(output, number(expected.get().get(i), output.bits())));
    }
    if (!isPossible(terms.and(same))) {
      return Answer.NOT_A_MODEL;
    }
    if (isPossible(terms.not(terms.and(same)))) {
      return isOpen ? Answer.INEXACT : Answer.OTHER_MODELS;
    }
    return Answer.EXACT;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.value.FiniteRelations;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two procedures, one of them recursive, and one predicate. */
class BebopTest {
  private static final String TEXT =
      """
      int __proviso_nondet_int(void);
      void __proviso_abort(const char *);
      int held;
      static void visit(void) {
        if (held) __proviso_abort("held already");
        held = 1;
        if (__proviso_nondet_int()) {
          held = 0;
          visit();
          held = 1;
        }
        RELEASE
      }
      int main(void) {
        visit();
        visit();
        return 0;
      }
      """;

  private final Solver solver = new Solver();

  @AfterEach
  void close() {
    solver.close();
  }

  private Reachability.Outcome explore(String release, boolean tracked) throws InputException {
    Program program =
        NormalForm.of(
                Frontend.readText(
                    "a.c", TEXT.replace("RELEASE", release), Frontend.Options.of(Target.LP64)))
            .program();
    PointsTo pointsTo = PointsTo.analyse(program);
    CallGraph calls = CallGraph.of(program, pointsTo);
    Blocks blocks = new Blocks(program, pointsTo, calls);
    Memory memory = new Memory(pointsTo, new AddressSpace(program), new ProgramVariables(program));
    Bdds bdds = new Bdds();
    StateVariables variables = new StateVariables();
    ModRef modRef = ModRef.of(program, pointsTo, calls);
    FiniteRelations finite =
        new FiniteRelations(
            blocks, memory, modRef, ValueClasses.of(program, memory, calls), bdds, variables);
    Abstractor abstractor = Abstractor.of(solver, bdds, blocks, memory, modRef, variables, finite);
    Precision precision = tracked ? everywhere(program, blocks) : Precision.EMPTY;
    return Reachability.of(blocks, abstractor, bdds, variables).explore(precision, Goal.ABORT);
  }

  /** {@code held == 0} at each place of both procedures. */
  private static Precision everywhere(Program program, Blocks blocks) {
    Expr held = Expr.Read.of(LValue.Var.of(program.globals().getFirst()));
    Predicate free =
        new Predicate(Expr.Binary.of(BinaryOp.EQUAL, held, Expr.IntConst.of(0, IntType.INT)));
    Precision precision = Precision.EMPTY;
    for (String procedure : List.of("main", "visit")) {
      for (Edge edge : blocks.cfg(procedure).edges()) {
        precision = precision.with(new CutPoint.At(edge.source()), List.of(free));
        precision = precision.with(new CutPoint.At(edge.target()), List.of(free));
        if (edge.statement() instanceof Statement.Call) {
          precision = precision.with(new CutPoint.BeforeCall(edge, "visit"), List.of(free));
        }
      }
    }
    return precision;
  }

  @Test
  void summariesProveRecursion() throws InputException {
    assertThat(explore("held = 0;", true)).isInstanceOf(Reachability.Outcome.Safe.class);
  }

  @Test
  void withoutThePredicateTheAbortIsReached() throws InputException {
    checkConnected(((Reachability.Outcome.Reached) explore("held = 0;", false)).path());
  }

  @Test
  void aDefectIsReachedBehindAReturnedCall() throws InputException {
    AbstractPath path = ((Reachability.Outcome.Reached) explore("", true)).path();
    checkConnected(path);
    assertThat(path.parts()).anyMatch(p -> p instanceof AbstractPath.OutOf);
    assertThat(path.parts().getLast())
        .matches(
            p -> p instanceof AbstractPath.Through last && last.exit() instanceof Exit.ToAbort);
  }

  /** Each part starts where the one before it ended, calls and returns matched. */
  private static void checkConnected(AbstractPath path) {
    Deque<CutPoint.BeforeCall> open = new ArrayDeque<>();
    CutPoint here = ((AbstractPath.Through) path.parts().getFirst()).block().source();
    for (AbstractPath.Part part : path.parts()) {
      switch (part) {
        case AbstractPath.Through p -> {
          assertThat(p.block().source()).isEqualTo(here);
          here = p.exit() instanceof Exit.ToCut to ? to.cut() : here;
        }
        case AbstractPath.Into p -> {
          assertThat(p.call()).isEqualTo(here);
          open.push(p.call());
          here = new CutPoint.At(new Location(p.call().callee(), 0));
        }
        case AbstractPath.OutOf p -> {
          assertThat(p.call()).isEqualTo(open.pop());
          assertThat(here.procedure()).isEqualTo(p.call().callee());
          here = new CutPoint.At(p.call().edge().target());
        }
      }
    }
  }
}

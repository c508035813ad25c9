// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.value.FiniteRelations;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what {@link FiniteRelations} says of a program with what the solver says: nothing that
 * the solver finds may be missing.
 */
final class FiniteAgainstSolver implements AutoCloseable {
  private final String text;
  private final Solver solver = new Solver();
  private final Bdds bdds = new Bdds();
  private final StateVariables variables = new StateVariables();
  private final Blocks blocks;
  private final FiniteRelations finite;
  private final SmtRelations exact;
  final Program program;
  final ValueClasses classes;

  FiniteAgainstSolver(String text) throws InputException {
    this.text = text;
    program =
        NormalForm.of(Frontend.readText("a.c", text, Frontend.Options.of(Target.LP64))).program();
    PointsTo pointsTo = PointsTo.analyse(program);
    CallGraph calls = CallGraph.of(program, pointsTo);
    blocks = new Blocks(program, pointsTo, calls);
    Memory memory = new Memory(pointsTo, new AddressSpace(program), new ProgramVariables(program));
    ModRef modRef = ModRef.of(program, pointsTo, calls);
    classes = ValueClasses.of(program, memory, calls);
    finite = new FiniteRelations(blocks, memory, modRef, classes, bdds, variables);
    exact = new SmtRelations(solver, bdds, blocks, memory, modRef, variables);
  }

  Precision nothing() {
    return Precision.of(finite.tracking());
  }

  /**
   * Compares all relations that a search under a precision could ask for.
   *
   * @param mostBits of relations with more the solver would not find all transitions in time
   * @return how many of each kind had transitions
   */
  Map<Class<? extends Demand>, Integer> check(Precision precision, int mostBits) {
    Relations cheap = Abstractor.of(finite);
    Map<Class<? extends Demand>, Integer> found = new HashMap<>();
    for (Demand demand : demands(blocks, precision)) {
      if (demand.size() <= mostBits) {
        Bdd solved = exact.relation(demand, bdds.all());
        Bdd missing = bdds.minus(solved, of(cheap, demand, precision, bdds));
        assertThat(bdds.isNone(missing))
            .as("%s misses %s of%n%s in%n%s", demand, bdds.anyCube(missing), precision, text)
            .isTrue();
        found.merge(demand.getClass(), bdds.isNone(solved) ? 0 : 1, Integer::sum);
      }
    }
    return found;
  }

  @Override
  public void close() {
    exact.close();
    solver.close();
  }

  private static Bdd of(Relations relations, Demand demand, Precision precision, Bdds bdds) {
    return switch (demand) {
      case Demand.Start d -> relations.start(d.block(), d.exit(), precision);
      case Demand.Post d -> relations.post(d.block(), d.exit(), bdds.all(), precision);
      case Demand.Enter d -> relations.enter(d.call(), bdds.all(), precision);
      case Demand.Leave d -> relations.leave(d.call(), bdds.all(), bdds.all(), precision);
    };
  }

  /** Everything that a search could ask for. */
  private static List<Demand> demands(Blocks blocks, Precision precision) {
    Set<Demand> result = new LinkedHashSet<>();
    Set<CutPoint> seen = new LinkedHashSet<>();
    Deque<CutPoint> work = new ArrayDeque<>();
    CutPoint.At first = (CutPoint.At) blocks.entry("main");
    blocks
        .from(first)
        .exits()
        .keySet()
        .forEach(e -> result.add(Demand.start(blocks.from(first), e, precision)));
    work.add(first);
    while (!work.isEmpty()) {
      CutPoint cut = work.remove();
      if (!seen.add(cut) || cut.equals(blocks.exit(cut.procedure()))) {
        continue;
      }
      switch (cut) {
        case CutPoint.At at -> {
          Block block = blocks.from(at);
          for (Exit exit : block.exits().keySet()) {
            result.add(Demand.post(block, exit, precision));
            if (exit instanceof Exit.ToCut to) {
              work.add(to.cut());
            }
          }
        }
        case CutPoint.BeforeCall call -> {
          result.add(Demand.enter(call, blocks, precision));
          result.add(Demand.leave(call, blocks, precision));
          work.add(blocks.entry(call.callee()));
          work.add(new CutPoint.At(call.edge().target()));
        }
      }
    }
    return List.copyOf(result);
  }
}

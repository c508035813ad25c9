// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.Relations;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.frontend.program.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Makes a search for each exploration, and says what it found in the words of C programs. */
final class Bebop implements Reachability {
  private final Blocks blocks;
  private final Abstractor abstractor;
  private final Bdds bdds;
  private final StateVariables variables;

  Bebop(Blocks blocks, Abstractor abstractor, Bdds bdds, StateVariables variables) {
    this.blocks = blocks;
    this.abstractor = abstractor;
    this.bdds = bdds;
    this.variables = variables;
  }

  @Override
  public Outcome explore(Precision precision, Goal goal) {
    Transfer transfer = new Transfer(blocks, abstractor, bdds, variables, precision, goal);
    Search<CutPoint, Transfer.Way, CutPoint.BeforeCall> search =
        new Search<>(transfer, bdds, Long.MAX_VALUE);
    return search
        .run()
        .<Outcome>map(path -> new Outcome.Reached(abstractPath(path, precision), path))
        .orElseGet(
            () ->
                new Outcome.Safe(
                    new Claims(blocks, bdds, variables, precision).of(search.reached())));
  }

  @Override
  public boolean sharpen(Outcome.Reached reached, Precision precision) {
    Transfer transfer = transfer(abstractor, precision);
    return new Sharpening(transfer, abstractor, blocks, bdds, precision).exclude(reached.states());
  }

  private Transfer transfer(Relations relations, Precision precision) {
    return new Transfer(blocks, relations, bdds, variables, precision, Goal.ABORT);
  }

  @Override
  public boolean has(Outcome.Reached reached, Relations relations, Precision precision) {
    Transfer transfer = transfer(relations, precision);
    Deque<Bdd> callers = new ArrayDeque<>();
    Bdd here = bdds.all();
    for (Path.Part<Transfer.Way, CutPoint.BeforeCall> part : reached.states().parts()) {
      switch (part) {
        case Path.Start<Transfer.Way, CutPoint.BeforeCall> p -> here = transfer.start(p.step());
        case Path.Through<Transfer.Way, CutPoint.BeforeCall> p ->
            here = transfer.through(here, p.step());
        case Path.Into<Transfer.Way, CutPoint.BeforeCall> p -> {
          callers.push(here);
          here = transfer.into(here, p.call());
        }
        case Path.OutOf<Transfer.Way, CutPoint.BeforeCall> p ->
            here = transfer.over(callers.pop(), p.call(), here);
        case Path.Over<Transfer.Way, CutPoint.BeforeCall> p ->
            throw new IllegalStateException("paths of C programs are told in full");
      }
      if (bdds.isNone(here)) {
        return false;
      }
    }
    return true;
  }

  private AbstractPath abstractPath(
      Path<Transfer.Way, CutPoint.BeforeCall> path, Precision precision) {
    List<AbstractPath.Part> parts = new ArrayList<>();
    for (Path.Part<Transfer.Way, CutPoint.BeforeCall> part : path.parts()) {
      parts.add(
          switch (part) {
            case Path.Start<Transfer.Way, CutPoint.BeforeCall> p ->
                new AbstractPath.Through(p.step().block(), p.step().exit());
            case Path.Through<Transfer.Way, CutPoint.BeforeCall> p ->
                new AbstractPath.Through(
                    p.step().block(),
                    p.step().exit(),
                    known(p.step().block().source(), p.from(), precision));
            case Path.Into<Transfer.Way, CutPoint.BeforeCall> p -> new AbstractPath.Into(p.call());
            case Path.OutOf<Transfer.Way, CutPoint.BeforeCall> p ->
                new AbstractPath.OutOf(p.call());
            case Path.Over<Transfer.Way, CutPoint.BeforeCall> p ->
                throw new IllegalStateException("paths of C programs are told in full");
          });
    }
    return new AbstractPath(parts);
  }

  /** The numbers that finite-valued variables are in one of these states. */
  private List<Expr> known(CutPoint cut, Bdd states, Precision precision) {
    SortedMap<Integer, Boolean> one = bdds.anyCube(states);
    List<Expr> result = new ArrayList<>();
    for (FiniteVariable variable : precision.finite().at(cut)) {
      cell(variables.bits(cut.procedure(), variable, StateVariables.Copy.CURRENT), one)
          .filter(c -> variable.domain().isNumber(c))
          .ifPresent(c -> result.add(variable.isIn(List.of(c))));
    }
    return result;
  }

  /** The number that bits make, the most significant first; empty if one of them is left open. */
  private static Optional<Integer> cell(List<Integer> bits, SortedMap<Integer, Boolean> one) {
    int number = 0;
    for (int bit : bits) {
      Boolean value = one.get(bit);
      if (value == null) {
        return Optional.empty();
      }
      number = 2 * number + (value ? 1 : 0);
    }
    return Optional.of(number);
  }
}

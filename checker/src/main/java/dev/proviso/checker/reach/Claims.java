// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.Domain;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.checker.certify.Claim;
import dev.proviso.checker.certify.Claim.Atom;
import dev.proviso.checker.certify.Claim.When;
import dev.proviso.frontend.program.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Says what an exploration has found without BDDs, so that somebody else can check it. That
 * finite-valued variables hold no other values than those of their domains, which bits do not say,
 * becomes a fact.
 */
final class Claims {
  private final Blocks blocks;
  private final Bdds bdds;
  private final StateVariables variables;
  private final Precision precision;

  Claims(Blocks blocks, Bdds bdds, StateVariables variables, Precision precision) {
    this.blocks = blocks;
    this.bdds = bdds;
    this.variables = variables;
    this.precision = precision;
  }

  /**
   * @param reached path edges by place
   */
  SequencedMap<CutPoint, Claim> of(Map<CutPoint, Bdd> reached) {
    SequencedMap<CutPoint, Claim> result = new LinkedHashMap<>();
    reached.forEach((cut, pathEdges) -> result.put(cut, of(cut, pathEdges)));
    return result;
  }

  private Claim of(CutPoint cut, Bdd pathEdges) {
    String procedure = cut.procedure();
    Map<Integer, Atom> atoms = new HashMap<>();
    for (Predicate p : precision.at(blocks.entry(procedure))) {
      atoms.put(variables.variable(procedure, p, Copy.ENTRY), new Atom(When.ENTRY, p));
    }
    for (Predicate p : precision.at(cut)) {
      atoms.put(variables.variable(procedure, p, Copy.CURRENT), new Atom(When.NOW, p));
    }
    List<Claim.Node> nodes = new ArrayList<>();
    int root =
        bdds.fold(
            pathEdges,
            new Bdds.Folding<Integer>() {
              @Override
              public Integer leaf(boolean value) {
                return value ? Claim.YES : Claim.NO;
              }

              @Override
              public Integer node(int variable, Integer whereTrue, Integer whereFalse) {
                Atom atom = atoms.get(variable);
                if (atom == null) {
                  throw new IllegalStateException(
                      "a path edge at " + cut + " speaks of BDD variable " + variable);
                }
                nodes.add(new Claim.Node(atom, whereTrue, whereFalse));
                return nodes.size() - 1 + Claim.FIRST;
              }
            });
    return new Claim(nodes, root, facts(precision.tracked(cut).finite()));
  }

  private static List<Expr> facts(List<FiniteVariable> variables) {
    return variables.stream()
        .filter(v -> !coversType(v.domain()))
        .map(v -> v.isIn(IntStream.range(0, v.domain().size()).boxed().toList()))
        .toList();
  }

  private static boolean coversType(Domain domain) {
    Ranges all = domain.cell(0);
    for (int cell = 1; cell < domain.size(); cell++) {
      all = all.or(domain.cell(cell));
    }
    return all.equals(Ranges.ofType(domain.type()));
  }
}

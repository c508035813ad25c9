// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.abstraction.value.ValueClasses;
import dev.proviso.checker.reach.AbstractPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses few classes of finite-valued variables that exclude a path, without the solver (explicit
 * refinement: Beyer, Löwe, FASE 2013).
 */
public final class ClassSelection {
  private final ValueClasses classes;

  public ClassSelection(ValueClasses classes) {
    this.classes = classes;
  }

  /**
   * @param hasPath whether the boolean program of a precision has the path; what is tracked besides
   *     classes does not count
   * @return a precision that excludes the path; empty if all classes together do not
   */
  public Optional<Precision> choose(
      AbstractPath path, Precision precision, Predicate<Precision> hasPath) {
    List<ValueClass> candidates = new ArrayList<>(onTheWay(path));
    candidates.removeAll(precision.finite().classes());
    if (candidates.isEmpty() || hasPath.test(with(precision, candidates))) {
      return Optional.empty();
    }
    Precision chosen = precision;
    // The last of the shortest list that excludes the path is needed; so on with those before it.
    while (hasPath.test(chosen)) {
      int enough = candidates.size();
      int few = 0;
      while (enough - few > 1) {
        int middle = (enough + few) / 2;
        if (hasPath.test(with(chosen, candidates.subList(0, middle)))) {
          few = middle;
        } else {
          enough = middle;
        }
      }
      chosen = chosen.with(candidates.get(enough - 1));
      candidates = candidates.subList(0, enough - 1);
    }
    return Optional.of(chosen);
  }

  private static Precision with(Precision precision, List<ValueClass> more) {
    Precision result = precision;
    for (ValueClass c : more) {
      result = result.with(c);
    }
    return result;
  }

  /**
   * The classes that tell some condition on the path, those of the fewest variables first. Not
   * those of cells in memory: many together, as they are asked here, are large diagrams.
   */
  private List<ValueClass> onTheWay(AbstractPath path) {
    Set<ValueClass> found = new LinkedHashSet<>();
    Set<Block> seen = new HashSet<>();
    for (AbstractPath.Part part : path.parts()) {
      if (part instanceof AbstractPath.Through through && seen.add(through.block())) {
        for (Block.Arc arc : through.block().arcs()) {
          arc.step()
              .condition()
              .ifPresent(
                  c ->
                      Conditions.atoms(c)
                          .forEach(
                              atom ->
                                  classes
                                      .telling(atom)
                                      .filter(t -> !classes.isInMemory(t))
                                      .ifPresent(found::add)));
        }
      }
    }
    List<ValueClass> result = new ArrayList<>(found);
    result.sort(Comparator.comparingInt(c -> c.variables().size()));
    return result;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What every cell and region holds at one point of a formula. What is not in it holds what it held
 * at the start.
 */
public final class SymbolicState {
  private final Map<Cell, Term> cells;
  private final Map<Region, Contents> regions;
  private final StartState start;
  private final Map<Term, Term> known;

  private SymbolicState(
      Map<Cell, Term> cells,
      Map<Region, Contents> regions,
      Map<Term, Term> known,
      StartState start) {
    this.known = known;
    this.cells = cells;
    this.regions = regions;
    this.start = start;
  }

  static SymbolicState at(StartState start) {
    return new SymbolicState(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>(), start);
  }

  SymbolicState copy() {
    return new SymbolicState(
        new LinkedHashMap<>(cells), new LinkedHashMap<>(regions), new HashMap<>(known), start);
  }

  Term get(Cell cell) {
    Term known = cells.get(cell);
    return known == null ? start.cell(cell) : known;
  }

  Contents get(Region region) {
    Contents known = regions.get(region);
    return known == null ? start.region(region) : known;
  }

  void set(Cell cell, Term value) {
    cells.put(cell, value);
  }

  void set(Region region, Contents value) {
    regions.put(region, value);
  }

  /** From here on the condition is true: a number that it says is known is read as that. */
  void learn(Term condition) {
    Term.Equation equation = condition.equation();
    if (equation != null) {
      known.put(equation.number(), equation.constant());
    }
  }

  /** The same value, as what is known of it. */
  Term simplified(Term value) {
    return known.isEmpty() ? value : known.getOrDefault(value, value);
  }

  /** The addresses of the cells in memory that were written, or are as they were at the start. */
  Map<Region, Set<Term>> accessed() {
    Map<Region, Set<Term>> result = new LinkedHashMap<>(start.askedAddresses());
    regions.forEach(
        (region, contents) ->
            result
                .computeIfAbsent(region, r -> new LinkedHashSet<>())
                .addAll(contents.known().keySet()));
    return result;
  }

  /** What was asked of the start. */
  InitialValues initialValues() {
    return start.asked();
  }

  /** The cells that may differ from the start. */
  Iterable<Cell> changedCells() {
    return cells.keySet();
  }

  /** The globals not in memory of which something may differ from the start. */
  public Set<Variable> changedGlobals() {
    Set<Variable> result = new LinkedHashSet<>();
    for (Cell cell : cells.keySet()) {
      if (cell.activation() == Cell.STATIC) {
        result.add(cell.variable());
      }
    }
    return result;
  }

  /** The regions that may differ from the start. */
  public Iterable<Region> changedRegions() {
    return regions.keySet();
  }

  /** Forgets the cells of an activation that has ended. */
  void drop(int activation) {
    cells.keySet().removeIf(c -> c.activation() == activation);
  }
}

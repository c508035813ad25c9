// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What variables and memory hold before anything is written, as far as a formula has asked.
 *
 * @param locals parts of variables that are not in memory
 * @param memory cells in memory; may hold one address more than once, with the same value then
 */
public record InitialValues(List<Local> locals, List<MemoryCell> memory) {
  public InitialValues {
    locals = List.copyOf(locals);
    memory = List.copyOf(memory);
  }

  /**
   * A part of a local, or of what stands for one.
   *
   * @param activation whose
   */
  public record Local(int activation, Variable variable, Part part) {}

  /**
   * A part of an object.
   *
   * @param offset bytes from the object's start; may be less than 0 where the object starts inside
   *     a cell of memory
   */
  public record Part(long offset, Term value) {}

  static InitialValues of(Map<Cell, Term> cells, Stream<InitialCells> regions) {
    List<Local> locals = new ArrayList<>();
    cells.forEach(
        (cell, value) -> {
          if (!cell.variable().isGlobal()) {
            Part part = new Part(cell.offset(), value);
            locals.add(new Local(cell.activation(), cell.variable(), part));
          }
        });
    return new InitialValues(locals, regions.flatMap(r -> r.cells().stream()).toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.encode.InitialValues.Part;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.LValue;
import java.util.ArrayList;
import java.util.List;

/** What an object holds, part by part. */
final class Content {
  private final Formula formula;
  private final SymbolicState state;
  private final Places places;

  Content(Formula formula, SymbolicState state, int activation, Evaluator evaluator) {
    this.formula = formula;
    this.state = state;
    this.places = new Places(formula, evaluator, state, activation);
  }

  /** Only what the program accesses; nothing of an object that is too large to be taken apart. */
  List<Part> of(LValue object) {
    if (object.type().isScalar()) {
      return List.of(new Part(0, places.read(object)));
    }
    return places.inMemory(object) ? ofMemory(object) : ofVariable(object);
  }

  private List<Part> ofMemory(LValue object) {
    List<PointsTo.Part> parts = Executor.parts(formula, object).orElse(List.of());
    Term address = places.followedAddress(object);
    return parts.stream().map(p -> new Part(p.offset(), places.readPart(address, p))).toList();
  }

  private List<Part> ofVariable(LValue object) {
    long start = CellLayout.offset(object);
    List<Part> result = new ArrayList<>();
    for (Cell cell : places.cells(object)) {
      if (cell.offset() >= start && cell.offset() < start + object.type().size()) {
        result.add(new Part(cell.offset() - start, state.get(cell)));
      }
    }
    return result;
  }
}

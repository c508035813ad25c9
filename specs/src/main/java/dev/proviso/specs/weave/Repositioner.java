// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Gives the lowered code of a rule its places in the rule file. */
final class Repositioner {
  private Repositioner() {}

  static Program reposition(Program unit, PositionMap positions) {
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    unit.procedures()
        .forEach((name, procedure) -> procedures.put(name, reposition(procedure, positions)));
    return new Program(
        unit.target(),
        unit.globals(),
        unit.initialisers(),
        procedures,
        unit.entry(),
        unit.messages().stream().map(positions::map).distinct().toList());
  }

  private static Procedure reposition(Procedure procedure, PositionMap positions) {
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals(),
        procedure.locals(),
        reposition(procedure.body(), positions),
        procedure.annotations(),
        positions.map(procedure.origin()));
  }

  private static Procedure.Body reposition(Procedure.Body body, PositionMap positions) {
    return switch (body) {
      case Procedure.Body.Undefined b -> b;
      case Procedure.Body.Lost b -> b;
      case Procedure.Body.Defined b ->
          new Procedure.Body.Defined(
              new Cfg(
                  b.cfg().entry(),
                  b.cfg().exit(),
                  b.cfg().edges().stream()
                      .map(
                          e ->
                              new Edge(
                                  e.source(), e.statement(), e.target(), positions.map(e.origin())))
                      .toList()));
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes down the boolean program as far as it was asked for: a cut point that was reached becomes
 * a label, each way from there an assumption, an assignment and a jump. From states for which
 * nothing was asked, no way leads on.
 */
public final class Exporter {
  private static final String MAIN = "main";

  private final Blocks blocks;
  private final Known known;

  /**
   * What is known, and the words it is in.
   *
   * @param answers from {@link Abstractor#demands}
   * @param precision whose boolean program is meant
   */
  public record Known(
      Map<Demand, Demand.Answer> answers,
      Bdds bdds,
      StateVariables variables,
      Precision precision) {}

  public Exporter(Blocks blocks, Known known) {
    this.blocks = blocks;
    this.known = known;
  }

  public BooleanProgram export() {
    UniqueNames names = new UniqueNames();
    // The program's start is a procedure of its own: where the C program's entry is called again,
    // it starts in any state.
    String first = names.of(this, MAIN);
    ProcedureExport start =
        new ProcedureExport(blocks, known, names, blocks.program().entry(), true);
    List<BooleanProcedure> procedures = new ArrayList<>(List.of(start.export(first)));
    Set<String> seen = new LinkedHashSet<>(start.callees());
    Deque<String> work = new ArrayDeque<>(seen);
    while (!work.isEmpty()) {
      String name = work.remove();
      ProcedureExport procedure = new ProcedureExport(blocks, known, names, name, false);
      procedures.add(procedure.export(names.of(name, UniqueNames.identifier(name))));
      procedure.callees().stream().filter(seen::add).forEach(work::add);
    }
    return new BooleanProgram(List.of(), procedures);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks of a program, made when they are asked for. */
public final class Blocks {
  private final Program program;
  private final PointsTo pointsTo;
  private final Folding folding;
  private final Map<CutPoint, Block> blocks = new LinkedHashMap<>();
  private final Map<String, Set<Location>> cuts = new HashMap<>();

  public Blocks(Program program, PointsTo pointsTo, CallGraph calls) {
    this.program = program;
    this.pointsTo = pointsTo;
    this.folding = new Folding(program, pointsTo, calls);
  }

  public Program program() {
    return program;
  }

  public Cfg cfg(String procedure) {
    Procedure found = program.procedures().get(procedure);
    if (found != null && found.body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(procedure + " has no control flow");
  }

  public CutPoint entry(String procedure) {
    return new CutPoint.At(cfg(procedure).entry());
  }

  public CutPoint exit(String procedure) {
    return new CutPoint.At(cfg(procedure).exit());
  }

  /** True if calls of it are part of the caller's blocks. */
  public boolean isFolded(String procedure) {
    return folding.isFolded(procedure);
  }

  /**
   * The block that starts there.
   *
   * @param source a location of a procedure that is not folded; not its exit
   */
  public Block from(CutPoint.At source) {
    Block known = blocks.get(source);
    if (known == null) {
      known = new Unfolder(this, pointsTo).unfold(source);
      blocks.put(source, known);
    }
    return known;
  }

  /** All blocks of a procedure that is not folded. */
  public List<Block> of(String procedure) {
    List<Block> result = new ArrayList<>();
    result.add(from(new CutPoint.At(cfg(procedure).entry())));
    for (Location cut : cuts(procedure)) {
      if (!cut.equals(cfg(procedure).exit()) && !cut.equals(cfg(procedure).entry())) {
        result.add(from(new CutPoint.At(cut)));
      }
    }
    return result;
  }

  /** The blocks that were asked for, in that order. */
  public List<Block> made() {
    return List.copyOf(blocks.values());
  }

  /** The locations of a procedure that is not folded where blocks end. */
  Set<Location> cuts(String procedure) {
    return cuts.computeIfAbsent(procedure, this::findCuts);
  }

  private Set<Location> findCuts(String procedure) {
    Cfg cfg = cfg(procedure);
    Set<Location> found = new LinkedHashSet<>(folding.loopHeads(procedure));
    found.add(cfg.exit());
    for (Edge edge : cfg.edges()) {
      if (edge.statement() instanceof Statement.Call call
          && pointsTo.callees(call.callee()).stream().anyMatch(this::isCutAt)) {
        found.add(edge.target());
      }
    }
    return found;
  }

  /** True if a call of it ends a block. */
  boolean isCutAt(String callee) {
    Procedure procedure = program.procedures().get(callee);
    return procedure != null && procedure.isDefined() && !folding.isFolded(callee);
  }
}

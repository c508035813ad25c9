// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.normal;

import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LiveProgram;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A program in normal form, and what its parts were before. */
public final class NormalForm {
  /**
   * Locals in memory with more scalars than this are allocated: one fresh address is cheaper than
   * many unknown values.
   */
  private static final int MAX_SCALARS = 32;

  private final Rewritten rewritten = new Rewritten();
  private final Program program;

  private NormalForm(Program whole) {
    Program live = LiveProgram.of(whole);
    PointsTo pointsTo = PointsTo.analyse(live);
    CallGraph calls = CallGraph.of(live, pointsTo);
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    for (Procedure procedure : live.procedures().values()) {
      procedures.put(procedure.name(), normal(procedure, live, pointsTo, calls));
    }
    program =
        new Program(
            live.target(),
            live.globals(),
            live.initialisers(),
            procedures,
            live.entry(),
            live.messages());
  }

  public static NormalForm of(Program whole) {
    return new NormalForm(whole);
  }

  public Program program() {
    return program;
  }

  /** The edge as it was; empty for one that had to be added. */
  public Optional<Edge> original(Edge edge) {
    return rewritten.edge(edge);
  }

  /** The local in whose place an object is allocated that this variable points to. */
  public Optional<Variable> local(Variable pointer) {
    return rewritten.local(pointer);
  }

  /** The variable that had the value before which this one has when its procedure is entered. */
  public Variable original(Variable variable) {
    return rewritten.variable(variable);
  }

  private Procedure normal(
      Procedure procedure, Program program, PointsTo pointsTo, CallGraph calls) {
    if (!(procedure.body() instanceof Procedure.Body.Defined body)) {
      return procedure;
    }
    Procedure entered = withBody(procedure, withPlainEntry(body.cfg()));
    if (!calls.reachable().contains(procedure.name())) {
      return entered;
    }
    boolean recursive = calls.isRecursive(procedure.name());
    Set<Variable> perActivation = new LinkedHashSet<>();
    Set<Variable> perDeclaration = new LinkedHashSet<>();
    List<Variable> inMemory = procedure.locals().stream().filter(pointsTo::inMemory).toList();
    Set<Variable> avoided = Declarations.avoided(body.cfg(), inMemory);
    List<Variable> own = new ArrayList<>(procedure.formals());
    own.addAll(procedure.locals());
    for (Variable local : own) {
      boolean isEachNew = recursive || pointsTo.escapes(local) || avoided.contains(local);
      if (pointsTo.inMemory(local) && isEachNew) {
        perActivation.add(local);
      } else if (pointsTo.inMemory(local) && scalars(local.type()) > MAX_SCALARS) {
        perDeclaration.add(local);
      }
    }
    return perActivation.isEmpty() && perDeclaration.isEmpty()
        ? entered
        : new LocalAllocation(entered, program.target(), perActivation, perDeclaration, rewritten)
            .apply();
  }

  private static long scalars(Type type) {
    return switch (type) {
      case ArrayType array -> Math.max(1, array.length()) * scalars(array.element());
      case CompositeType composite ->
          composite.fields().stream().mapToLong(f -> scalars(f.type())).sum();
      default -> 1;
    };
  }

  private static Procedure withBody(Procedure procedure, Cfg cfg) {
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals(),
        procedure.locals(),
        new Procedure.Body.Defined(cfg),
        procedure.annotations(),
        procedure.origin());
  }

  /** The same control flow, entered by a location that no edge leads to. */
  private Cfg withPlainEntry(Cfg cfg) {
    if (cfg.incoming(cfg.entry()).isEmpty()) {
      return cfg;
    }
    int highest = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0);
    Location entry = new Location(cfg.entry().procedure(), highest + 1);
    List<Edge> edges = new ArrayList<>();
    edges.add(
        rewritten.add(
            new Edge(
                entry,
                new Statement.Skip(),
                cfg.entry(),
                cfg.outgoing(cfg.entry()).getFirst().origin())));
    edges.addAll(cfg.edges());
    return new Cfg(entry, cfg.exit(), edges);
  }
}

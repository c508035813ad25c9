// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.program.Variable.Linkage;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives globals that are declared and defined nowhere any value, before anything else is done. */
final class DeclaredVariables {
  private final Program program;

  DeclaredVariables(Program program) {
    this.program = program;
  }

  /**
   * @param procedures those of the program, among which the entry is replaced
   * @param used the names of the procedures that may run
   */
  void rewrite(Map<String, Procedure> procedures, Set<String> used) {
    Procedure entry = procedures.get(program.entry());
    if (entry == null || !(entry.body() instanceof Procedure.Body.Defined body)) {
      return;
    }
    Cfg cfg = body.cfg();
    List<Edge> edges = new ArrayList<>();
    int ordinal = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0);
    Location start = cfg.entry();
    for (Variable variable : declared(procedures, used)) {
      Origin origin = Origin.of(Origin.Kind.MODEL, variable.declaration());
      Location before = new Location(entry.name(), ++ordinal);
      edges.addFirst(new Edge(before, arbitrary(variable), start, origin));
      start = before;
    }
    if (!edges.isEmpty()) {
      edges.addAll(cfg.edges());
      procedures.put(entry.name(), CallRewriter.withBody(entry, new Cfg(start, cfg.exit(), edges)));
    }
  }

  private Set<Variable> declared(Map<String, Procedure> procedures, Set<String> used) {
    Set<Variable> found = new LinkedHashSet<>();
    Operands operands = new Operands(e -> {}, object -> collect(object, found));
    for (Program.Initialiser initialiser : program.initialisers()) {
      operands.visit(initialiser.value());
    }
    for (String name : used) {
      if (procedures.get(name) instanceof Procedure p
          && p.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(e -> operands.visit(e.statement()));
      }
    }
    return found;
  }

  private static void collect(LValue object, Set<Variable> found) {
    switch (object) {
      case LValue.Var v -> {
        if (v.variable().isGlobal() && v.variable().linkage() == Linkage.DECLARED) {
          found.add(v.variable());
        }
      }
      case LValue.Member m -> collect(m.base(), found);
      case LValue.Element e -> collect(e.base(), found);
      case LValue.Deref d -> {}
    }
  }

  private Statement arbitrary(Variable variable) {
    LValue object = LValue.Var.of(variable);
    if (!hasKnownSize(variable.type())) {
      PointerType pointer = new PointerType(variable.type(), program.target().pointerBits());
      return new Statement.Scramble(List.of(Expr.AddressOf.of(object, pointer)));
    }
    boolean holdsPointers = ArbitraryObjects.holdsPointers(variable.type());
    return new Statement.Havoc(
        object, holdsPointers ? new Cause.External() : new Cause.Environment());
  }

  private static boolean hasKnownSize(Type type) {
    return switch (type) {
      case CompositeType c -> c.isComplete();
      case ArrayType a -> a.length() > 0;
      default -> true;
    };
  }
}

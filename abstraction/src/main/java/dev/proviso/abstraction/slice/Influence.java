// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.slice;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The variables and regions whose values may decide which way an execution goes, whatever the order
 * of its statements (Weiser, ICSE 1981, without control dependence: all branches count). Whether a
 * pointer may be followed at all does not count.
 */
public final class Influence {
  private final Program program;
  private final PointsTo pointsTo;
  private final Set<Variable> variables = new HashSet<>();
  private final Set<Region> regions = new HashSet<>();
  private final Set<String> results = new HashSet<>();
  private boolean changed;

  private Influence(Program program, PointsTo pointsTo) {
    this.program = program;
    this.pointsTo = pointsTo;
  }

  public static Influence of(Program program, PointsTo pointsTo) {
    Influence result = new Influence(program, pointsTo);
    do {
      result.changed = false;
      program.initialisers().forEach(i -> result.assign(i.target(), i.value()));
      for (Procedure procedure : program.procedures().values()) {
        if (procedure.body() instanceof Procedure.Body.Defined body) {
          body.cfg().edges().forEach(e -> result.add(e, procedure));
        }
      }
    } while (result.changed);
    return result;
  }

  /** True if what a variable that is not in memory holds may decide something. */
  public boolean has(Variable variable) {
    return variables.contains(variable);
  }

  /** True if what a region holds may decide something. */
  public boolean has(Region region) {
    return regions.contains(region);
  }

  private void add(Edge edge, Procedure procedure) {
    switch (edge.statement()) {
      case Statement.Assume s -> {
        boolean decides =
            switch (s.reason()) {
              case BRANCH, ASSERTED, MODEL -> true;
              case NULL_DEREFERENCE, DIVISION -> false;
            };
        if (decides) {
          reads(s.condition());
        }
      }
      case Statement.Assign s -> assign(s.target(), s.value());
      case Statement.Return s -> {
        if (s.value() != null && results.contains(procedure.name())) {
          reads(s.value());
        }
      }
      case Statement.Call s -> call(s);
      case Statement.CopyMemory s -> {
        if (pointsTo.touched(s.destination(), s.size()).stream().anyMatch(regions::contains)) {
          reads(s.destination());
          reads(s.source());
          reads(s.size());
          pointsTo.touched(s.source(), s.size()).forEach(this::add);
        }
      }
      case Statement.FillMemory s -> {
        if (pointsTo.touched(s.destination(), s.size()).stream().anyMatch(regions::contains)) {
          reads(s.destination());
          reads(s.value());
          reads(s.size());
        }
      }
      case Statement.Havoc s -> place(s.target());
      case Statement.Allocate s -> place(s.target());
      case Statement.Scramble s -> s.pointers().forEach(this::reads);
      case Statement.Free s -> {}
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void call(Statement.Call call) {
    if (call.callee() instanceof Callee.Indirect indirect) {
      reads(indirect.pointer());
    }
    boolean resultMatters = call.result() != null && place(call.result());
    for (String callee : pointsTo.callees(call.callee())) {
      if (resultMatters) {
        changed |= results.add(callee);
      }
      @Nullable Procedure procedure = program.procedures().get(callee);
      if (procedure != null) {
        for (int i = 0; i < Math.min(procedure.formals().size(), call.arguments().size()); i++) {
          assign(LValue.Var.of(procedure.formals().get(i)), call.arguments().get(i));
        }
      }
    }
  }

  private void assign(LValue target, Expr value) {
    if (place(target)) {
      reads(value);
    }
  }

  /** True if what is written there matters; then so does where that is. */
  private boolean place(LValue target) {
    boolean matters = objects(target);
    if (matters) {
      Consumer<LValue> onWay =
          l -> {
            if (!l.equals(target)) {
              read(l);
            }
          };
      new Operands(e -> {}, onWay).visit(target);
    }
    return matters;
  }

  private boolean objects(LValue target) {
    Variable root = root(target);
    if (root != null && !pointsTo.inMemory(root)) {
      return variables.contains(root);
    }
    return target.type().isScalar() && pointsTo.isAccessible(target)
        ? regions.contains(pointsTo.region(target))
        : pointsTo.regions(target).stream().anyMatch(regions::contains);
  }

  private void reads(Expr value) {
    new Operands(e -> {}, this::read).visit(value);
  }

  private void read(LValue source) {
    Variable root = root(source);
    if (root != null && !pointsTo.inMemory(root)) {
      changed |= variables.add(root);
    } else if (source.type().isScalar() && pointsTo.isAccessible(source)) {
      add(pointsTo.region(source));
    } else {
      pointsTo.regions(source).forEach(this::add);
    }
  }

  private void add(Region region) {
    changed |= regions.add(region);
  }

  private static @Nullable Variable root(LValue object) {
    return switch (object) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }
}

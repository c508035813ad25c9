// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.slice;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
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
 * The variables and regions whose values may decide whether an execution gets to an abort, whatever
 * the order of its statements (a slice: Weiser, ICSE 1981). A branch counts only where something
 * that matters depends on it; whether a pointer may be followed, and whether a loop ends, does not.
 */
public final class Influence {
  private final Program program;
  private final PointsTo pointsTo;
  private final Set<Variable> variables = new HashSet<>();
  private final Set<Region> regions = new HashSet<>();
  private final Set<String> results = new HashSet<>();

  /** The procedures that may do something that matters, themselves or by what they call. */
  private final Set<String> acting = new HashSet<>();

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
          result.add(body.cfg(), procedure);
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

  private void add(Cfg cfg, Procedure procedure) {
    Set<Edge> mattering = new HashSet<>();
    for (Edge edge : cfg.edges()) {
      if (matters(edge.statement(), procedure)) {
        mattering.add(edge);
      }
    }
    if (mattering.isEmpty()) {
      return;
    }
    changed |= acting.add(procedure.name());
    for (Location decision : Decisions.of(cfg, mattering::contains)) {
      for (Edge edge : cfg.outgoing(decision)) {
        if (edge.statement() instanceof Statement.Assume assume && isChoice(assume)) {
          reads(assume.condition());
        }
      }
    }
  }

  /** False where the other side is no way that an execution can take. */
  private static boolean isChoice(Statement.Assume assume) {
    return switch (assume.reason()) {
      case BRANCH, ASSERTED, MODEL -> true;
      case NULL_DEREFERENCE, DIVISION -> false;
    };
  }

  /** True where it matters whether the statement is executed; then so does what it reads. */
  private boolean matters(Statement statement, Procedure procedure) {
    return switch (statement) {
      case Statement.Assume s -> {
        boolean stops = s.reason() != Statement.Assume.Reason.BRANCH && isChoice(s);
        if (stops) {
          reads(s.condition());
        }
        yield stops;
      }
      case Statement.Assign s -> assign(s.target(), s.value());
      case Statement.Return s -> {
        Expr value = s.value();
        if (value == null || !results.contains(procedure.name())) {
          yield false;
        }
        reads(value);
        yield true;
      }
      case Statement.Call s -> call(s);
      case Statement.CopyMemory s -> {
        boolean used = touches(s.destination(), s.size());
        if (used) {
          reads(s.destination());
          reads(s.source());
          reads(s.size());
          pointsTo.touched(s.source(), s.size()).forEach(this::add);
        }
        yield used;
      }
      case Statement.FillMemory s -> {
        boolean used = touches(s.destination(), s.size());
        if (used) {
          reads(s.destination());
          reads(s.value());
          reads(s.size());
        }
        yield used;
      }
      case Statement.Havoc s -> place(s.target());
      case Statement.Allocate s -> place(s.target());
      case Statement.Scramble s -> {
        s.pointers().forEach(this::reads);
        yield true;
      }
      case Statement.Abort s -> true;
      case Statement.Free s -> false;
      case Statement.Skip s -> false;
    };
  }

  private boolean touches(Expr pointer, Expr size) {
    return pointsTo.touched(pointer, size).stream().anyMatch(regions::contains);
  }

  private boolean call(Statement.Call call) {
    boolean used = call.result() != null && place(call.result());
    boolean matters = used;
    for (String callee : pointsTo.callees(call.callee())) {
      if (used) {
        changed |= results.add(callee);
      }
      matters |= acting.contains(callee);
      @Nullable Procedure procedure = program.procedures().get(callee);
      if (procedure != null) {
        for (int i = 0; i < Math.min(procedure.formals().size(), call.arguments().size()); i++) {
          assign(LValue.Var.of(procedure.formals().get(i)), call.arguments().get(i));
        }
      }
    }
    if (matters && call.callee() instanceof Callee.Indirect indirect) {
      reads(indirect.pointer());
    }
    return matters;
  }

  /** True where what is assigned matters. */
  private boolean assign(LValue target, Expr value) {
    boolean matters = place(target);
    if (matters) {
      reads(value);
    }
    return matters;
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

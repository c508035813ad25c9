// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.FiniteTracking;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call that is not folded does to tracked finite-valued variables. */
final class CallWalk {
  private final FiniteContext context;
  private final Bdds bdds;
  private final ValueClasses classes;
  private final FiniteTracking tracking;
  private final CutPoint.BeforeCall call;
  private final Statement.Call statement;
  private final Procedure callee;
  private final List<FiniteVariable> before;
  private final List<FiniteVariable> entered;
  private final CellsAroundCall frames;

  CallWalk(FiniteContext context, FiniteTracking tracking, CutPoint.BeforeCall call) {
    this.context = context;
    this.bdds = context.bdds();
    this.classes = context.classes();
    this.tracking = tracking;
    this.call = call;
    this.statement = (Statement.Call) call.edge().statement();
    this.callee = context.procedure(call.callee());
    this.before = tracking.at(call);
    this.entered = tracking.at(new CutPoint.At(context.entry(call.callee())));
    this.frames = new CellsAroundCall(context, call, callee);
  }

  private List<Integer> bits(String procedure, FiniteVariable variable, Copy copy) {
    return context.variables().bits(procedure, variable, copy);
  }

  private List<Integer> ofCaller(FiniteVariable variable, Copy copy) {
    return bits(call.procedure(), variable, copy);
  }

  private List<Integer> ofCallee(FiniteVariable variable, Copy copy) {
    return bits(callee.name(), variable, copy);
  }

  private Evaluation evaluation(Evaluation.Bits bits) {
    return new Evaluation(bdds, classes, context.addresses(), bits);
  }

  /** Into the callee: over CURRENT and CALLEE_ENTRY. */
  Bdd enter() {
    Evaluation evaluation = evaluation(v -> before.contains(v) ? ofCaller(v, Copy.CURRENT) : null);
    Bdd result = bdds.all();
    for (FiniteVariable v : entered.reversed()) {
      Expr value = entering(v);
      result = bdds.and(result, holding(v, ofCallee(v, Copy.CALLEE_ENTRY), value, evaluation));
    }
    return result;
  }

  /** What one of the callee's variables holds at its entry; null if that is unknown. */
  private @Nullable Expr entering(FiniteVariable variable) {
    Variable root = FinitePlaces.root(variable.place());
    if (classes.memoryPlaceIfAny(variable) instanceof MemoryPlace cell) {
      return root != null && callee.formals().contains(root)
          ? argument(variable, root)
          : frames.atEntry(cell).map(Expr.Read::of).orElse(null);
    }
    return root != null && root.isGlobal()
        ? Expr.Read.of(variable.place())
        : argument(variable, root);
  }

  /** What a part of a formal gets; null if that is unknown. */
  private @Nullable Expr argument(FiniteVariable part, @Nullable Variable formal) {
    int index = formal == null ? -1 : callee.formals().indexOf(formal);
    if (formal == null || index < 0 || index >= statement.arguments().size()) {
      return null;
    }
    LValue whole = LValue.Var.of(formal);
    return passed(part, whole, Arguments.converted(statement.arguments().get(index), whole));
  }

  /** What a part of an object gets where the whole gets a value; null if that is unknown. */
  private static @Nullable Expr passed(FiniteVariable part, LValue whole, Expr value) {
    if (part.place() == whole) {
      return value;
    }
    LValue source = value instanceof Expr.Read r ? part.place().moved(whole, r.source()) : null;
    return source == null ? null : Expr.Read.of(source);
  }

  /** The states in which the variable of these bits holds that value; null for any. */
  private Bdd holding(
      FiniteVariable variable, List<Integer> bits, @Nullable Expr value, Evaluation evaluation) {
    if (value == null) {
      Ranges all = Ranges.ofType(variable.place().type());
      return Cells.in(all, variable.domain(), bits, bdds);
    }
    FiniteVariable source = evaluation.copied(value);
    if (source != null && source.domain() == variable.domain()) {
      List<Integer> known = evaluation.bitsOf(source);
      return bdds.and(
          Cells.same(known, bits, bdds),
          Cells.in(Ranges.ofType(variable.place().type()), variable.domain(), bits, bdds));
    }
    return evaluation.holding(variable, evaluation.number(value), bits);
  }

  /** Over the call: over CURRENT, CALLEE_ENTRY, CALLEE_EXIT and NEXT. */
  Bdd leave(ModRef modRef) {
    Location exit = context.exit(callee.name());
    List<FiniteVariable> left = tracking.at(new CutPoint.At(exit));
    Evaluation inCallee = evaluation(v -> left.contains(v) ? ofCallee(v, Copy.CALLEE_EXIT) : null);
    Evaluation inCaller = evaluation(v -> before.contains(v) ? ofCaller(v, Copy.CURRENT) : null);
    Bdd result = enter();
    List<Update> updates = resultUpdates();
    for (FiniteVariable v : tracking.at(new CutPoint.At(call.edge().target())).reversed()) {
      List<Integer> bits = ofCaller(v, Copy.NEXT);
      Bdd holds;
      if (classes.memoryPlaceIfAny(v) != null) {
        holds = cell(v, updates, left, modRef, inCaller, inCallee);
      } else if (statement.result() != null
          && v.place().moved(statement.result(), statement.result()) != null) {
        holds = holding(v, bits, result(v, statement.result()), inCallee);
      } else {
        Variable root = FinitePlaces.root(v.place());
        boolean isModified =
            root != null
                && root.isGlobal()
                && modRef.modifiedVariables(callee.name()).contains(root);
        holds = holding(v, bits, Expr.Read.of(v.place()), isModified ? inCallee : inCaller);
      }
      result = bdds.and(result, holds);
    }
    return result;
  }

  /** What it does to memory that the result is assigned. */
  private List<Update> resultUpdates() {
    LValue target = statement.result();
    return target == null
        ? List.of()
        : context.stores().assign(target, context.returned(callee.name(), target));
  }

  /** What a cell of memory holds behind the call. */
  private Bdd cell(
      FiniteVariable v,
      List<Update> updates,
      List<FiniteVariable> left,
      ModRef modRef,
      Evaluation inCaller,
      Evaluation inCallee) {
    List<Integer> bits = ofCaller(v, Copy.NEXT);
    Bdd assigned = null;
    for (Update update : updates) {
      if (update.variable() == v) {
        Expr value =
            switch (update) {
              case Update.Gets u -> u.value();
              case Update.MayGet u -> u.value();
              case Update.Loses u -> null;
            };
        Bdd one =
            holding(v, bits, value != null && frames.isOfCallee(value) ? value : null, inCallee);
        if (!(update instanceof Update.MayGet)) {
          return one;
        }
        assigned = one;
      }
    }
    Bdd kept;
    if (!frames.changes(v, modRef)) {
      kept = holding(v, bits, Expr.Read.of(v.place()), inCaller);
    } else {
      // One cell may be known by several ways to it.
      kept = holding(v, bits, null, inCallee);
      for (FiniteVariable there : left) {
        if (frames.isSame(v, there, modRef)) {
          kept = bdds.and(kept, holding(v, bits, Expr.Read.of(there.place()), inCallee));
        }
      }
    }
    return assigned == null ? kept : bdds.or(kept, assigned);
  }

  private @Nullable Expr result(FiniteVariable part, LValue target) {
    if (callee.type().result() instanceof VoidType) {
      return null;
    }
    Expr value = Expr.Read.of(LValue.Var.of(context.results().result(callee.name())));
    return passed(part, target, Arguments.converted(value, target));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.TransitiveModRef.Effects;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import org.jspecify.annotations.Nullable;

/** What one statement modifies and reads. */
final class EffectsOfStatements {
  private final PointsTo pointsTo;

  EffectsOfStatements(PointsTo pointsTo) {
    this.pointsTo = pointsTo;
  }

  void add(Statement statement, Effects effects) {
    switch (statement) {
      case Statement.Assign s -> {
        read(s.value(), effects);
        write(s.target(), effects);
      }
      case Statement.Assume s -> read(s.condition(), effects);
      case Statement.Call s -> {
        if (s.callee() instanceof Callee.Indirect indirect) {
          read(indirect.pointer(), effects);
        }
        s.arguments().forEach(a -> read(a, effects));
        if (s.result() != null) {
          write(s.result(), effects);
        }
      }
      case Statement.Return s -> {
        if (s.value() != null) {
          read(s.value(), effects);
        }
      }
      case Statement.Havoc s -> write(s.target(), effects);
      case Statement.Allocate s -> {
        read(s.size(), effects);
        write(s.target(), effects);
        effects.allocates = true;
        if (s.content() == Statement.Allocate.Content.ZERO) {
          effects.modifiedRegions.addAll(pointsTo.touched(Expr.Read.of(s.target()), s.size()));
        }
      }
      case Statement.Free s -> read(s.pointer(), effects);
      case Statement.CopyMemory s -> {
        read(s.destination(), effects);
        read(s.source(), effects);
        read(s.size(), effects);
        effects.modifiedRegions.addAll(pointsTo.touched(s.destination(), s.size()));
        effects.readRegions.addAll(pointsTo.touched(s.source(), s.size()));
      }
      case Statement.FillMemory s -> {
        read(s.destination(), effects);
        read(s.value(), effects);
        read(s.size(), effects);
        effects.modifiedRegions.addAll(pointsTo.touched(s.destination(), s.size()));
      }
      case Statement.Scramble s -> {
        for (Expr pointer : s.pointers()) {
          read(pointer, effects);
          effects.modifiedRegions.addAll(pointsTo.reachable(pointer));
        }
      }
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void write(LValue target, Effects effects) {
    readPath(target, effects);
    Variable variable = variable(target);
    if (variable == null) {
      effects.modifiedRegions.addAll(pointsTo.regions(target));
    } else if (variable.isGlobal()) {
      effects.modifiedVariables.add(variable);
    }
  }

  private void read(Expr expr, Effects effects) {
    new Operands(e -> {}, l -> read(l, effects)).visit(expr);
  }

  private void read(LValue source, Effects effects) {
    Variable variable = variable(source);
    if (variable == null) {
      effects.readRegions.addAll(pointsTo.regions(source));
    } else if (variable.isGlobal()) {
      effects.readVariables.add(variable);
    }
  }

  // The variable that it is a part of, unless that is in memory.
  private @Nullable Variable variable(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> pointsTo.inMemory(l.variable()) ? null : l.variable();
      case LValue.Deref l -> null;
      case LValue.Member l -> variable(l.base());
      case LValue.Element l -> variable(l.base());
    };
  }

  private void readPath(LValue lvalue, Effects effects) {
    switch (lvalue) {
      case LValue.Var l -> {}
      case LValue.Deref l -> read(l.pointer(), effects);
      case LValue.Member l -> readPath(l.base(), effects);
      case LValue.Element l -> {
        read(l.index(), effects);
        readPath(l.base(), effects);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;

/** Values that the program leaves open. */
final class HavocCompiler {
  private final Machine machine;
  private final ExpressionCompiler expressions;

  HavocCompiler(Machine machine, ExpressionCompiler expressions) {
    this.machine = machine;
    this.expressions = expressions;
  }

  Step havoc(Edge edge, Statement.Havoc s, int next) {
    return switch (s.cause()) {
      case Cause.Uninitialised c -> uninitialised(edge, s.target(), next);
      case Cause.Environment c -> arbitrary(edge, s.target(), next);
      case Cause.External c -> arbitrary(edge, s.target(), next);
      case Cause.Unspecified c ->
          c.usual() != null && machine.settings.choices() == Choices.USUAL
              ? new StatementCompiler(machine, expressions).assign(s.target(), c.usual(), next)
              : arbitrary(edge, s.target(), next);
      case Cause.Inexact c -> inexact(edge, s, c, next);
    };
  }

  private Step inexact(Edge edge, Statement.Havoc s, Cause.Inexact cause, int next) {
    Step arbitrary = arbitrary(edge, s.target(), next);
    return f -> {
      f.machine.report(Kind.INEXACT, cause.reason() + " is not executed exactly: 0 is taken");
      return arbitrary.run(f);
    };
  }

  private Step uninitialised(Edge edge, LValue target, int next) {
    Spot spot = expressions.spot(target);
    boolean isChosen = machine.settings.choices() != Choices.USUAL;
    Step content = isChosen ? arbitrary(edge, target, next) : f -> next;
    return switch (spot.base()) {
      case Spot.Base.Local l ->
          f -> {
            f.renew(l.thing());
            content.run(f);
            f.block(l.thing()).forget();
            return next;
          };
      case Spot.Base.Plain p when p.slot() instanceof Slot.InWord w && expressions.isChecked(w) ->
          f -> {
            content.run(f);
            f.unset[w.index()] = 1;
            return next;
          };
      case Spot.Base.Plain p -> content;
      case Spot.Base.Global g -> content;
      case Spot.Base.Pointer p -> content;
    };
  }

  private Step arbitrary(Edge edge, LValue target, int next) {
    Type type = target.type();
    Spot spot = expressions.spot(target);
    return switch (Forms.of(type)) {
      case WORD -> {
        Stores.WordSink sink = Stores.word(spot, type);
        boolean isPlain = spot.base() instanceof Spot.Base.Plain;
        yield f -> {
          long value = Stores.wordOf(image(f, edge, type), type);
          sink.put(f, isPlain ? Forms.truth(value, type) : value);
          return next;
        };
      }
      case REAL -> {
        Stores.RealSink sink = Stores.real(spot, (FloatType) type);
        yield f -> {
          long bits = Stores.wordOf(image(f, edge, type), type);
          sink.put(f, Images.real(bits, (FloatType) type));
          return next;
        };
      }
      case WIDE -> {
        Stores.WideSink sink = Stores.wide(spot);
        yield f -> {
          sink.put(f, Loads.wide(f, Images.held(image(f, edge, type)), 0, type));
          return next;
        };
      }
      case BLOB -> {
        Place place = spot.place();
        yield f -> {
          Block from = Images.held(image(f, edge, type));
          Block to = place.find(f);
          Cells.copy(f, to, f.offset, from, 0, type.size());
          return next;
        };
      }
    };
  }

  private static byte[] image(Frame f, Edge edge, Type type) {
    return f.machine.settings.choices().value(edge, type);
  }
}

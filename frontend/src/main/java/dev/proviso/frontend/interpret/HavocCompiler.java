// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;

/** Values that the program leaves open, and those of variadic lists, which are known here. */
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
    if (cause.variadic() != null) {
      return switch (cause.variadic()) {
        case Statement.Variadic.Start start -> start(s.target(), next);
        case Statement.Variadic.Next argument -> variadic(s.target(), argument.list(), next);
      };
    }
    Step arbitrary = arbitrary(edge, s.target(), next);
    return f -> {
      f.machine.report(Kind.INEXACT, cause.reason() + " is not executed exactly: 0 is taken");
      return arbitrary.run(f);
    };
  }

  private Step start(LValue list, int next) {
    Type type = list.type();
    Spot spot = expressions.spot(list);
    if (type instanceof PointerType) {
      Stores.WordSink sink = Stores.word(spot, type);
      return f -> {
        sink.put(f, VariadicArguments.first(f));
        return next;
      };
    }
    Place place = spot.place();
    return f -> {
      Block block = place.find(f);
      VariadicArguments.start(f, block, f.offset);
      return next;
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

  private Step variadic(LValue target, LValue list, int next) {
    Type type = target.type();
    Spot listSpot = expressions.spot(list);
    Word address =
        listSpot.base() instanceof Spot.Base.Plain p
            ? moving(((Slot.InWord) p.slot()).index(), type)
            : inMemory(listSpot.place(), list.type(), type);
    Spot found = new Spot(new Spot.Base.Pointer(address), 0, null, null);
    Spot spot = expressions.spot(target);
    return switch (Forms.of(type)) {
      case WORD -> {
        Word word = Loads.word(found, type);
        Stores.WordSink sink = Stores.word(spot, type);
        yield f -> {
          long value = word.get(f);
          sink.put(f, type instanceof IntType t && t.isBool() ? value & 1 : value);
          return next;
        };
      }
      case REAL -> {
        Real real = Loads.real(found, (FloatType) type);
        Stores.RealSink sink = Stores.real(spot, (FloatType) type);
        yield f -> {
          sink.put(f, real.get(f));
          return next;
        };
      }
      case WIDE -> {
        Wide wide = Loads.wide(found, type);
        Stores.WideSink sink = Stores.wide(spot);
        yield f -> {
          sink.put(f, wide.get(f));
          return next;
        };
      }
      case BLOB -> {
        Place from = found.place();
        Place to = spot.place();
        yield f -> {
          Block source = from.find(f);
          long offset = f.offset;
          Block destination = to.find(f);
          Cells.copy(f, destination, f.offset, source, offset, type.size());
          return next;
        };
      }
    };
  }

  private static Word inMemory(Place list, Type listType, Type type) {
    return f -> {
      Block block = list.find(f);
      return VariadicArguments.next(f, block, f.offset, listType, type);
    };
  }

  /** A list that is a pointer in a plain local. */
  private static Word moving(int word, Type type) {
    return f -> {
      long address = VariadicArguments.aligned(f.machine, f.words[word], type);
      f.words[word] = VariadicArguments.after(f.machine, address, type);
      return address;
    };
  }
}

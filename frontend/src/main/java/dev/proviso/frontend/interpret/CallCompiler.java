// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls and returns. */
final class CallCompiler {
  private static final Set<String> SETJMP =
      Set.of("setjmp", "_setjmp", "__sigsetjmp", "sigsetjmp", "__builtin_setjmp");

  private final Machine machine;
  private final ExpressionCompiler expressions;

  CallCompiler(Machine machine, ExpressionCompiler expressions) {
    this.machine = machine;
    this.expressions = expressions;
  }

  /** Puts one argument where it belongs. */
  private interface Passing {
    void pass(Frame frame, Arguments arguments);
  }

  Step call(Statement.Call s, int next) {
    List<Type> types = s.arguments().stream().map(Expr::type).toList();
    List<Passing> list = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      list.add(passing(s.arguments().get(i), i));
    }
    Passing[] passings = list.toArray(new Passing[0]);
    @Nullable Receiver receiver = s.result() == null ? null : receiver(s.result());
    return switch (s.callee()) {
      case Callee.Direct d when isSetjmp(d.procedure()) -> setjmp(passings, types, receiver, next);
      case Callee.Direct d ->
          f -> {
            f.pc = next;
            Arguments arguments = evaluate(f, passings, types);
            return Calls.enter(f.machine, d.procedure(), arguments, receiver)
                ? Machine.SWITCH
                : next;
          };
      case Callee.Indirect i -> {
        Word pointer = expressions.word(i.pointer());
        yield f -> {
          f.pc = next;
          Arguments arguments = evaluate(f, passings, types);
          String target = Calls.target(f.machine, pointer.get(f));
          return Calls.enter(f.machine, target, arguments, receiver) ? Machine.SWITCH : next;
        };
      }
    };
  }

  private static Arguments evaluate(Frame f, Passing[] passings, List<Type> types) {
    Arguments arguments = new Arguments(types);
    for (Passing passing : passings) {
      passing.pass(f, arguments);
    }
    return arguments;
  }

  private Passing passing(Expr value, int index) {
    return switch (Forms.of(value.type())) {
      case WORD -> {
        Word word = expressions.word(value);
        yield (f, a) -> a.words[index] = word.get(f);
      }
      case REAL -> {
        Real real = expressions.real(value);
        yield (f, a) -> a.words[index] = Double.doubleToRawLongBits(real.get(f));
      }
      case WIDE -> {
        Wide wide = expressions.wide(value);
        yield (f, a) -> a.things[index] = wide.get(f);
      }
      case BLOB -> {
        Place place = expressions.blob(value);
        int size = (int) value.type().size();
        yield (f, a) -> a.things[index] = copied(f, place, size);
      }
    };
  }

  private static Block copied(Frame f, Place place, int size) {
    Block from = place.find(f);
    long offset = f.offset;
    Block copy = new Block("a value", size, true, false);
    Cells.copy(f, copy, 0, from, offset, size);
    return copy;
  }

  Receiver receiver(LValue target) {
    Type type = target.type();
    Spot spot = expressions.spot(target);
    return switch (Forms.of(type)) {
      case WORD -> {
        Stores.WordSink sink = Stores.word(spot, type);
        yield f -> sink.put(f, Forms.fit(f.machine.word, type));
      }
      case REAL -> {
        Stores.RealSink sink = Stores.real(spot, (FloatType) type);
        yield type == FloatType.FLOAT
            ? f -> sink.put(f, (float) f.machine.real)
            : f -> sink.put(f, f.machine.real);
      }
      case WIDE -> {
        Stores.WideSink sink = Stores.wide(spot);
        yield f -> sink.put(f, f.machine.wide);
      }
      case BLOB -> {
        Place place = spot.place();
        yield f -> {
          Block from = f.machine.blob;
          if (from != null) {
            Block to = place.find(f);
            Cells.copy(f, to, f.offset, from, 0, Math.min(type.size(), from.size));
          }
        };
      }
    };
  }

  /** {@code return}. */
  Step result(Statement.Return s) {
    Expr value = s.value();
    if (value == null) {
      return f -> {
        f.machine.pop();
        return Machine.SWITCH;
      };
    }
    return switch (Forms.of(value.type())) {
      case WORD -> {
        Word word = expressions.word(value);
        yield f -> {
          f.machine.word = word.get(f);
          f.machine.pop();
          return Machine.SWITCH;
        };
      }
      case REAL -> {
        Real real = expressions.real(value);
        yield f -> {
          f.machine.real = real.get(f);
          f.machine.pop();
          return Machine.SWITCH;
        };
      }
      case WIDE -> {
        Wide wide = expressions.wide(value);
        yield f -> {
          f.machine.wide = wide.get(f);
          f.machine.pop();
          return Machine.SWITCH;
        };
      }
      case BLOB -> {
        Place place = expressions.blob(value);
        int size = (int) value.type().size();
        yield f -> {
          f.machine.blob = copied(f, place, size);
          f.machine.pop();
          return Machine.SWITCH;
        };
      }
    };
  }

  private boolean isSetjmp(String name) {
    return SETJMP.contains(name) && machine.code(name) == null;
  }

  private static Step setjmp(
      Passing[] passings, List<Type> types, @Nullable Receiver receiver, int next) {
    Receiver result = receiver == null ? f -> {} : receiver;
    return f -> {
      Arguments arguments = evaluate(f, passings, types);
      f.machine.library.jumps().save(arguments.word(0), new Jump.Saved(f, next, result));
      f.machine.word = 0;
      result.take(f);
      return next;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Allocate.Content;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;

/** Turns statements into steps. */
final class StatementCompiler {
  private final Machine machine;
  private final ExpressionCompiler expressions;
  private final CallCompiler calls;

  StatementCompiler(Machine machine, ExpressionCompiler expressions) {
    this.machine = machine;
    this.expressions = expressions;
    this.calls = new CallCompiler(machine, expressions);
  }

  /**
   * @param next where the step goes on
   */
  Step step(Edge edge, int next) {
    return switch (edge.statement()) {
      case Statement.Assign s -> assign(s.target(), s.value(), next);
      case Statement.Assume s -> assume(s, next);
      case Statement.Call s -> calls.call(s, next);
      case Statement.Return s -> calls.result(s);
      case Statement.Havoc s -> new HavocCompiler(machine, expressions).havoc(edge, s, next);
      case Statement.Allocate s -> allocate(edge, s, next);
      case Statement.Free s -> {
        Word pointer = expressions.word(s.pointer());
        yield f -> {
          f.machine.library.heap().free(pointer.get(f));
          return next;
        };
      }
      case Statement.CopyMemory s -> copy(s, next);
      case Statement.FillMemory s -> fill(s, next);
      case Statement.Scramble s -> scramble(edge, next);
      case Statement.Abort s ->
          f -> {
            throw new Abort(s.message(), f.machine.place());
          };
      case Statement.Skip s -> f -> next;
    };
  }

  private Step scramble(Edge edge, int next) {
    Guide guide = machine.guide;
    if (guide != null) {
      return f -> {
        guide
            .scrambled(edge)
            .forEach(
                (address, value) -> {
                  Block block = machine.memory.at(address);
                  Cells.poke(block, address - block.base, 1, value);
                });
        return next;
      };
    }
    return f -> {
      f.machine.report(Kind.INEXACT, "what is reached from here may be changed: it is not");
      return next;
    };
  }

  Step assign(LValue target, Expr value, int next) {
    Type type = target.type();
    Spot spot = expressions.spot(target);
    return switch (Forms.of(type)) {
      case WORD -> {
        Word word = expressions.word(value);
        if (spot.base() instanceof Spot.Base.Plain p && !expressions.isChecked(p.slot())) {
          int index = ((Slot.InWord) p.slot()).index();
          yield f -> {
            f.words[index] = word.get(f);
            return next;
          };
        }
        Stores.WordSink sink = Stores.word(spot, type);
        yield f -> {
          sink.put(f, word.get(f));
          return next;
        };
      }
      case REAL -> {
        Real real = expressions.real(value);
        Stores.RealSink sink = Stores.real(spot, (FloatType) type);
        yield f -> {
          sink.put(f, real.get(f));
          return next;
        };
      }
      case WIDE -> {
        Wide wide = expressions.wide(value);
        Stores.WideSink sink = Stores.wide(spot);
        yield f -> {
          sink.put(f, wide.get(f));
          return next;
        };
      }
      case BLOB -> {
        Place from = expressions.blob(value);
        Place to = spot.place();
        long size = Math.min(type.size(), value.type().size());
        yield f -> {
          Block source = from.find(f);
          long sourceOffset = f.offset;
          Block destination = to.find(f);
          Cells.copy(f, destination, f.offset, source, sourceOffset, size);
          return next;
        };
      }
    };
  }

  private Step assume(Statement.Assume s, int next) {
    Test test = expressions.test(s.condition());
    return f -> {
      if (test.holds(f)) {
        return next;
      }
      throw end(f.machine, s.reason());
    };
  }

  private static Stop end(Machine machine, Statement.Assume.Reason reason) {
    return switch (reason) {
      case NULL_DEREFERENCE ->
          machine.stop(Kind.NULL_DEREFERENCE, "null is dereferenced here", ExitCodes.SEGMENT);
      case DIVISION ->
          machine.stop(Kind.DIVISION, "this division has no result", ExitCodes.ARITHMETIC);
      case ASSERTED ->
          machine.stop(Kind.STOPPED, "the program says that it never gets here", ExitCodes.ILLEGAL);
      case MODEL, BRANCH ->
          machine.stop(Kind.STOPPED, "no way leads on from here", ExitCodes.LIMIT);
    };
  }

  private Step allocate(Edge edge, Statement.Allocate s, int next) {
    Word size = expressions.word(s.size());
    Spot spot = expressions.spot(s.target());
    Stores.WordSink sink = Stores.word(spot, s.target().type());
    boolean isZero = s.content() == Content.ZERO;
    Guide guide = machine.guide;
    if (guide != null && machine.memory instanceof LaidOutMemory memory) {
      return f -> {
        long address = guide.allocated(edge);
        machine.library.heap().allocateAt(memory, address, size.get(f), isZero);
        sink.put(f, address);
        return next;
      };
    }
    boolean isAutomatic =
        s.target() instanceof LValue.Var v && v.variable().kind() == Variable.Kind.LOCAL;
    boolean isArray = isAutomatic && !(pointee(s.target()) instanceof VoidType);
    return f -> {
      Machine m = f.machine;
      if (isArray) {
        f.endAutomatic(edge);
      }
      Block block = m.library.heap().allocate(size.get(f), isZero, !isAutomatic);
      if (isAutomatic) {
        f.addAutomatic(edge, block);
      }
      if (!isZero && m.settings.choices() != Choices.USUAL) {
        Type content = new ArrayType(IntType.BYTE, block.size);
        byte[] image = m.settings.choices().value(edge, content);
        System.arraycopy(image, 0, block.bytes, 0, block.bytes.length);
      }
      sink.put(f, m.memory.address(block));
      return next;
    };
  }

  private static Type pointee(LValue pointer) {
    return ((PointerType) pointer.type()).pointee();
  }

  private Step copy(Statement.CopyMemory s, int next) {
    Word to = expressions.word(s.destination());
    Word from = expressions.word(s.source());
    Word size = expressions.word(s.size());
    return f -> {
      long source = from.get(f);
      long destination = to.get(f);
      Block a = f.machine.memory.at(source);
      Block b = f.machine.memory.at(destination);
      long count = size.get(f);
      f.machine.spend(count);
      Cells.copy(f, b, destination - b.base, a, source - a.base, count);
      return next;
    };
  }

  private Step fill(Statement.FillMemory s, int next) {
    Word to = expressions.word(s.destination());
    Word value = expressions.word(s.value());
    Word size = expressions.word(s.size());
    return f -> {
      long destination = to.get(f);
      Block b = f.machine.memory.at(destination);
      long count = size.get(f);
      f.machine.spend(count);
      Cells.fill(f, b, destination - b.base, (byte) value.get(f), count);
      return next;
    };
  }
}

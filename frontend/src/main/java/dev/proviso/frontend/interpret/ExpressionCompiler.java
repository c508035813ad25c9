// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Turns expressions and objects into what computes and finds them. */
final class ExpressionCompiler {
  private static final Storage NO_LOCALS = Storage.none();

  private final Machine machine;
  private final Storage storage;
  private final Assigned assigned;
  private final Casts casts = new Casts(this);

  ExpressionCompiler(Machine machine, Storage storage, Assigned assigned) {
    this.machine = machine;
    this.storage = storage;
    this.assigned = assigned;
  }

  /** For initial values, which know no locals. */
  ExpressionCompiler(Machine machine) {
    this(machine, NO_LOCALS, Assigned.NONE);
  }

  /** True of a plain local that may be read before it has a value. */
  boolean isChecked(Slot slot) {
    return slot instanceof Slot.InWord w && assigned.isChecked(w.index());
  }

  // Objects

  Spot spot(LValue place) {
    return switch (place) {
      case LValue.Var v -> variable(v.variable());
      case LValue.Deref d -> new Spot(new Spot.Base.Pointer(word(d.pointer())), 0, null, null);
      case LValue.Member m -> {
        Spot part = spot(m.base()).plus(m.field().offset());
        yield m.field().isBitField() ? part.only(m.field()) : part;
      }
      case LValue.Element e -> {
        long size = e.type().size();
        if (e.index() instanceof Expr.IntConst c) {
          yield spot(e.base()).plus(c.value().longValue() * size);
        }
        Word index = word(e.index());
        yield spot(e.base()).plus(size == 1 ? index : f -> index.get(f) * size);
      }
    };
  }

  private Spot variable(Variable variable) {
    Slot slot = storage.find(variable);
    if (slot == null) {
      return new Spot(new Spot.Base.Global(machine.global(variable)), 0, null, null);
    }
    return slot instanceof Slot.InMemory m
        ? new Spot(new Spot.Base.Local(m.index()), 0, null, null)
        : new Spot(new Spot.Base.Plain(slot), 0, null, null);
  }

  // Words

  Word word(Expr e) {
    return switch (e) {
      case Expr.IntConst c -> {
        long value = c.value().longValue();
        yield f -> value;
      }
      case Expr.FloatConst c -> throw new IllegalArgumentException("no word: " + c);
      case Expr.Read r -> read(r);
      case Expr.AddressOf a -> Words.fitted(spot(a.object()).address(), a.type());
      case Expr.FunctionAddress a -> {
        long address = machine.functionAddress(a.procedure());
        yield f -> address;
      }
      case Expr.Unary u -> unary(u);
      case Expr.Binary b -> binary(b);
      case Expr.Cast c -> casts.word(c.operand(), c.type());
      case Expr.Conditional c -> {
        Test test = test(c.condition());
        Word then = word(c.then());
        Word otherwise = word(c.otherwise());
        yield f -> test.holds(f) ? then.get(f) : otherwise.get(f);
      }
    };
  }

  private Word read(Expr.Read r) {
    Spot spot = spot(r.source());
    if (!(spot.base() instanceof Spot.Base.Plain p)) {
      return Loads.word(spot, r.type());
    }
    int index = ((Slot.InWord) p.slot()).index();
    if (!assigned.isChecked(index)) {
      return f -> f.words[index];
    }
    return f -> {
      if (f.unset[index] != 0) {
        unset(f, r);
      }
      return f.words[index];
    };
  }

  private static void unset(Frame f, Expr.Read r) {
    String name = ((LValue.Var) r.source()).variable().name();
    f.machine.report(
        Kind.UNINITIALISED, "the variable `" + name + "` is read here, and was never written");
  }

  private Word unary(Expr.Unary u) {
    return switch (u.op()) {
      case NEGATE -> {
        Word operand = word(u.operand());
        yield Words.fitted(f -> -operand.get(f), u.type());
      }
      case COMPLEMENT -> {
        Word operand = word(u.operand());
        yield Words.fitted(f -> ~operand.get(f), u.type());
      }
      case NOT -> truth(test(u));
    };
  }

  private static Word truth(Test test) {
    return f -> test.holds(f) ? 1 : 0;
  }

  private Word binary(Expr.Binary b) {
    if (b.op().isBoolean()) {
      return truth(test(b));
    }
    boolean isConstant = b.right() instanceof Expr.IntConst;
    long constant = b.right() instanceof Expr.IntConst c ? c.value().longValue() : 0;
    return Words.binary(b.op(), b.type(), word(b.left()), index(b), isConstant, constant);
  }

  /** The right operand; of a shift it may be of any width. */
  private Word index(Expr.Binary b) {
    if (Forms.of(b.right().type()) == Forms.WIDE) {
      Wide wide = wide(b.right());
      return f -> ((BigInteger) wide.get(f)).longValue();
    }
    return word(b.right());
  }

  // Conditions

  Test test(Expr e) {
    if (e instanceof Expr.Binary b && b.op().isBoolean()) {
      return comparison(b);
    }
    if (e instanceof Expr.Unary u && u.op() == UnaryOp.NOT) {
      Test test = test(u.operand());
      return f -> !test.holds(f);
    }
    switch (Forms.of(e.type())) {
      case REAL -> {
        Real value = real(e);
        return f -> value.get(f) != 0;
      }
      case WIDE -> {
        Wide value = wide(e);
        return f -> !Wides.isZero(value.get(f));
      }
      case WORD, BLOB -> {
        Word value = word(e);
        return f -> value.get(f) != 0;
      }
    }
    throw new IllegalArgumentException("no condition: " + e);
  }

  private Test comparison(Expr.Binary b) {
    if (b.op() == BinaryOp.AND || b.op() == BinaryOp.OR) {
      Test left = test(b.left());
      Test right = test(b.right());
      return b.op() == BinaryOp.AND
          ? f -> left.holds(f) && right.holds(f)
          : f -> left.holds(f) || right.holds(f);
    }
    Type type = b.left().type();
    return switch (Forms.of(type)) {
      case REAL -> reals(b.op(), real(b.left()), real(b.right()));
      case WIDE -> {
        Wide left = wide(b.left());
        Wide right = wide(b.right());
        yield f -> Wides.compare(b.op(), left.get(f), right.get(f));
      }
      case WORD, BLOB ->
          Words.comparison(
              b.op(),
              Forms.isSigned(type),
              word(b.left()),
              word(b.right()),
              b.right() instanceof Expr.IntConst,
              b.right() instanceof Expr.IntConst c ? c.value().longValue() : 0);
    };
  }

  private static Test reals(BinaryOp op, Real a, Real b) {
    return switch (op) {
      case EQUAL -> f -> a.get(f) == b.get(f);
      case NOT_EQUAL -> f -> a.get(f) != b.get(f);
      case LESS -> f -> a.get(f) < b.get(f);
      case LESS_OR_EQUAL -> f -> a.get(f) <= b.get(f);
      default -> throw new IllegalArgumentException("no comparison: " + op);
    };
  }

  // Floats and doubles

  Real real(Expr e) {
    FloatType type = (FloatType) e.type();
    boolean isFloat = type == FloatType.FLOAT;
    return switch (e) {
      case Expr.FloatConst c -> {
        double value = Reals.parse(c.value(), isFloat);
        yield f -> value;
      }
      case Expr.Read r -> {
        Spot spot = spot(r.source());
        if (spot.base() instanceof Spot.Base.Plain) {
          Word bits = read(r);
          yield f -> Double.longBitsToDouble(bits.get(f));
        }
        yield Loads.real(spot, type);
      }
      case Expr.Unary u -> {
        Real operand = real(u.operand());
        yield f -> -operand.get(f);
      }
      case Expr.Binary b -> Reals.binary(b.op(), isFloat, real(b.left()), real(b.right()));
      case Expr.Cast c -> casts.real(c.operand(), isFloat);
      case Expr.Conditional c -> {
        Test test = test(c.condition());
        Real then = real(c.then());
        Real otherwise = real(c.otherwise());
        yield f -> test.holds(f) ? then.get(f) : otherwise.get(f);
      }
      case Expr.IntConst c -> throw new IllegalArgumentException("no float: " + c);
      case Expr.AddressOf c -> throw new IllegalArgumentException("no float: " + c);
      case Expr.FunctionAddress c -> throw new IllegalArgumentException("no float: " + c);
    };
  }

  // 128 bits, extended format

  Wide wide(Expr e) {
    return switch (e) {
      case Expr.IntConst c -> {
        BigInteger value = c.value();
        yield f -> value;
      }
      case Expr.FloatConst c -> {
        Extended value = Extended.parse(c.value());
        yield f -> value;
      }
      case Expr.Read r -> {
        Spot spot = spot(r.source());
        if (spot.base() instanceof Spot.Base.Plain p) {
          int index = ((Slot.InThing) p.slot()).index();
          Object zero = r.type() instanceof IntType ? BigInteger.ZERO : Extended.ZERO;
          yield f -> {
            Object value = f.things[index];
            if (value == null) {
              unset(f, r);
              return zero;
            }
            return value;
          };
        }
        yield Loads.wide(spot, r.type());
      }
      case Expr.Unary u -> {
        Wide operand = wide(u.operand());
        yield f -> unary(u, operand.get(f));
      }
      case Expr.Binary b -> wideBinary(b);
      case Expr.Cast c -> casts.wide(c.operand(), c.type());
      case Expr.Conditional c -> {
        Test test = test(c.condition());
        Wide then = wide(c.then());
        Wide otherwise = wide(c.otherwise());
        yield f -> test.holds(f) ? then.get(f) : otherwise.get(f);
      }
      case Expr.AddressOf c -> throw new IllegalArgumentException("not wide: " + c);
      case Expr.FunctionAddress c -> throw new IllegalArgumentException("not wide: " + c);
    };
  }

  private static Object unary(Expr.Unary u, Object value) {
    if (value instanceof Extended x) {
      return x.negate();
    }
    BigInteger whole = (BigInteger) value;
    return ((IntType) u.type()).wrap(u.op() == UnaryOp.NEGATE ? whole.negate() : whole.not());
  }

  private Wide wideBinary(Expr.Binary b) {
    Wide left = wide(b.left());
    if (b.op() == BinaryOp.SHIFT_LEFT || b.op() == BinaryOp.SHIFT_RIGHT) {
      Word count = index(b);
      return f -> Wides.shift(b.op(), (IntType) b.type(), (BigInteger) left.get(f), count.get(f));
    }
    Wide right = wide(b.right());
    if (b.type() instanceof IntType t) {
      return f -> Wides.binary(b.op(), t, (BigInteger) left.get(f), (BigInteger) right.get(f));
    }
    return f -> Wides.binary(b.op(), (Extended) left.get(f), (Extended) right.get(f));
  }

  // Structs, unions, arrays

  /** Where a value of many bytes stands. */
  Place blob(Expr e) {
    return switch (e) {
      case Expr.Read r -> spot(r.source()).place();
      case Expr.Conditional c -> {
        Test test = test(c.condition());
        Place then = blob(c.then());
        Place otherwise = blob(c.otherwise());
        yield f -> test.holds(f) ? then.find(f) : otherwise.find(f);
      }
      case Expr.Cast c -> blob(c.operand());
      default -> throw new IllegalArgumentException("no object: " + e);
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.IntType;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes of scalar objects in one state: cells of variables, or cells of regions at
 * addresses.
 */
final class Places {
  /** Addresses are taken apart into the choices they are made by where these are not more. */
  private static final int MAX_CHOICES = 8;

  private final Formula formula;
  private final Terms terms;
  private final Evaluator evaluator;
  private final SymbolicState state;
  private final int activation;

  Places(Formula formula, Evaluator evaluator, SymbolicState state, int activation) {
    this.formula = formula;
    this.terms = formula.terms();
    this.evaluator = evaluator;
    this.state = state;
    this.activation = activation;
  }

  /** The address of an object in memory. */
  Term address(LValue object) {
    return address(object, evaluator::number);
  }

  /** The address of an object that is accessed. */
  Term followedAddress(LValue object) {
    return address(object, evaluator::followed);
  }

  private Term address(LValue object, Function<Expr, Term> pointers) {
    int bits = formula.memory().addresses().bits();
    return switch (object) {
      case LValue.Var v -> terms.number(formula.memory().addresses().addressOf(v.variable()), bits);
      case LValue.Deref d -> pointers.apply(d.pointer());
      case LValue.Member m ->
          terms.add(address(m.base(), pointers), terms.number(m.field().offset(), bits));
      case LValue.Element e -> {
        boolean signed = e.index().type() instanceof IntType t && t.signed();
        Term index = terms.resize(evaluator.number(e.index()), bits, signed);
        Term distance = terms.multiply(index, terms.number(e.type().size(), bits));
        yield terms.add(address(e.base(), pointers), distance);
      }
    };
  }

  /** The value of a scalar object, as wide as its type. */
  Term read(LValue object) {
    Term unit = readUnit(object);
    if (object instanceof LValue.Member m && m.field().isBitField()) {
      return readBits(unit, m.field());
    }
    return unit;
  }

  private Term readBits(Term unit, Field field) {
    boolean signed = field.type() instanceof IntType t && t.signed();
    Term bits = terms.extract(unit, field.bitOffset(), field.bitWidth());
    return terms.resize(bits, unit.bits(), signed);
  }

  /** Sets a scalar object; a bit-field's neighbours stay. */
  void write(LValue object, Term value) {
    if (object instanceof LValue.Member m && m.field().isBitField()) {
      Term narrow = terms.extract(value, 0, m.field().bitWidth());
      writeUnit(object, replaceBits(readUnit(object), m.field().bitOffset(), narrow));
    } else {
      writeUnit(object, value);
    }
  }

  /** {@code whole} with the bits from {@code low} on replaced. */
  private Term replaceBits(Term whole, int low, Term part) {
    if (part.bits() == whole.bits()) {
      return part;
    }
    int high = low + part.bits();
    Term result = low == 0 ? part : terms.concat(part, terms.extract(whole, 0, low));
    return high == whole.bits()
        ? result
        : terms.concat(terms.extract(whole, high, whole.bits() - high), result);
  }

  /** The cell of an object in memory at that distance from its start. */
  Term readPart(Term address, PointsTo.Part part) {
    Region region = part.region();
    return readMemory(
        region, terms.add(address, terms.number(part.offset(), address.bits())), region.cellBits());
  }

  void writePart(Term address, PointsTo.Part part, Term value) {
    writeMemory(
        part.region(), terms.add(address, terms.number(part.offset(), address.bits())), value);
  }

  boolean inMemory(LValue object) {
    Variable root = root(object);
    return root == null || formula.memory().pointsTo().inMemory(root);
  }

  private static @Nullable Variable root(LValue object) {
    return switch (object) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }

  private Cell cell(LValue object, long offset) {
    Variable root = Objects.requireNonNull(root(object));
    int owner = root.isGlobal() ? Cell.STATIC : activation;
    return formula.memory().cells().cell(owner, root, offset);
  }

  /** The cells of the variable that an object is a part of. */
  List<Cell> cells(LValue object) {
    Variable root = Objects.requireNonNull(root(object));
    return formula.memory().cells().cells(root.isGlobal() ? Cell.STATIC : activation, root);
  }

  private Term readUnit(LValue object) {
    int bits = Evaluator.bits(object.type());
    if (inMemory(object)) {
      return readMemory(formula.memory().pointsTo().region(object), followedAddress(object), bits);
    }
    long offset = CellLayout.offset(object);
    Cell cell = cell(object, offset);
    return terms.extract(state.get(cell), (int) (offset - cell.offset()) * 8, bits);
  }

  private void writeUnit(LValue object, Term value) {
    if (inMemory(object)) {
      writeMemory(formula.memory().pointsTo().region(object), followedAddress(object), value);
      return;
    }
    long offset = CellLayout.offset(object);
    Cell cell = cell(object, offset);
    int low = (int) (offset - cell.offset()) * 8;
    state.set(cell, value.bits() == cell.bits() ? value : replaceBits(state.get(cell), low, value));
  }

  private Term readMemory(Region region, Term address, int bits) {
    Contents contents = state.get(region);
    UnaryOperator<Term> devices =
        evaluator.nulls() == Evaluator.Nulls.ANYTHING
            ? a -> contents.read(a, terms)
            : a -> formula.device(a, region.cellBits());
    Term value = select(formula, contents, address, devices);
    for (int done = region.cellBits(); done < bits; done += region.cellBits()) {
      Term next = terms.add(address, terms.number(done / 8, address.bits()));
      value = terms.concat(select(formula, contents, next, devices), value);
    }
    return value;
  }

  /** What a region holds at an address. */
  static Term select(Formula formula, Region region, Contents contents, Term address) {
    return select(formula, contents, address, a -> formula.device(a, region.cellBits()));
  }

  /**
   * @param devices what is read where no object is
   */
  private static Term select(
      Formula formula, Contents contents, Term address, UnaryOperator<Term> devices) {
    return address.choices(MAX_CHOICES) < MAX_CHOICES
        ? selectEach(formula, contents, address, devices)
        : contents.read(address, formula.terms());
  }

  private static Term selectEach(
      Formula formula, Contents contents, Term address, UnaryOperator<Term> devices) {
    Terms terms = formula.terms();
    if (isDevice(formula, address)) {
      return devices.apply(address);
    }
    Term.Choice choice = address.choice();
    return choice == null
        ? contents.read(address, terms)
        : terms.ite(
            choice.condition(),
            selectEach(formula, contents, choice.then(), devices),
            selectEach(formula, contents, choice.otherwise(), devices));
  }

  /** True of addresses known to belong to no object: null and what is near it. */
  private static boolean isDevice(Formula formula, Term address) {
    BigInteger known = address.constant();
    return known != null && known.compareTo(formula.memory().addresses().firstFunction()) < 0;
  }

  private void writeMemory(Region region, Term address, Term value) {
    Contents contents = state.get(region);
    for (int done = 0; done < value.bits(); done += region.cellBits()) {
      Term place = terms.add(address, terms.number(BigInteger.valueOf(done / 8), address.bits()));
      Term part = terms.extract(value, done, region.cellBits());
      boolean each = place.choices(MAX_CHOICES) < MAX_CHOICES;
      contents =
          each
              ? writeEach(region, contents, place, part, terms.yes())
              : contents.write(place, part);
    }
    state.set(region, contents);
  }

  /**
   * Where an address is a choice between others, a write to each of them, of what is there already
   * if it is not chosen.
   */
  private Contents writeEach(
      Region region, Contents contents, Term address, Term value, Term condition) {
    if (isDevice(formula, address)) {
      return contents;
    }
    Term.Choice choice = address.choice();
    if (choice != null) {
      Term then = terms.and(condition, choice.condition());
      Term otherwise = terms.and(condition, terms.not(choice.condition()));
      Contents first = writeEach(region, contents, choice.then(), value, then);
      return writeEach(region, first, choice.otherwise(), value, otherwise);
    }
    Term kept = condition.isTrue() ? value : contents.read(address, terms);
    return contents.write(address, terms.ite(condition, value, kept));
  }
}

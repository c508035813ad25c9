// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Executes statements on one symbolic state. */
final class Executor {
  /** Larger objects in memory are not taken apart. */
  private static final long MAX_BYTES = 65_536;

  private static final int MAX_PARTS = 512;

  private final Formula formula;
  private final Terms terms;
  private final SymbolicState state;
  private final Term guard;
  private final Edge edge;
  private final UnaryOperator<Term> names;

  /**
   * @param guard true in models that pass this edge
   * @param names applied to every term that is written: gives it a name that can be switched off,
   *     or nothing
   */
  Executor(Formula formula, SymbolicState state, Term guard, Edge edge, UnaryOperator<Term> names) {
    this.formula = formula;
    this.terms = formula.terms();
    this.state = state;
    this.guard = guard;
    this.edge = edge;
    this.names = names;
  }

  private Evaluator evaluator(int activation) {
    return new Evaluator(formula, state, activation, guard, edge, Evaluator.Nulls.EXCLUDED);
  }

  private Places places(int activation) {
    return new Places(formula, evaluator(activation), state, activation);
  }

  /** Executes a statement that is no call and no assumption. */
  void execute(Statement statement, String procedure, int activation) {
    switch (statement) {
      case Statement.Assign s -> assign(s.target(), activation, s.value(), activation);
      case Statement.Return s -> {
        if (s.value() != null) {
          Variable result = formula.memory().variables().result(procedure);
          assign(LValue.Var.of(result), activation, s.value(), activation);
        }
      }
      case Statement.Havoc s -> havoc(s, activation);
      case Statement.Allocate s -> allocate(s, activation);
      case Statement.CopyMemory s -> copy(s, activation);
      case Statement.FillMemory s -> fill(s, activation);
      case Statement.Scramble s -> scramble(s, activation);
      case Statement.Free s -> {}
      case Statement.Skip s -> {}
      case Statement.Assume s -> throw new IllegalStateException("an assumption is a condition");
      case Statement.Call s -> throw new IllegalStateException("calls are unfolded");
      case Statement.Abort s -> throw new IllegalStateException("an abort is an exit");
    }
  }

  /** {@code target = value}, each in its own activation; also of structs. */
  void assign(LValue target, int targetActivation, Expr value, int valueActivation) {
    Evaluator source = evaluator(valueActivation);
    if (target.type().isScalar()) {
      places(targetActivation).write(target, names.apply(source.number(value)));
      return;
    }
    if (value instanceof Expr.Read read) {
      copyObject(target, targetActivation, read.source(), valueActivation);
    } else {
      havocObject(target, targetActivation, () -> "assignment of a whole object");
    }
  }

  private void copyObject(
      LValue target, int targetActivation, LValue source, int sourceActivation) {
    boolean fromMemory = places(sourceActivation).inMemory(source);
    if (fromMemory && places(targetActivation).inMemory(target)) {
      copyMemory(target, targetActivation, source, sourceActivation);
      return;
    }
    Optional<List<UnaryOperator<LValue>>> paths = paths(target.type());
    if (paths.isEmpty()) {
      havocObject(target, targetActivation, () -> "copy of a large object");
      return;
    }
    Places from = places(sourceActivation);
    List<Term> values = new ArrayList<>();
    for (UnaryOperator<LValue> path : paths.get()) {
      LValue scalar = path.apply(source);
      boolean whole = !fromMemory || formula.memory().pointsTo().isAccessible(scalar);
      values.add(
          whole
              ? from.read(scalar)
              : evaluator(sourceActivation)
                  .inexact("parts of an object read as one", Evaluator.bits(scalar.type())));
    }
    Places to = places(targetActivation);
    for (int i = 0; i < values.size(); i++) {
      LValue scalar = paths.get().get(i).apply(target);
      if (!to.inMemory(scalar) || formula.memory().pointsTo().isAccessible(scalar)) {
        to.write(scalar, names.apply(values.get(i)));
      } else {
        havocRegions(
            formula.memory().pointsTo().regions(scalar), "parts of an object written as one");
      }
    }
  }

  /** Cell by cell, all read before the first is written. */
  private void copyMemory(
      LValue target, int targetActivation, LValue source, int sourceActivation) {
    List<PointsTo.Part> parts = formula.memory().pointsTo().parts(target);
    Places from = places(sourceActivation);
    Places to = places(targetActivation);
    Term sourceAddress = from.followedAddress(source);
    Term targetAddress = to.followedAddress(target);
    Map<Long, PointsTo.Part> ofSource = new HashMap<>();
    formula.memory().pointsTo().parts(source).forEach(p -> ofSource.put(p.offset(), p));
    List<Term> values = new ArrayList<>();
    for (PointsTo.Part part : parts) {
      PointsTo.Part same = ofSource.get(part.offset());
      values.add(
          same != null && same.region().cellBits() == part.region().cellBits()
              ? from.readPart(sourceAddress, same)
              : evaluator(sourceActivation)
                  .inexact("a copy between unlike objects", part.region().cellBits()));
    }
    for (int i = 0; i < parts.size(); i++) {
      to.writePart(targetAddress, parts.get(i), names.apply(values.get(i)));
    }
    written(target, targetAddress, parts);
  }

  private Optional<List<UnaryOperator<LValue>>> paths(Type type) {
    return Scalars.paths(type, Scalars.indexType(formula.memory().addresses().bits()));
  }

  private void havoc(Statement.Havoc havoc, int activation) {
    switch (havoc.cause()) {
      case Statement.Cause.Environment c -> arbitrary(havoc.target(), activation);
      case Statement.Cause.Uninitialised c -> arbitrary(havoc.target(), activation);
      case Statement.Cause.Unspecified c -> arbitrary(havoc.target(), activation);
      case Statement.Cause.External c -> external(havoc.target(), activation);
      case Statement.Cause.Inexact c -> havocObject(havoc.target(), activation, c::reason);
    }
  }

  private void arbitrary(LValue target, int activation) {
    writeAll(target, activation, formula::choice, "");
  }

  /** Pointers in an external object are external: reading them says so, see {@link Evaluator}. */
  private void external(LValue target, int activation) {
    Evaluator evaluator = evaluator(activation);
    boolean isPointer = target.type() instanceof PointerType;
    writeAll(
        target,
        activation,
        bits -> {
          if (!isPointer) {
            return terms.variable(terms.freshName("external"), bits);
          }
          Term value = formula.externalPointer(bits);
          evaluator.fact(evaluator.isExternalOrNull(value));
          return value;
        },
        "");
  }

  /** Inexact: anything may be in the object afterwards. */
  private void havocObject(LValue target, int activation, Supplier<String> reason) {
    Evaluator evaluator = evaluator(activation);
    writeAll(target, activation, bits -> evaluator.inexact(reason.get(), bits), reason.get());
  }

  private void writeAll(LValue target, int activation, IntFunction<Term> values, String reason) {
    Places places = places(activation);
    if (target.type().isScalar()) {
      places.write(target, values.apply(Evaluator.bits(target.type())));
    } else if (places.inMemory(target)) {
      writeMemory(target, places, values, reason);
    } else {
      for (UnaryOperator<LValue> path : paths(target.type()).orElse(List.of())) {
        LValue scalar = path.apply(target);
        places.write(scalar, values.apply(Evaluator.bits(scalar.type())));
      }
    }
  }

  private void writeMemory(LValue target, Places places, IntFunction<Term> values, String reason) {
    Optional<List<PointsTo.Part>> parts = parts(formula, target);
    if (parts.isEmpty()) {
      // Too large to take apart: whatever shares a region with it becomes unknown too.
      havocRegions(
          formula.memory().pointsTo().regions(target),
          reason.isEmpty() ? "a large object of unknown content" : reason);
      return;
    }
    Term address = places.followedAddress(target);
    for (PointsTo.Part part : parts.get()) {
      places.writePart(address, part, values.apply(part.region().cellBits()));
    }
    written(target, address, parts.get());
  }

  private void written(LValue object, Term address, List<PointsTo.Part> parts) {
    Set<Region> regions = new HashSet<>();
    parts.forEach(p -> regions.add(p.region()));
    formula.write(address, object.type().size(), regions);
  }

  /** The cells of an object in memory; empty where it is too large to be taken apart. */
  static Optional<List<PointsTo.Part>> parts(Formula formula, LValue object) {
    if (object.type().size() > MAX_BYTES) {
      return Optional.empty();
    }
    List<PointsTo.Part> parts = formula.memory().pointsTo().parts(object);
    return parts.size() > MAX_PARTS ? Optional.empty() : Optional.of(parts);
  }

  private void havocRegions(Iterable<Region> regions, String reason) {
    for (Region region : regions) {
      Evaluator evaluator = evaluator(Cell.STATIC);
      state.set(
          region,
          Contents.of(
              new InitialCells(formula, () -> evaluator.inexact(reason, region.cellBits()), null)));
    }
  }

  private void allocate(Statement.Allocate allocate, int activation) {
    AddressSpace addresses = formula.memory().addresses();
    LValue top = LValue.Var.of(addresses.allocationTop());
    Places places = places(activation);
    Evaluator evaluator = evaluator(activation);
    int bits = addresses.bits();
    Term address = places.read(top);
    Term next = terms.add(address, space(evaluator.number(allocate.size()), bits));
    // The memory of the model never ends: a path on which the addresses would is none.
    evaluator.fact(terms.less(address, terms.number(addresses.firstExternal(), bits), false));
    evaluator.fact(
        terms.lessOrEqual(terms.number(addresses.firstAllocation(), bits), address, false));
    evaluator.fact(terms.less(address, next, false));
    places.write(top, names.apply(next));
    if (allocate.content() == Statement.Allocate.Content.ZERO) {
      PointerType bytes = new PointerType(VoidType.VOID, bits);
      Expr pointer = Expr.Cast.of(Expr.Read.of(allocate.target()), bytes);
      for (Region region : formula.memory().pointsTo().reachable(pointer)) {
        Term zero = terms.number(BigInteger.ZERO, region.cellBits());
        state.set(region, state.get(region).range(address, next, a -> zero));
      }
    }
    places.write(allocate.target(), names.apply(address));
  }

  /** The room that an object of that size takes: whole spaces, one more than it fills. */
  private Term space(Term size, int bits) {
    BigInteger spacing = formula.memory().addresses().spacing();
    Term whole = terms.number(spacing.negate(), bits);
    return terms.add(
        terms.bitAnd(terms.resize(size, bits, false), whole), terms.number(spacing, bits));
  }

  private void copy(Statement.CopyMemory copy, int activation) {
    Optional<LValue> target = object(copy.destination(), copy.size());
    Optional<LValue> source = object(copy.source(), copy.size());
    if (target.isPresent()
        && source.isPresent()
        && sameLayout(target.get().type(), source.get().type())) {
      copyObject(target.get(), activation, source.get(), activation);
      return;
    }
    PointsTo pointsTo = formula.memory().pointsTo();
    Set<Region> targets = pointsTo.touched(copy.destination(), copy.size());
    Set<Region> sources = pointsTo.touched(copy.source(), copy.size());
    if (areBytes(targets) && areBytes(sources) && targets.size() == 1 && sources.size() == 1) {
      Evaluator evaluator = evaluator(activation);
      Contents before = state.get(sources.iterator().next());
      Term from = evaluator.followed(copy.destination());
      Term distance = terms.subtract(evaluator.followed(copy.source()), from);
      setRange(
          targets, from, size(evaluator, copy), a -> before.read(terms.add(a, distance), terms));
    } else {
      havocRegions(targets, "memory copied without a type");
    }
  }

  private Term size(Evaluator evaluator, Statement.CopyMemory copy) {
    return terms.resize(evaluator.number(copy.size()), formula.memory().addresses().bits(), false);
  }

  private static boolean sameLayout(Type a, Type b) {
    return a.equals(b);
  }

  private static boolean areBytes(Set<Region> regions) {
    return regions.stream().allMatch(r -> r.cellBits() == 8);
  }

  private void setRange(Set<Region> regions, Term from, Term size, UnaryOperator<Term> values) {
    for (Region region : regions) {
      state.set(
          region,
          state.get(region).range(from, terms.add(from, size), a -> names.apply(values.apply(a))));
    }
  }

  private void fill(Statement.FillMemory fill, int activation) {
    Optional<LValue> target = object(fill.destination(), fill.size());
    if (target.isPresent() && fill.value() instanceof Expr.IntConst byteValue) {
      BigInteger one = byteValue.value().and(BigInteger.valueOf(255));
      writeAll(target.get(), activation, bits -> repeated(one, bits), "fill of a large object");
      return;
    }
    Set<Region> regions = formula.memory().pointsTo().touched(fill.destination(), fill.size());
    if (areBytes(regions)) {
      Evaluator evaluator = evaluator(activation);
      Term value = terms.resize(evaluator.number(fill.value()), 8, false);
      Term size =
          terms.resize(evaluator.number(fill.size()), formula.memory().addresses().bits(), false);
      setRange(regions, evaluator.followed(fill.destination()), size, a -> value);
    } else {
      havocRegions(regions, "memory filled without a type");
    }
  }

  private Term repeated(BigInteger byteValue, int bits) {
    BigInteger value = BigInteger.ZERO;
    for (int done = 0; done < bits; done += 8) {
      value = value.shiftLeft(8).or(byteValue);
    }
    return terms.number(value, bits);
  }

  /**
   * The object of exactly that size that a pointer points to by the type it had before it was made
   * a {@code void *}.
   */
  private static Optional<LValue> object(Expr pointer, Expr size) {
    if (!(size instanceof Expr.IntConst bytes)) {
      return Optional.empty();
    }
    Expr typed = pointer;
    while (true) {
      if (typed.type() instanceof PointerType p
          && !(p.pointee() instanceof CompositeType c && !c.isComplete())
          && p.pointee().size() > 0
          && BigInteger.valueOf(p.pointee().size()).equals(bytes.value())) {
        return Optional.of(LValue.Deref.of(typed));
      }
      if (!(typed instanceof Expr.Cast cast) || !(cast.operand().type() instanceof PointerType)) {
        return Optional.empty();
      }
      typed = cast.operand();
    }
  }

  /**
   * A model means what it says: the object is anything afterwards. What is written by a function
   * that nobody knows is only guessed.
   */
  private void scramble(Statement.Scramble scramble, int activation) {
    for (Expr pointer : scramble.pointers()) {
      Set<Region> regions = formula.memory().pointsTo().reachable(pointer);
      ArbitraryObject object = new ArbitraryObject(formula, regions);
      if (edge.origin().kind() == Origin.Kind.MODEL && object.isAllThatIsReached(pointer)) {
        object.set(state, evaluator(activation).number(pointer));
      } else {
        havocRegions(regions, "what a function without a body does to its arguments");
      }
    }
  }
}

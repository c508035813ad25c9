// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.Domain;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.abstraction.slice.Liveness;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds, without regard to the order of statements, which variables get each other's values or are
 * compared, and the constants they meet.
 */
final class ClassBuilder {
  /** A class that meets more constants than this is none whose values can be told one by one. */
  private static final int MOST_CONSTANTS = 250;

  /**
   * Each store to a cell may be one to each other cell of its class: where it takes more bits than
   * these to tell all of them, diagrams become large, and predicates are cheaper.
   */
  private static final int MOST_BITS_IN_MEMORY = 64;

  private final Program program;
  private final Memory memory;
  private final FinitePlaces places;
  private final ConstantAddresses addresses;
  private final Map<LValue, Group> groups = new LinkedHashMap<>();
  private final Map<Region, Group> regions = new LinkedHashMap<>();
  private final Ways ways;
  private final Numbers numbers;
  private final List<Copy> copies = new ArrayList<>();

  private final Set<Variable> unknowns = new LinkedHashSet<>();

  /** A whole object gets the value of another. */
  private record Copy(LValue target, LValue source) {}

  /** Places that belong together, as a union-find tree. */
  private static final class Group {
    private Group parent = this;
    private final List<LValue> members = new ArrayList<>();
    private final NavigableSet<BigInteger> constants = new TreeSet<>();
    private boolean compared;
    private boolean ordered;
    private boolean open;

    /** A value that it gets; unknown where there is none. */
    void add(Optional<BigInteger> value) {
      value.ifPresent(constants::add);
      open |= value.isEmpty();
    }

    Group root() {
      while (parent != parent.parent) {
        parent = parent.parent;
      }
      return parent;
    }
  }

  /**
   * @param numbers learns the program's, if it does not know them yet
   */
  ClassBuilder(Program program, Memory memory, FinitePlaces places, Numbers numbers) {
    this.program = program;
    this.memory = memory;
    this.places = places;
    this.ways = new Ways(places);
    this.numbers = numbers;
    this.addresses = new ConstantAddresses(memory.addresses());
  }

  /** Looks at all statements of these procedures. */
  void read(List<String> reachable) {
    program.initialisers().forEach(i -> flow(i.target(), i.value()));
    for (String name : reachable) {
      Procedure procedure = program.procedures().get(name);
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(e -> add(e, name));
        unset(procedure, body.cfg());
      }
    }
    // Which parts of objects there are is known only now.
    List.copyOf(copies).forEach(this::copy);
    unknowns.forEach(this::unset);
    List<LValue> compared =
        groups.keySet().stream().filter(p -> group(p).compared && isInMemory(p)).toList();
    ways.others(compared).forEach(this::group);
  }

  /**
   * The regions of classes in which cells are known by more ways than are worth it, or that only
   * memory makes too large.
   */
  Set<Region> crowded() {
    Map<Group, Integer> cells = new HashMap<>();
    groups.forEach(
        (place, group) -> cells.merge(group.root(), isInMemory(place) ? 1 : 0, Integer::sum));
    Set<Region> result = new LinkedHashSet<>();
    regions.forEach(
        (region, group) -> {
          Group root = group.root();
          int values = (root.ordered ? 2 : 1) * root.constants.size() + 1;
          int bits = 32 - Integer.numberOfLeadingZeros(values - 1);
          boolean tooManyBits = cells.getOrDefault(root, 0) * bits > MOST_BITS_IN_MEMORY;
          if (root.compared && (tooManyBits || root.constants.size() > MOST_CONSTANTS)) {
            result.add(region);
          }
        });
    return result;
  }

  /** What may be read before it is set may hold anything. */
  private void unset(Procedure procedure, Cfg cfg) {
    Set<Variable> readFirst = new Liveness(cfg).at(cfg.entry());
    for (Variable local : procedure.locals()) {
      if (readFirst.contains(local)) {
        unset(local);
      }
    }
  }

  private boolean isInMemory(LValue place) {
    return places.inMemory(place) != null;
  }

  private void unset(Variable variable) {
    for (LValue place : List.copyOf(groups.keySet())) {
      if (FinitePlaces.root(place) == variable) {
        group(place).open = true;
      }
    }
  }

  ValueClasses classes() {
    for (LValue place : List.copyOf(groups.keySet())) {
      Variable root = FinitePlaces.root(place);
      if (root != null && root.isGlobal()) {
        group(place).constants.add(BigInteger.ZERO);
      }
    }
    Map<LValue, FiniteVariable> variables = new LinkedHashMap<>();
    Map<FiniteVariable, ValueClass> classes = new HashMap<>();
    Set<Group> done = new HashSet<>();
    for (Group group : groups.values()) {
      Group root = group.root();
      if (!done.add(root) || !root.compared || root.constants.size() > MOST_CONSTANTS) {
        continue;
      }
      Map<Type, Domain> domains = new HashMap<>();
      List<FiniteVariable> members = new ArrayList<>();
      for (LValue place : root.members) {
        Domain domain = domains.computeIfAbsent(place.type(), t -> domain(t, root));
        if (domain.size() > 1 && staysPut(place)) {
          FiniteVariable variable = new FiniteVariable(place, domain);
          members.add(variable);
          variables.put(place, variable);
        }
      }
      ValueClass made = new ValueClass(members, !root.open);
      members.forEach(m -> classes.put(m, made));
    }
    return new ValueClasses(variables, classes, places);
  }

  /** False of cells of which some may be a device's: what is stored there need not be read. */
  private boolean staysPut(LValue place) {
    MemoryPlace cell = places.inMemory(place);
    return cell == null || cell.way().stream().noneMatch(numbers::has);
  }

  private static Domain domain(Type type, Group group) {
    NavigableSet<BigInteger> wrapped = new TreeSet<>();
    for (BigInteger c : group.constants) {
      wrapped.add(
          switch (type) {
            case IntType t -> t.wrap(c);
            case PointerType t -> c.mod(BigInteger.ONE.shiftLeft(t.bits()));
            default -> c;
          });
    }
    Domain.Between between =
        !group.open
            ? Domain.Between.NOTHING
            : group.ordered ? Domain.Between.EACH_GAP : Domain.Between.ALL_AS_ONE;
    return Domain.of(type, wrapped, between);
  }

  private void add(Edge edge, String procedure) {
    switch (edge.statement()) {
      case Statement.Assign s -> flow(s.target(), s.value());
      case Statement.Assume s -> condition(s.condition());
      case Statement.Return s -> {
        if (!(procedure(procedure).type().result() instanceof VoidType)) {
          LValue result = LValue.Var.of(memory.variables().result(procedure));
          if (s.value() == null) {
            unknown(result);
          } else {
            flow(result, s.value());
          }
        }
      }
      case Statement.Call s -> call(s);
      case Statement.Havoc s -> unknown(s.target());
      case Statement.Allocate s -> unknown(s.target());
      case Statement.Free s -> {}
      case Statement.CopyMemory s -> numbers.add(s);
      case Statement.FillMemory s -> {}
      case Statement.Scramble s -> {}
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private Procedure procedure(String name) {
    Procedure found = program.procedures().get(name);
    if (found == null) {
      throw new IllegalArgumentException("no procedure " + name);
    }
    return found;
  }

  private void call(Statement.Call call) {
    for (String name : memory.pointsTo().callees(call.callee())) {
      Procedure callee = program.procedures().get(name);
      if (callee == null) {
        continue;
      }
      if (call.callee() instanceof Statement.Callee.Indirect i
          && i.pointer().type() instanceof PointerType t) {
        compare(i.pointer(), Expr.FunctionAddress.of(name, t), false);
      }
      List<Variable> formals = callee.formals();
      for (int i = 0; i < formals.size(); i++) {
        LValue formal = LValue.Var.of(formals.get(i));
        if (i < call.arguments().size()) {
          flow(formal, Arguments.converted(call.arguments().get(i), formal));
        } else {
          unknown(formal);
        }
      }
      if (call.result() != null && callee.type().result() instanceof VoidType) {
        unknown(call.result());
      } else if (call.result() != null) {
        Expr result = Expr.Read.of(LValue.Var.of(memory.variables().result(name)));
        flow(call.result(), Arguments.converted(result, call.result()));
      }
    }
  }

  private void unknown(LValue target) {
    if (places.isOne(target)) {
      group(target).open = true;
    } else if (target instanceof LValue.Var v && !target.type().isScalar()) {
      unknowns.add(v.variable());
    }
  }

  private Group group(LValue where) {
    LValue place = places.canonical(where);
    Group group = groups.get(place);
    if (group == null) {
      group = new Group();
      group.members.add(place);
      groups.put(place, group);
      MemoryPlace cell = places.inMemory(place);
      if (cell != null) {
        join(group(cell.region()), group);
      }
    }
    return group.root();
  }

  /** All that is in a region: each of its cells may be another's, and hold anything at first. */
  private Group group(Region region) {
    Group group = regions.computeIfAbsent(region, r -> new Group()).root();
    group.open = true;
    return group;
  }

  private static Group join(Group a, Group b) {
    if (a == b) {
      return a;
    }
    b.parent = a;
    a.members.addAll(b.members);
    a.constants.addAll(b.constants);
    a.compared |= b.compared;
    a.ordered |= b.ordered;
    a.open |= b.open;
    return a;
  }

  /** A value gets to a place. */
  private void flow(LValue target, Expr value) {
    numbers.add(target, value);
    if (target.type().isScalar()) {
      ways.add(target, value);
      if (places.isOne(target)) {
        flow(group(target), value);
      } else {
        inside(value);
      }
    } else if (value instanceof Expr.Read read) {
      copies.add(new Copy(target, read.source()));
    }
  }

  private void copy(Copy copy) {
    for (LValue place : List.copyOf(groups.keySet())) {
      LValue source = place.moved(copy.target(), copy.source());
      if (source != null) {
        flow(place, Expr.Read.of(source));
      }
    }
  }

  private void flow(Group target, Expr value) {
    switch (value) {
      case Expr.IntConst e -> target.root().constants.add(e.value());
      case Expr.FunctionAddress e -> target.root().add(addresses.of(e));
      case Expr.AddressOf e -> target.root().add(addresses.of(e));
      case Expr.Read e -> {
        if (places.isOne(e.source())) {
          join(target.root(), group(e.source()));
        } else {
          target.root().open = true;
        }
      }
      case Expr.Cast e -> {
        target.root().open |= !keepsAll(e);
        flow(target, e.operand());
      }
      case Expr.Conditional e -> {
        condition(e.condition());
        flow(target, e.then());
        flow(target, e.otherwise());
      }
      case Expr.Unary e when e.op() == UnaryOp.NOT -> truthValue(target, e);
      case Expr.Binary e when e.op().isBoolean() -> truthValue(target, e);
      case Expr.Unary e -> calculated(target, e);
      case Expr.Binary e -> calculated(target, e);
      case Expr.FloatConst e -> target.root().open = true;
    }
  }

  /** Whether each value of the operand's type is one of the result's. */
  static boolean keepsAll(Expr.Cast cast) {
    if (cast.type() instanceof FloatType || cast.operand().type() instanceof FloatType) {
      return false;
    }
    Ranges from = Ranges.ofType(cast.operand().type());
    return from.wrappedTo(cast.type()).equals(from);
  }

  private void calculated(Group target, Expr value) {
    target.root().open = true;
    inside(value);
  }

  private void truthValue(Group target, Expr condition) {
    target.root().constants.add(BigInteger.ZERO);
    target.root().constants.add(BigInteger.ONE);
    condition(condition);
  }

  /** Conditions that a value depends on. */
  private void inside(Expr value) {
    switch (value) {
      case Expr.Conditional e -> condition(e);
      case Expr.Cast e -> inside(e.operand());
      case Expr.Unary e when e.op() == UnaryOp.NOT -> condition(e);
      case Expr.Unary e -> inside(e.operand());
      case Expr.Binary e when e.op().isBoolean() -> condition(e);
      case Expr.Binary e -> {
        inside(e.left());
        inside(e.right());
      }
      case Expr.IntConst e -> {}
      case Expr.FloatConst e -> {}
      case Expr.FunctionAddress e -> {}
      case Expr.AddressOf e -> {}
      case Expr.Read e -> {}
    }
  }

  private void condition(Expr condition) {
    switch (condition) {
      case Expr.Unary e when e.op() == UnaryOp.NOT -> condition(e.operand());
      case Expr.Binary e when e.op() == BinaryOp.AND || e.op() == BinaryOp.OR -> {
        condition(e.left());
        condition(e.right());
      }
      case Expr.Binary e when e.op() == BinaryOp.EQUAL || e.op() == BinaryOp.NOT_EQUAL ->
          compare(e.left(), e.right(), false);
      case Expr.Binary e when e.op().isBoolean() -> compare(e.left(), e.right(), true);
      case Expr.Conditional e -> {
        condition(e.condition());
        condition(e.then());
        condition(e.otherwise());
      }
      case Expr.Cast e -> condition(e.operand());
      default -> {
        inside(condition);
        List<LValue> sources = sources(condition, new ArrayList<>());
        sources.forEach(s -> compared(group(s), false).constants.add(BigInteger.ZERO));
      }
    }
  }

  private static Group compared(Group group, boolean ordered) {
    group.compared = true;
    group.ordered |= ordered;
    return group;
  }

  private void compare(Expr left, Expr right, boolean ordered) {
    inside(left);
    inside(right);
    List<BigInteger> constants = new ArrayList<>();
    List<LValue> sources = sources(left, constants);
    sources.addAll(sources(right, constants));
    Group all = null;
    for (LValue source : sources) {
      Group group = group(source);
      all = compared(all == null ? group : join(all, group), ordered);
    }
    if (all != null) {
      all.constants.addAll(constants);
    }
  }

  /** The places whose value an expression may have; constants that it may be are added. */
  private List<LValue> sources(Expr value, List<BigInteger> constants) {
    List<LValue> result = new ArrayList<>();
    switch (value) {
      case Expr.IntConst e -> constants.add(e.value());
      case Expr.FunctionAddress e -> addresses.of(e).ifPresent(constants::add);
      case Expr.AddressOf e -> addresses.of(e).ifPresent(constants::add);
      case Expr.Read e -> {
        if (places.isOne(e.source())) {
          result.add(e.source());
        }
      }
      case Expr.Cast e -> result.addAll(sources(e.operand(), constants));
      case Expr.Conditional e -> {
        result.addAll(sources(e.then(), constants));
        result.addAll(sources(e.otherwise(), constants));
      }
      case Expr.FloatConst e -> {}
      case Expr.Unary e -> {}
      case Expr.Binary e -> {}
    }
    return result;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program byte by byte and compares each access with what the analyses say of it: an oracle.
 * Integers and pointers only.
 */
final class ConcreteRun {
  private static final long SPACING = 1L << 20;

  private final Program program;
  private final PointsTo pointsTo;
  private final ModRef modRef;
  private final Random random;
  private final TreeMap<Long, Thing> things = new TreeMap<>();
  private final Map<Variable, Long> globals = new IdentityHashMap<>();
  private final Map<String, Long> functions = new HashMap<>();
  private final Map<Long, Region> regionOfByte = new HashMap<>();
  private final Map<Long, Long> startOfAccess = new HashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** The first byte of addresses marks them: no other bytes in memory look like one. */
  private long nextBase = 0x6BL << 56;

  private int steps;

  /** How many accesses to memory were compared. */
  int compared;

  /** How many calls through pointers were compared. */
  int comparedCalls;

  private static final class Thing {
    final @Nullable Variable variable;
    final byte[] bytes;
    boolean dead;

    Thing(@Nullable Variable variable, long size) {
      this.variable = variable;
      this.bytes = new byte[(int) Math.max(1, Math.min(size, 4096))];
    }
  }

  private static final class Frame {
    final String procedure;
    final Map<Variable, Long> locals = new IdentityHashMap<>();

    Frame(String procedure) {
      this.procedure = procedure;
    }
  }

  /** The path ends. */
  private static final class End extends RuntimeException {
    private static final long serialVersionUID = 1;

    End() {
      super(null, null, false, false);
    }
  }

  ConcreteRun(Program program, PointsTo pointsTo, long seed) {
    this.program = program;
    this.pointsTo = pointsTo;
    this.modRef = ModRef.of(program, pointsTo, CallGraph.of(program, pointsTo));
    this.random = new Random(seed);
  }

  void run() {
    program.globals().forEach(g -> globals.put(g, allocate(g, g.type().size())));
    program.procedures().keySet().forEach(p -> functions.put(p, allocate(null, 1)));
    frames.push(new Frame(program.entry()));
    for (Program.Initialiser initialiser : program.initialisers()) {
      store(address(initialiser.target()), initialiser.target().type(), value(initialiser.value()));
    }
    frames.clear();
    try {
      call(program.entry(), List.of(), null, 0);
    } catch (End e) {
      // A path that ends early is as good as any.
    }
  }

  private long allocate(@Nullable Variable variable, long size) {
    long base = nextBase;
    nextBase += SPACING;
    things.put(base, new Thing(variable, size));
    return base;
  }

  // Control

  private void call(
      String name, List<byte[]> arguments, @Nullable Type resultType, long resultAddress) {
    Procedure procedure = program.procedures().get(name);
    if (procedure == null
        || !(procedure.body() instanceof Procedure.Body.Defined body)
        || frames.size() > 20) {
      throw new End();
    }
    Frame frame = new Frame(name);
    for (int i = 0; i < procedure.formals().size(); i++) {
      Variable formal = procedure.formals().get(i);
      long base = allocate(formal, formal.type().size());
      frame.locals.put(formal, base);
      if (i < arguments.size()) {
        copyIn(base, arguments.get(i));
      }
    }
    procedure.locals().forEach(l -> frame.locals.put(l, allocate(l, l.type().size())));
    frames.push(frame);
    Location at = body.cfg().entry();
    byte[] result = null;
    while (!at.equals(body.cfg().exit())) {
      Edge edge = choose(body.cfg().outgoing(at));
      if (edge.statement() instanceof Statement.Return r && r.value() != null) {
        result = bytes(r.value());
      } else {
        execute(edge.statement());
      }
      at = edge.target();
    }
    frames.pop();
    leave(frame);
    if (resultType != null && result != null) {
      copyIn(resultAddress, result);
    }
    checkEscapes(frame, result);
  }

  private void leave(Frame frame) {
    frame.locals.values().forEach(b -> thing(b).dead = true);
  }

  private Thing thing(long address) {
    Map.Entry<Long, Thing> entry = things.floorEntry(address);
    if (entry == null) {
      throw new End();
    }
    return entry.getValue();
  }

  private void checkEscapes(Frame frame, byte @Nullable [] result) {
    for (Variable local : frame.locals.keySet()) {
      if (!pointsTo.inMemory(local) || pointsTo.escapes(local)) {
        continue;
      }
      long base = frame.locals.get(local);
      for (Thing thing : things.values()) {
        for (int i = 0; !thing.dead && i + 8 <= thing.bytes.length; i++) {
          long value = word(thing.bytes, i);
          check(
              value < base || value >= base + thing(base).bytes.length,
              local + " escapes to " + thing.variable);
        }
      }
      check(
          result == null || result.length != 8 || word(result, 0) < base || word(result, 0) > base,
          local + " escapes as a result");
    }
  }

  private static long word(byte[] bytes, int at) {
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 255;
    }
    return value;
  }

  private Edge choose(List<Edge> edges) {
    if (edges.isEmpty() || ++steps > 20_000) {
      throw new End();
    }
    int first = random.nextInt(edges.size());
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get((first + i) % edges.size());
      if (!(edge.statement() instanceof Statement.Assume a) || value(a.condition()) != 0) {
        return edge;
      }
    }
    throw new End();
  }

  private void execute(Statement statement) {
    switch (statement) {
      case Statement.Assign s -> assign(s.target(), bytes(s.value()));
      case Statement.Assume s -> {}
      case Statement.Call s -> {
        String callee =
            switch (s.callee()) {
              case Callee.Direct d -> d.procedure();
              case Callee.Indirect i -> indirect(i);
            };
        List<byte[]> arguments = s.arguments().stream().map(this::bytes).toList();
        if (s.result() == null) {
          call(callee, arguments, null, 0);
        } else {
          // The place of the result is found before the call, as C may do.
          long address = address(s.result());
          note(s.result(), address, true);
          call(callee, arguments, s.result().type(), address);
        }
      }
      case Statement.Return s -> {}
      case Statement.Havoc s -> {
        if (s.target().type() instanceof IntType
            && !(s.cause() instanceof Statement.Cause.Uninitialised)) {
          assign(s.target(), encode(random.nextInt(3), s.target().type()));
        }
      }
      case Statement.Allocate s -> {
        long base = allocate(null, value(s.size()));
        assign(s.target(), encode(base, s.target().type()));
      }
      case Statement.Free s -> value(s.pointer());
      case Statement.CopyMemory s -> {
        long to = value(s.destination());
        long from = value(s.source());
        byte[] copied = load(from, Math.min(4096, value(s.size())));
        copyIn(to, copied);
      }
      case Statement.FillMemory s -> {
        byte[] bytes = new byte[(int) Math.min(4096, value(s.size()))];
        java.util.Arrays.fill(bytes, (byte) value(s.value()));
        copyIn(value(s.destination()), bytes);
      }
      case Statement.Scramble s -> s.pointers().forEach(this::value);
      case Statement.Abort s -> throw new End();
      case Statement.Skip s -> {}
    }
  }

  private String indirect(Callee.Indirect callee) {
    long address = value(callee.pointer());
    for (Map.Entry<String, Long> function : functions.entrySet()) {
      if (function.getValue() == address) {
        check(
            pointsTo.callees(callee).contains(function.getKey()),
            callee + " calls " + function.getKey() + ", not one of " + pointsTo.callees(callee));
        comparedCalls++;
        return function.getKey();
      }
    }
    throw new End();
  }

  // Memory

  private void assign(LValue target, byte[] value) {
    long address = address(target);
    note(target, address, true);
    copyIn(address, value);
  }

  private void copyIn(long address, byte[] value) {
    Thing thing = thing(address);
    long base = things.floorKey(address);
    for (int i = 0; i < value.length; i++) {
      long at = address + i - base;
      if (at >= 0 && at < thing.bytes.length) {
        thing.bytes[(int) at] = value[i];
      }
    }
  }

  private void store(long address, Type type, long value) {
    copyIn(address, encode(value, type));
  }

  private byte[] load(long address, long size) {
    byte[] result = new byte[(int) Math.max(0, size)];
    Map.Entry<Long, Thing> entry = things.floorEntry(address);
    for (int i = 0; entry != null && i < result.length; i++) {
      long at = address + i - entry.getKey();
      if (at >= 0 && at < entry.getValue().bytes.length) {
        result[i] = entry.getValue().bytes[(int) at];
      }
    }
    return result;
  }

  private static byte[] encode(long value, Type type) {
    byte[] result = new byte[(int) type.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (value >> Math.min(63, 8 * i));
    }
    return result;
  }

  private static long decode(byte[] bytes, Type type) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << 8 | bytes[i] & 255;
    }
    return type instanceof IntType t ? t.wrap(BigInteger.valueOf(value)).longValue() : value;
  }

  // The heart: what the analyses say of this access must be so.
  private void note(LValue lvalue, long address, boolean isWrite) {
    Map.Entry<Long, Thing> entry = things.floorEntry(address);
    if (entry == null || !lvalue.type().isScalar()) {
      return;
    }
    Thing thing = entry.getValue();
    boolean inside = address + lvalue.type().size() <= entry.getKey() + thing.bytes.length;
    Variable variable = thing.variable;
    boolean isDirect = root(lvalue) instanceof LValue.Var;
    if (!inside || isDirect && variable != null && !pointsTo.inMemory(variable)) {
      return;
    }
    check(variable == null || pointsTo.inMemory(variable), variable + " is in memory: " + lvalue);
    Region region = pointsTo.region(lvalue);
    compared++;
    check(
        variable == null || pointsTo.variables(region).contains(variable),
        region + " holds a part of " + variable + ": " + lvalue);
    for (Frame frame : frames) {
      var regions =
          isWrite ? modRef.modifiedRegions(frame.procedure) : modRef.readRegions(frame.procedure);
      check(
          regions.contains(region),
          frame.procedure + (isWrite ? " modifies " : " reads ") + region);
    }
    check(
        region.cellBits() == 8 || region.cellBits() == lvalue.type().size() * 8,
        region + " is accessed by " + lvalue);
    for (long at = address; at < address + lvalue.type().size(); at++) {
      Region before = regionOfByte.putIfAbsent(at, region);
      check(before == null || before == region, before + " and " + region + " overlap: " + lvalue);
      Long start = startOfAccess.putIfAbsent(at, address);
      check(
          region.cellBits() == 8 || start == null || start == address,
          region + " has cells that overlap");
    }
  }

  private static LValue root(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
      case LValue.Var v -> v;
      case LValue.Deref d -> d;
    };
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private long address(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> {
        Long local = frames.isEmpty() ? null : frames.peek().locals.get(l.variable());
        yield local != null ? local : globals.get(l.variable());
      }
      case LValue.Deref l -> value(l.pointer());
      case LValue.Member l -> address(l.base()) + l.field().offset();
      case LValue.Element l -> {
        long index = value(l.index());
        yield address(l.base()) + index * l.type().size();
      }
    };
  }

  // Expressions

  private byte[] bytes(Expr expr) {
    return expr.type().isScalar()
        ? encode(value(expr), expr.type())
        : load(address(((Expr.Read) expr).source()), expr.type().size());
  }

  private long value(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> e.value().longValue();
      case Expr.FloatConst e -> 0;
      case Expr.Read e -> {
        long address = address(e.source());
        note(e.source(), address, false);
        yield decode(load(address, e.type().size()), e.type());
      }
      case Expr.AddressOf e -> address(e.object());
      case Expr.FunctionAddress e -> functions.get(e.procedure());
      case Expr.Unary e -> unary(e);
      case Expr.Binary e -> wrap(binary(e), e.type());
      case Expr.Cast e -> wrap(value(e.operand()), e.type());
      case Expr.Conditional e -> value(e.condition()) != 0 ? value(e.then()) : value(e.otherwise());
    };
  }

  private long unary(Expr.Unary e) {
    long value = value(e.operand());
    return switch (e.op()) {
      case NEGATE -> wrap(-value, e.type());
      case COMPLEMENT -> wrap(~value, e.type());
      case NOT -> value == 0 ? 1 : 0;
    };
  }

  private long binary(Expr.Binary e) {
    long a = value(e.left());
    long b = value(e.right());
    return switch (e.op()) {
      case ADD, POINTER_ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? 0 : a / b;
      case REMAINDER -> b == 0 ? 0 : a % b;
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case EQUAL -> a == b ? 1 : 0;
      case NOT_EQUAL -> a != b ? 1 : 0;
      case LESS -> a < b ? 1 : 0;
      case LESS_OR_EQUAL -> a <= b ? 1 : 0;
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
    };
  }

  private static long wrap(long value, Type type) {
    return switch (type) {
      case IntType t when t.isBool() -> value == 0 ? 0 : 1;
      case IntType t -> t.wrap(BigInteger.valueOf(value)).longValue();
      case PointerType p -> value;
      default -> value;
    };
  }

  /** The names of regions that were compared, for counting. */
  List<Region> comparedRegions() {
    return new ArrayList<>(new java.util.LinkedHashSet<>(regionOfByte.values()));
  }
}

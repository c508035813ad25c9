// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.normal.NormalForm;
import dev.proviso.checker.refine.Inputs;
import dev.proviso.checker.refine.Inputs.Event;
import dev.proviso.frontend.interpret.Guide;
import dev.proviso.frontend.interpret.Settings;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Leads the interpreter along a path. The path is one of the program in normal form, the program
 * that is executed is the one before: what the normal form added is skipped, where it allocates an
 * object in place of a local the local stands there.
 */
final class Guidance implements Guide {
  private final Program woven;
  private final NormalForm normal;
  private final AddressSpace addresses;
  private final Inputs inputs;
  private final List<Inputs.Step> steps;
  private final long mostSteps;
  private final Deque<Activation> activations = new ArrayDeque<>();
  private int at = -1;
  private long spent;
  private boolean isSpent;
  private long differences;
  private Divergence.@Nullable Difference first;

  /** The locals of an activation that stand in allocated objects. */
  private record Activation(String procedure, Map<Variable, Long> homes) {}

  Guidance(
      Program woven, NormalForm normal, AddressSpace addresses, Inputs inputs, long mostSteps) {
    this.woven = woven;
    this.normal = normal;
    this.addresses = addresses;
    this.inputs = inputs;
    this.steps = inputs.steps();
    this.mostSteps = mostSteps;
  }

  /** Which of the trace's steps runs. */
  int traced() {
    return steps.get(place()).traced();
  }

  private int place() {
    return Math.clamp(at, 0, steps.size() - 1);
  }

  boolean isAtEnd() {
    return at == steps.size() - 1;
  }

  /** How many values were others than the solver's. */
  long differences() {
    return differences;
  }

  boolean isSpent() {
    return isSpent;
  }

  Divergence divergence(String why) {
    return new Divergence(steps.get(place()).edge(), why, first);
  }

  // The path

  @Override
  public int way(Location location, int ways) {
    spend(1);
    at++;
    if (at >= steps.size()) {
      throw new Settings.Enough("the path ends before");
    }
    Inputs.Step step = steps.get(at);
    Edge edge = normal.original(step.edge()).orElse(step.edge());
    int way = outgoing(location).indexOf(edge);
    if (way < 0 || step.event() instanceof Event.Left) {
      throw new Settings.Enough("it is at another place of " + location.procedure());
    }
    if (step.event() instanceof Event.Allocated allocated) {
      settle(step.edge(), allocated);
    }
    return way;
  }

  private List<Edge> outgoing(Location location) {
    Procedure procedure = woven.procedures().get(location.procedure());
    return procedure != null && procedure.body() instanceof Procedure.Body.Defined body
        ? body.cfg().outgoing(location)
        : List.of();
  }

  /** If the object is one in place of a local, the local stands there. */
  private void settle(Edge edge, Event.Allocated allocated) {
    if (edge.statement() instanceof Statement.Allocate s) {
      for (Variable pointer : s.target().variables()) {
        normal
            .local(pointer)
            .ifPresent(local -> activations.element().homes().put(local, allocated.address()));
      }
    }
  }

  @Override
  public Map<Variable, byte[]> enter(String procedure) {
    Map<Variable, SortedMap<Long, Byte>> locals = inputs.entry();
    if (at >= 0) {
      if (!(steps.get(at).event() instanceof Event.Entered entered)) {
        throw new Settings.Enough("it calls " + procedure);
      }
      if (!entered.procedure().equals(procedure)) {
        throw new Settings.Enough(
            "it calls %s, the path calls %s".formatted(procedure, entered.procedure()));
      }
      locals = entered.locals();
    }
    activations.push(new Activation(procedure, new HashMap<>()));
    while (at + 1 < steps.size() && normal.original(steps.get(at + 1).edge()).isEmpty()) {
      at++;
      if (steps.get(at).event() instanceof Event.Allocated allocated) {
        settle(steps.get(at).edge(), allocated);
      }
    }
    return images(procedure, locals);
  }

  private Map<Variable, byte[]> images(String name, Map<Variable, SortedMap<Long, Byte>> locals) {
    Map<Variable, byte[]> result = new LinkedHashMap<>();
    Procedure procedure = woven.procedures().get(name);
    if (!locals.isEmpty() && procedure != null) {
      Set<Variable> own = new HashSet<>(procedure.formals());
      own.addAll(procedure.locals());
      locals.forEach(
          (variable, bytes) -> {
            Variable original = normal.original(variable);
            if (own.contains(original)) {
              result.put(original, image(bytes, original.type()));
            }
          });
    }
    return result;
  }

  @Override
  public void leave() {
    spend(1);
    at++;
    activations.pop();
    if (at >= steps.size() || !(steps.get(at).event() instanceof Event.Left)) {
      throw new Settings.Enough("a call ends");
    }
  }

  @Override
  public void spend(long amount) {
    spent = spent + amount < 0 ? Long.MAX_VALUE : spent + amount;
    if (amount < 0 || spent > mostSteps) {
      isSpent = true;
      throw new Settings.Enough("the replay takes too long");
    }
  }

  // What is chosen

  @Override
  public byte[] value(Edge havoc, Type type) {
    return switch (steps.get(at).event()) {
      case Event.Chosen e -> image(e.bytes(), type);
      case Event.Allocated e -> memory(e.address(), type);
      case Event.Passed e -> new byte[(int) type.size()];
      case Event.Scrambled e -> new byte[(int) type.size()];
      case Event.Entered e -> new byte[(int) type.size()];
      case Event.Left e -> new byte[(int) type.size()];
    };
  }

  private byte[] memory(long address, Type type) {
    byte[] image = new byte[(int) type.size()];
    contents(address, address + image.length)
        .forEach((place, value) -> image[(int) (place - address)] = value);
    return image;
  }

  private static byte[] image(SortedMap<Long, Byte> bytes, Type type) {
    byte[] image = new byte[(int) type.size()];
    bytes
        .subMap(0L, (long) image.length)
        .forEach((place, value) -> image[place.intValue()] = value);
    return image;
  }

  @Override
  public Map<Long, Byte> scrambled(Edge scramble) {
    return steps.get(at).event() instanceof Event.Scrambled e ? e.bytes() : Map.of();
  }

  @Override
  public void assigned(Edge edge, long value) {
    Inputs.Step step = steps.get(at);
    if (step.after().isPresent()
        && edge.statement().getClass() == step.edge().statement().getClass()) {
      int unused = Long.SIZE - 8 * size(edge);
      long modelled = step.after().getAsLong();
      if (value << unused != modelled << unused) {
        differences++;
        if (first == null) {
          first = new Divergence.Difference(step.edge(), value, modelled);
        }
      }
    }
  }

  private static int size(Edge edge) {
    return switch (edge.statement()) {
      case Statement.Assign s -> (int) s.target().type().size();
      case Statement.Havoc s -> (int) s.target().type().size();
      case Statement.Allocate s -> (int) s.target().type().size();
      default -> Long.BYTES;
    };
  }

  // Where objects are

  @Override
  public long addressOf(String procedure) {
    return addresses.addressOf(procedure).longValue();
  }

  @Override
  public long addressOf(Variable variable) {
    for (Activation activation : activations) {
      Long home = activation.homes().get(variable);
      if (home != null) {
        return home;
      }
    }
    return addresses.addressOf(variable).longValue();
  }

  @Override
  public long allocated(Edge allocate) {
    if (steps.get(at).event() instanceof Event.Allocated e) {
      return e.address();
    }
    throw new Settings.Enough("an object is allocated");
  }

  @Override
  public boolean isExternal(long address) {
    BigInteger place = BigInteger.valueOf(address);
    return place.compareTo(addresses.firstExternal()) >= 0 && place.compareTo(addresses.end()) < 0;
  }

  @Override
  public SortedMap<Long, Byte> contents(long from, long to) {
    // As unsigned numbers; where the highest one is behind the range, it ends there.
    return to < from ? inputs.memory().tailMap(from) : inputs.memory().subMap(from, to);
  }

  @Override
  public @Nullable Byte device(long address) {
    return steps.get(Math.max(at, 0)).devices().get(address);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which addresses objects have. Areas for static objects, for locals, for allocations, for external
 * objects and for functions follow one another; every object has a space of its own, far larger
 * than itself, so that an access outside an object touches no other (design §4.3). Addresses of
 * allocations count up and are never used again.
 */
public final class AddressSpace {
  private final int bits;
  private final BigInteger spacing;
  private final BigInteger functions;
  private final BigInteger statics;
  private final BigInteger locals;
  private final BigInteger allocations;
  private final BigInteger externals;
  private final BigInteger end;
  private final Variable allocationTop;
  private final Map<Variable, BigInteger> addresses = new HashMap<>();
  private final Map<String, BigInteger> functionAddresses = new HashMap<>();
  private BigInteger nextStatic;
  private BigInteger nextLocal;

  public AddressSpace(Program program) {
    bits = program.target().pointerBits();
    boolean wide = bits == 64;
    spacing = BigInteger.ONE.shiftLeft(wide ? 32 : 16);
    functions = BigInteger.ONE.shiftLeft(wide ? 32 : 16);
    statics = BigInteger.ONE.shiftLeft(wide ? 40 : 24);
    locals = BigInteger.ONE.shiftLeft(wide ? 56 : 29);
    allocations = BigInteger.ONE.shiftLeft(wide ? 58 : 30);
    externals = BigInteger.ONE.shiftLeft(wide ? 61 : 31);
    end = BigInteger.ONE.shiftLeft(wide ? 62 : 32).subtract(spacing);
    nextStatic = statics;
    nextLocal = locals;
    allocationTop =
        new Variable(
            "$allocations",
            "$allocations",
            program.target().sizeType(),
            Variable.Kind.GLOBAL,
            false,
            SourceRange.NONE);
    for (Variable global : program.globals()) {
      addressOf(global);
    }
    for (String procedure : program.procedures().keySet()) {
      addressOf(procedure);
    }
  }

  public int bits() {
    return bits;
  }

  /** The variable that holds the address of the next allocation. Only allocations change it. */
  public Variable allocationTop() {
    return allocationTop;
  }

  /** The distance from one allocation to the next. */
  BigInteger spacing() {
    return spacing;
  }

  /** How far an allocation of that many bytes moves {@link #allocationTop}. */
  public BigInteger space(BigInteger size) {
    return size.divide(spacing).add(BigInteger.ONE).multiply(spacing);
  }

  BigInteger firstAllocation() {
    return allocations;
  }

  BigInteger firstFunction() {
    return functions;
  }

  BigInteger firstStatic() {
    return statics;
  }

  BigInteger firstLocal() {
    return locals;
  }

  /** Where external objects start, up to {@link #end}. */
  public BigInteger firstExternal() {
    return externals;
  }

  /** Behind all external objects. */
  public BigInteger end() {
    return end;
  }

  /**
   * The address of a variable in memory. All activations of a local share it: locals that outlive
   * theirs are allocated.
   */
  public BigInteger addressOf(Variable variable) {
    return addresses.computeIfAbsent(variable, this::place);
  }

  private BigInteger place(Variable variable) {
    BigInteger place = variable.isGlobal() ? nextStatic : nextLocal;
    BigInteger size = BigInteger.valueOf(variable.type().size());
    BigInteger spaces = size.divide(spacing).add(BigInteger.ONE);
    BigInteger next = place.add(spaces.multiply(spacing));
    if (variable.isGlobal()) {
      nextStatic = next;
    } else {
      nextLocal = next;
    }
    return place;
  }

  /** True of addresses in one of the variables. */
  boolean isIn(BigInteger address, Set<Variable> variables) {
    for (Variable variable : variables) {
      BigInteger start = addresses.get(variable);
      if (start != null
          && address.compareTo(start) >= 0
          && address.compareTo(start.add(spacing)) < 0) {
        return true;
      }
    }
    return false;
  }

  /** The address of a procedure. */
  public BigInteger addressOf(String procedure) {
    return functionAddresses.computeIfAbsent(
        procedure, p -> functions.add(BigInteger.valueOf(16L * functionAddresses.size())));
  }

  /** A person's name for an address: {@code &x}, {@code &f}, a number. */
  public String describe(BigInteger address) {
    for (Map.Entry<Variable, BigInteger> e : addresses.entrySet()) {
      BigInteger distance = address.subtract(e.getValue());
      if (distance.signum() >= 0 && distance.compareTo(spacing) < 0) {
        return "&" + e.getKey().name() + (distance.signum() == 0 ? "" : " + " + distance);
      }
    }
    for (Map.Entry<String, BigInteger> e : functionAddresses.entrySet()) {
      if (e.getValue().equals(address)) {
        return "&" + e.getKey();
      }
    }
    return describeArea(address);
  }

  private String describeArea(BigInteger address) {
    if (address.signum() == 0) {
      return "NULL";
    }
    BigInteger start = address.compareTo(externals) >= 0 ? externals : allocations;
    if (address.compareTo(start) < 0 || address.compareTo(end) >= 0) {
      return "0x" + address.toString(16);
    }
    BigInteger[] place = address.subtract(start).divideAndRemainder(spacing);
    String kind = start.equals(externals) ? "external object #" : "allocation #";
    BigInteger number = place[0].add(BigInteger.ONE);
    return kind + number + (place[1].signum() == 0 ? "" : " + " + place[1]);
  }
}

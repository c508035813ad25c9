// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A formula in the making: constraints that all hold together, and what they share. */
final class Formula {
  private static final String EXTERNAL_POINTER = "given";

  private final Terms terms;
  private final Memory memory;
  private final Inexactness inexactness;
  private final List<Term> constraints = new ArrayList<>();
  private final List<Supplier<Stream<Term>>> relations = new ArrayList<>();
  private final List<MemoryCell> devices = new ArrayList<>();
  private final List<Scrambled> scrambled = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();
  private int choices;

  Formula(Terms terms, Memory memory, Inexactness inexactness) {
    this.terms = terms;
    this.memory = memory;
    this.inexactness = inexactness;
  }

  Terms terms() {
    return terms;
  }

  Memory memory() {
    return memory;
  }

  Inexactness inexactness() {
    return inexactness;
  }

  /** A variable for what the environment chooses next. */
  Term choice(int bits) {
    return terms.variable("any" + bits + "!" + choices++, bits);
  }

  /** A variable for a pointer that the environment gives: null, or an object that it owns. */
  Term externalPointer(int bits) {
    return terms.variable(terms.freshName(EXTERNAL_POINTER), bits);
  }

  /** True for what {@link #externalPointer} made. */
  static boolean isExternalPointer(Term term) {
    String name = term.name();
    return name != null && name.startsWith(EXTERNAL_POINTER);
  }

  /** Bytes of a whole object that are written, also those that the program accesses nowhere. */
  record Written(Term address, long size, Set<Region> regions) {}

  /** A whole object is written, which lies in these regions. */
  void write(Term address, long size, Set<Region> regions) {
    // What is at a known place is known to be apart from others.
    if (address.constant() == null) {
      written.add(new Written(address, size, regions));
    }
  }

  /** The whole objects that were written at places that depend. */
  List<Written> written() {
    return written;
  }

  /** A variable for what is read at an address that is no object's. */
  Term device(Term address, int bits) {
    Term value = terms.variable(terms.freshName("device"), bits);
    devices.add(new MemoryCell(address, value));
    return value;
  }

  /** What was read from no object since the last call. */
  List<MemoryCell> takeDevices() {
    List<MemoryCell> taken = List.copyOf(devices);
    devices.clear();
    return taken;
  }

  /** From one address to another, memory holds anything from here on. */
  InitialCells scramble(InitialCells cells, Term from, Term to) {
    scrambled.add(new Scrambled(from, to, cells::cells));
    return cells;
  }

  /** What was scrambled since the last call. */
  List<Scrambled> takeScrambled() {
    List<Scrambled> taken = List.copyOf(scrambled);
    scrambled.clear();
    return taken;
  }

  /** How many choices were made. */
  int choices() {
    return choices;
  }

  /** From here on, choices are what they are on another way after so many. */
  void countChoicesFrom(int number) {
    choices = number;
  }

  void constrain(Term constraint) {
    if (!constraint.isTrue()) {
      constraints.add(constraint);
    }
  }

  /**
   * Constrains how the cells that there are at the start relate to one another.
   *
   * @param constraints asked only if they are wanted: there are as many as pairs of cells
   */
  void relate(Supplier<Stream<Term>> constraints) {
    relations.add(constraints);
  }

  /** The constraints since the last call. */
  List<Term> takeConstraints() {
    List<Term> taken = new ArrayList<>();
    for (Supplier<Stream<Term>> related : relations) {
      related.get().filter(t -> !t.isTrue()).forEach(taken::add);
    }
    taken.addAll(constraints);
    forget();
    return taken;
  }

  /** The same without what {@link #relate} said. */
  List<Term> takeFacts() {
    List<Term> taken = List.copyOf(constraints);
    forget();
    return taken;
  }

  private void forget() {
    relations.clear();
    constraints.clear();
  }
}

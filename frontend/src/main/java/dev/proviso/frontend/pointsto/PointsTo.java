// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Where pointers may point: memory divided into regions that no access crosses. Sound for all
 * executions under the contract with the environment (an access outside its object stays in that
 * object's own space).
 */
public interface PointsTo {

  /**
   * Analyses the procedures that can be reached from the program's entry, or all if there is no
   * entry yet.
   */
  static PointsTo analyse(Program program) {
    return InclusionPointsTo.of(program);
  }

  /**
   * Lets later questions speak of variables that the program does not have.
   *
   * @param values for such a variable expressions of the program, one of which had, somewhere, what
   *     it holds; empty for the program's own variables
   */
  void extend(Function<Variable, List<Expr>> values);

  /**
   * The region that holds the object. Accesses to scalars in different regions never overlap. For a
   * struct or union it is the region of its first scalar: ask for the scalars one by one.
   */
  Region region(LValue object);

  /**
   * True if the program accesses what this scalar covers as a whole or not at all: {@link #region}
   * then has an answer.
   */
  boolean isAccessible(LValue scalar);

  /**
   * The cells of an object in memory that the program accesses, by their place in it. For objects
   * of a known size.
   */
  List<Part> parts(LValue object);

  /**
   * A cell inside an object.
   *
   * @param offset bytes from the object's start; less than 0 where the object starts inside a cell
   * @param region where it is; as wide as the region's cells
   */
  record Part(long offset, Region region) {}

  /** The regions of all scalar parts of the object that the program accesses. */
  SequencedSet<Region> regions(LValue object);

  /**
   * The regions that an access of {@code size} bytes (or any number of them, if it is no constant)
   * from the pointer on may touch.
   */
  SequencedSet<Region> touched(Expr pointer, Expr size);

  /**
   * The regions of all objects that can be reached from the pointer's value by following pointers.
   */
  SequencedSet<Region> reachable(Expr pointer);

  /**
   * True if every non-null value that the pointer may have is the address where an external object
   * starts (see {@link dev.proviso.frontend.program.Statement.External}).
   */
  boolean pointsToExternalOnly(Expr pointer);

  /**
   * True of variables whose address is taken, and of aggregates accessed at an index that is no
   * constant: they live in regions.
   */
  boolean inMemory(Variable variable);

  /**
   * True if the address of a local may outlive its activation: kept in memory, returned, or passed
   * to a rule.
   */
  boolean escapes(Variable variable);

  /**
   * The procedures that a call may reach, in order of their names.
   *
   * @return empty if the pointer points to no function; {@link #unresolved} tells whether that is
   *     all
   */
  List<String> callees(Callee callee);

  /** True if the call may reach code that the program does not hold. */
  boolean unresolved(Callee callee);

  /**
   * True if somewhere a pointer walks through an array that is a part of an object, and is taken
   * not to reach the object's other parts that are accessed. C allows no more, but nothing stops a
   * program from doing it.
   */
  boolean keepsWalksInArrays();

  /** All regions, in a deterministic order. */
  List<Region> regions();

  /** The variables in memory that the region holds a part of. */
  Set<Variable> variables(Region region);
}

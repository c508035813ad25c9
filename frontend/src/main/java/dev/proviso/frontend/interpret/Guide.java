// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Variable;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Leads an execution along one path, through a memory that is laid out as somebody else says: so a
 * path that was found without executing anything is executed after all. Conditions are evaluated as
 * ever: where one on the path is false the execution stops. Where this throws {@link
 * Settings.Enough}, it ends.
 */
public interface Guide extends Choices {
  /** Asked at every location, also where there is one way only or conditions decide. */
  @Override
  int way(Location location, int ways);

  /**
   * A procedure is entered, the program's entry first of all; its arguments are evaluated, its
   * formals not yet set.
   *
   * @return variables of the activation that hold something from the start, and what, as it stands
   *     in memory
   */
  Map<Variable, byte[]> enter(String procedure);

  /** The activation that runs ends. */
  void leave();

  /** Where a procedure stands. */
  long addressOf(String procedure);

  /** Where a global stands, or a local of the activation that was entered last. */
  long addressOf(Variable variable);

  /** Where the object stands that is allocated now. */
  long allocated(Edge allocate);

  /** True if the address is in an object that the program did not make. */
  boolean isExternal(long address);

  /**
   * What memory from one address up to another holds that nobody has written; what is not there is
   * 0.
   */
  SortedMap<Long, Byte> contents(long from, long to);

  /** What is read now at an address that belongs to no object; null if that is as in memory. */
  @Nullable Byte device(long address);

  /** The bytes that a {@code Scramble} writes, by address. */
  Map<Long, Byte> scrambled(Edge scramble);

  /** So many bytes are about to be copied or filled. */
  void spend(long bytes);

  /** An edge gave its target, a scalar of up to eight bytes, this value. */
  void assigned(Edge edge, long value);
}

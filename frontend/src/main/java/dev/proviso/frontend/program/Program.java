// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.SequencedMap;

/**
 * A linked C program, or a part of one: it is closed when {@link #entry} names a procedure and
 * nothing that matters is undefined.
 *
 * @param globals all variables with static storage, string literals included
 * @param initialisers assignments of constants to parts of globals, done before the program starts;
 *     the rest of every global is zero
 * @param procedures by name, in order of definition
 * @param entry where execution starts; may be absent from {@code procedures} while the program is
 *     open
 * @param messages what the front end has to say, in order
 */
public record Program(
    Target target,
    List<Variable> globals,
    List<Initialiser> initialisers,
    SequencedMap<String, Procedure> procedures,
    String entry,
    List<Message> messages) {

  public Program {
    globals = List.copyOf(globals);
    initialisers = List.copyOf(initialisers);
    messages = List.copyOf(messages);
  }

  /**
   * The initial value of one scalar part of a global.
   *
   * @param target a path of members and constant elements from a global
   * @param value made of constants and addresses
   */
  public record Initialiser(LValue target, Expr value) {}
}

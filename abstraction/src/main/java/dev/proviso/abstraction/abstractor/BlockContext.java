// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import java.util.HashSet;
import java.util.Set;

/** A formula asserted in a session of its own, to which conditions over its states may be added. */
final class BlockContext {
  private final Encoding encoding;
  private final Session session;
  private final Set<String> variables = new HashSet<>();

  BlockContext(Encoding encoding, Session session) {
    this.encoding = encoding;
    this.session = session;
    assertConstraints();
  }

  Encoding encoding() {
    return encoding;
  }

  Session session() {
    return session;
  }

  /** Asserts what the encoding has collected since. */
  void assertConstraints() {
    encoding.takeConstraints().forEach(this::add);
  }

  void add(Term constraint) {
    session.add(constraint);
    variables.addAll(encoding.terms().variablesOf(constraint));
  }

  /** The solver variables in what is asserted. */
  Set<String> variables() {
    return variables;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A formula to which conditions over its states may be added. */
final class BlockContext {
  private final Encoding encoding;
  private final Solver solver;
  private final List<Term> constraints = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();

  BlockContext(Encoding encoding, Solver solver) {
    this.encoding = encoding;
    this.solver = solver;
    assertConstraints();
  }

  Encoding encoding() {
    return encoding;
  }

  /** A new session in which the formula is asserted; to be closed. */
  Session session() {
    Session session = solver.session();
    constraints.forEach(session::add);
    return session;
  }

  /** Adds what the encoding has collected since. */
  void assertConstraints() {
    encoding.takeConstraints().forEach(this::add);
  }

  void add(Term constraint) {
    constraints.add(constraint);
    variables.addAll(encoding.terms().variablesOf(constraint));
  }

  /** The solver variables that occur in it. */
  Set<String> variables() {
    return variables;
  }
}

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
import org.jspecify.annotations.Nullable;

/**
 * A formula to which conditions over its states may be added, with one session that lives as long
 * as it: what the solver has made of the formula, and has learned, serves all relations that are
 * about it. (Formulas are large, relations many: translating them anew was most of the time.)
 */
final class BlockContext implements AutoCloseable {
  private final Encoding encoding;
  private final Solver solver;
  private final List<Term> constraints = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();
  private @Nullable Session session;
  private int asserted;

  BlockContext(Encoding encoding, Solver solver) {
    this.encoding = encoding;
    this.solver = solver;
    assertConstraints();
  }

  Encoding encoding() {
    return encoding;
  }

  /** The session in which the formula is asserted; to be left as it was found. */
  Session session() {
    if (session == null) {
      session = solver.session();
    }
    while (asserted < constraints.size()) {
      session.add(constraints.get(asserted++));
    }
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

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}

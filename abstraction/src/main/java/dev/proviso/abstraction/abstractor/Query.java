// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;

/** One transition relation in the making: grows by the states it is asked for. */
final class Query {
  private final Bdds bdds;
  private final BlockContext context;
  private final Term reached;
  private final Enumerator enumerator;
  private Bdd done;
  private Bdd relation;

  /**
   * @param context the formula
   * @param reached what else the relation is about
   */
  Query(Bdds bdds, BlockContext context, Term reached, Enumerator enumerator) {
    this.bdds = bdds;
    this.context = context;
    this.reached = reached;
    this.enumerator = enumerator;
    this.done = bdds.none();
    this.relation = bdds.none();
  }

  /** The relation, complete for these states. */
  Bdd complete(Bdd states) {
    Bdd missing = bdds.minus(states, done);
    if (!bdds.isNone(missing)) {
      Session session = context.session();
      session.push();
      try {
        session.add(reached);
        relation = bdds.or(relation, enumerator.enumerate(session, missing));
      } finally {
        session.pop();
      }
      done = bdds.or(done, missing);
    }
    return relation;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.slic.RuleLibrary;
import dev.proviso.specs.weave.WovenProgram;
import java.util.List;

/** The code under check, read once for all rules. */
interface Subject {

  /** What the front end has to say about the code. */
  List<Message> messages();

  /**
   * The program that decides the rule, or why there is none.
   *
   * @throws InputException where the rule does not fit the program
   */
  Prepared prepare(RuleLibrary.Found rule) throws InputException;

  /** What comes before the engine. */
  sealed interface Prepared {
    /** Something to decide. */
    record Ready(WovenProgram woven) implements Prepared {}

    /** Nothing to decide: no entry point, an include that is missing. */
    record Hopeless(String reason, List<Message> details) implements Prepared {
      public Hopeless {
        details = List.copyOf(details);
      }
    }
  }
}

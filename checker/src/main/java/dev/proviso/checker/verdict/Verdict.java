// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.verdict;

import dev.proviso.frontend.source.Message;
import java.util.List;

/** The answer to one rule on one program. */
public sealed interface Verdict {

  /** No execution breaks the rule. */
  record Holds(List<String> assumptions, Evidence evidence) implements Verdict {
    public Holds {
      assumptions = List.copyOf(assumptions);
    }
  }

  /** This execution breaks the rule. */
  record Violated(Trace trace, Evidence evidence) implements Verdict {}

  /**
   * The events that occur in reachable code cannot break the rule, whatever else the program does.
   */
  record NotApplicable(String why) implements Verdict {}

  /**
   * Neither proved nor refuted.
   *
   * @param reason short: it stands in the verdict line
   * @param details where it got stuck, what was reached, what to try
   */
  record Unknown(String reason, List<Message> details) implements Verdict {
    public Unknown {
      details = List.copyOf(details);
    }
  }
}

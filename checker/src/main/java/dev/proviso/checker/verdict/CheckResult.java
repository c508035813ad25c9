// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A verdict and what it cost.
 *
 * @param statistics figures by name, in the order to print them: milliseconds by phase ({@code
 *     time.abstraction}), counts ({@code iterations}, {@code predicates}, {@code solver.queries},
 *     {@code bdd.nodes})
 */
public record CheckResult(String rule, Verdict verdict, SequencedMap<String, Long> statistics) {
  public CheckResult {
    statistics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(statistics));
  }

  /** The same result under another name. */
  public CheckResult named(String name) {
    return new CheckResult(name, verdict, statistics);
  }
}

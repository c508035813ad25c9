// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.specs.weave.WovenProgram;

/** Decides one rule on one program. */
public interface CegarChecker {
  /**
   * Never throws for what the program holds: what cannot be decided is {@code Unknown} with its
   * reason.
   */
  CheckResult check(WovenProgram woven, Limits limits);

  /** The engine. */
  static CegarChecker create() {
    return create(Progress.NONE);
  }

  /** The engine, telling somebody how it gets on. */
  static CegarChecker create(Progress progress) {
    return new SlamChecker(progress);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.frontend.source.SourceRange;

/** What was made of a certificate. */
public sealed interface Judgement {
  /**
   * It proves what it is to prove.
   *
   * @param steps how many blocks and calls keep what it claims
   */
  record Accepted(long steps) implements Judgement {}

  /**
   * It does not.
   *
   * @param place where the program does what it excludes
   * @param why a sentence's end: "what is claimed before …"
   */
  record Refused(SourceRange place, String why) implements Judgement {}
}

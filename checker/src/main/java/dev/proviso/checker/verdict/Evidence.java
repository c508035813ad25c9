// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.verdict;

/** What was made of the evidence for a verdict, once somebody else had looked at it. */
public enum Evidence {
  /** It stands: the interpreter executed the defect, or the proof's certificate was accepted. */
  CONFIRMED,
  /** The budget for looking at it ended before. */
  UNCONFIRMED,
  /** Nobody looked at it, as nobody was to. */
  NOT_LOOKED_AT
}

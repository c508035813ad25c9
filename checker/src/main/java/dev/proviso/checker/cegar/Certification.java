// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

/** How much may be spent on having a proof checked. */
public enum Certification {
  /** Nothing: proofs are not checked. */
  NONE,
  /** A share of what it took to find it. */
  BOUNDED,
  /** All that the check's limits leave. */
  FULL
}

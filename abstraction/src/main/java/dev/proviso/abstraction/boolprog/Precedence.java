// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

/** How tightly {@code =} and {@code !=} bind where nothing is bracketed: dialects differ. */
public enum Precedence {
  /** Not said: what depends on it is an error. */
  BRACKETED,
  /** Tighter than {@code &}, {@code ^} and {@code |}, as in C. */
  TIGHT,
  /** Looser than these, as in Boppo. */
  LOOSE
}

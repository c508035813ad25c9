// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Decides a condition. */
interface Test {
  boolean holds(Frame frame);
}

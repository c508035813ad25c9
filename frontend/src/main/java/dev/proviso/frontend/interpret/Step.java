// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/**
 * Does what an edge does and tells where to go on; {@link Machine#SWITCH} where that is another
 * activation.
 */
interface Step {
  int run(Frame frame);
}

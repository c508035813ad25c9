// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/**
 * Computes an integer of up to 64 bits or a pointer: sign-extended where the type is signed,
 * zero-extended otherwise.
 */
interface Word {
  long get(Frame frame);
}

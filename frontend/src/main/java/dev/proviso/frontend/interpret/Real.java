// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Computes a float or double; a float is the double of the same value. */
interface Real {
  double get(Frame frame);
}

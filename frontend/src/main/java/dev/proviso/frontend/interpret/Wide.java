// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;

/** Computes an integer of 128 bits ({@code BigInteger}) or a {@link Extended}. */
interface Wide {
  Object get(Frame frame);
}

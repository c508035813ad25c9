// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Takes the result of a call. */
interface Receiver {
  /** Stores the result that the machine holds, where the caller wants it. */
  void take(Frame caller);
}

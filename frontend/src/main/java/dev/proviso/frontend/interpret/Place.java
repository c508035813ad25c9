// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Finds an object: gives its block and leaves the offset in it in the frame. */
interface Place {
  Block find(Frame frame);
}

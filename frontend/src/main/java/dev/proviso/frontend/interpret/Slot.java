// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Type;

/** Where a local of an activation is kept. */
sealed interface Slot {
  Type type();

  /** One of {@link Frame#words}. */
  record InWord(int index, Type type) implements Slot {}

  /** The value is one of {@link Frame#things}. */
  record InThing(int index, Type type) implements Slot {}

  /** Its object is one of {@link Frame#things}. */
  record InMemory(int index, Type type) implements Slot {}
}

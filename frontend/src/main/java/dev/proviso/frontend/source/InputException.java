// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import java.util.List;

/** Input that cannot be read or is wrong. Carries every message found, so that the user mends them in one go. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Message> messages;

  public InputException(List<Message> messages) {
    super(messages.isEmpty() ? "input error" : messages.get(0).sentence());
    this.messages = List.copyOf(messages);
  }

  public InputException(Message message) {
    this(List.of(message));
  }

  public List<Message> messages() {
    return messages;
  }
}

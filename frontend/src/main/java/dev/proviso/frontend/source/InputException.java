// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import java.util.List;

/**
 * Input that cannot be read or is wrong. Carries every message found, so that the user mends them
 * in one go.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Message> messages;
  private final boolean incomplete;

  public InputException(List<Message> messages) {
    this(messages, false);
  }

  private InputException(List<Message> messages, boolean incomplete) {
    super(messages.isEmpty() ? "input error" : messages.get(0).sentence());
    this.messages = List.copyOf(messages);
    this.incomplete = incomplete;
  }

  /**
   * What was given may be right, but includes a file that is not there: every other message may
   * follow from that.
   */
  public static InputException missingInclude(List<Message> messages) {
    return new InputException(messages, true);
  }

  /** True if a file that the input includes was not found. */
  public boolean isIncomplete() {
    return incomplete;
  }

  public InputException(Message message) {
    this(List.of(message));
  }

  public List<Message> messages() {
    return messages;
  }
}

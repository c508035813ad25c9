// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an execution is given.
 *
 * @param arguments {@code argv}, the program's name first
 * @param stepLimit how many steps it may take
 * @param depthLimit how many calls may be active at once
 * @param choices decides what the program leaves open
 * @param findings is told what the execution meets, once for each place
 */
public record Settings(
    List<String> arguments,
    InputStream in,
    OutputStream out,
    OutputStream err,
    long stepLimit,
    int depthLimit,
    Choices choices,
    Consumer<Finding> findings) {
  /** As deep as C programs go with the stack that systems give them. */
  public static final int USUAL_DEPTH = 1_000_000;

  /** Thrown by {@link #findings} where the execution is to end. */
  public static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Enough(String why) {
      super(why, null, false, false);
    }
  }

  public Settings {
    arguments = List.copyOf(arguments);
  }
}

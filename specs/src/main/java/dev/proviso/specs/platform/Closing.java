// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import java.util.List;
import java.util.Map;

/** What comes of closing a driver's program. */
public sealed interface Closing {

  /**
   * A program that can be executed: what is called has a body, or has lost it.
   *
   * @param entries the entry points found: what the harness calls, unless functions were named
   * @param assumptions what a proof on it rests on, one sentence each
   * @param texts the text of files that Proviso wrote or ships, by the name that places in them
   *     have
   */
  record Closed(
      Program program, EntryPoints entries, List<String> assumptions, Map<String, String> texts)
      implements Closing {
    /** The name of the generated header that the platform's harness includes. */
    public static final String ENTRIES_HEADER = "proviso_entries.h";

    public Closed {
      assumptions = List.copyOf(assumptions);
      texts = Map.copyOf(texts);
    }
  }

  /** The platform has nothing to call. */
  record NoEntryPoint(Message message) implements Closing {}

  /** A function that is to be called is not there. */
  record UnknownEntry(Message message) implements Closing {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.report.MessageText;
import dev.proviso.checker.report.Sources;
import dev.proviso.frontend.source.Message;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/**
 * Where the command writes.
 *
 * @param out results: verdicts, traces, lists
 * @param err messages and progress
 * @param terminal true if a person watches {@code err}: then progress is shown
 * @param sources the files that messages quote
 * @param before processor time of this process that the command has nothing to do with
 */
record Console(
    PrintWriter out, PrintWriter err, boolean terminal, Sources sources, Duration before) {

  /** Of a command within a process that does other things too. */
  Console(PrintWriter out, PrintWriter err, boolean terminal, Sources sources) {
    this(out, err, terminal, sources, Spending.cpu());
  }

  void print(Message message) {
    err.print(new MessageText(sources).print(message));
    err.flush();
  }

  /** Something to know about the run. */
  void note(String sentence) {
    err.println("proviso: " + sentence);
    err.flush();
  }

  void print(List<Message> messages) {
    messages.forEach(this::print);
  }

  /** A message about the command line or the run, which no place in a file explains. */
  void complain(String sentence, List<String> help) {
    err.println("proviso: error: " + sentence);
    help.forEach(h -> err.println("  help: " + h));
    err.flush();
  }
}

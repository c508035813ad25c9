// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.smt.CacheDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What to say where Proviso itself is wrong: one message; the details go to a file. */
final class Breakdown {
  private Breakdown() {}

  static void report(Console console, Throwable e) {
    StringWriter details = new StringWriter();
    e.printStackTrace(new PrintWriter(details));
    if (System.getenv("PROVISO_DEBUG") != null) {
      console.err().print(details);
    }
    String what =
        e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
    String sentence = "internal error, " + e.getClass().getSimpleName() + what;
    switch (e) {
      case OutOfMemoryError m ->
          console.complain(
              "out of memory", List.of("raise --memory-limit, check one rule at a time with -r"));
      case StackOverflowError s ->
          console.complain(
              sentence,
              List.of("the code is nested deeper than Proviso can follow; please report it"));
      default -> console.complain(sentence, List.of(where(details.toString())));
    }
  }

  private static String where(String details) {
    try {
      Path folder = Files.createDirectories(CacheDirectory.ofUser().resolve("errors"));
      Path file = Files.createTempFile(folder, "error-", ".txt");
      Files.writeString(
          file,
          "proviso "
              + Version.number()
              + ", "
              + System.getProperty("java.vm.version")
              + "\n"
              + details);
      return "please report this, with the details in " + file;
    } catch (IOException io) {
      return "please report this; PROVISO_DEBUG=1 shows the details";
    }
  }
}

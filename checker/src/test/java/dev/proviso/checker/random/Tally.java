// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Asks questions about random programs and keeps count. Long runs are described by properties:
 * {@code proviso.random.WHAT} is how many programs, {@code proviso.random.seed} the first one's
 * seed, {@code proviso.random.millis} the processor time for a question, {@code
 * proviso.random.results} a file that gets a line for each, {@code proviso.random.dump} a folder
 * for the programs that were not decided, or wrongly.
 */
final class Tally {
  private final String what;
  private final int usual;
  private final int count;
  private final long first = Long.getLong("proviso.random.seed", 1);
  private final List<String> wrong = new ArrayList<>();
  private int asked;
  private int decided;
  private int skipped;

  /** A question to the engine. */
  interface Question {
    Engine.Answer ask() throws Exception;
  }

  Tally(String what, int usual) {
    this.what = what;
    this.usual = usual;
    count = Integer.getInteger("proviso.random." + what, usual);
  }

  Duration limit() {
    return Duration.ofMillis(Long.getLong("proviso.random.millis", 1_000));
  }

  long[] seeds() {
    return LongStream.range(first, first + count).toArray();
  }

  /** In long runs, costly comparisons are made now and then. */
  boolean isSample(long seed) {
    return count <= usual || seed % 20 == 0;
  }

  /** In long runs, each program gets one question, of this sort or the other. */
  boolean asks(long seed, boolean isDefect) {
    return count <= usual || (Long.hashCode(seed * 0x9E3779B97F4A7C15L) < 0) == isDefect;
  }

  void skip() {
    skipped++;
  }

  void ask(long seed, String text, Engine.Kind expected, Question question) {
    asked++;
    Engine.Answer answer;
    try {
      answer = question.ask();
    } catch (Exception | StackOverflowError e) {
      wrong(seed, "expected " + expected + ", but " + e, text);
      e.printStackTrace();
      return;
    }
    record(
        String.join(
            "\t",
            what,
            "" + seed,
            "" + expected,
            "" + answer.kind(),
            "%.2f".formatted(answer.seconds()),
            answer.why()));
    if (answer.kind() == expected) {
      decided++;
    } else if (answer.kind() == Engine.Kind.UNKNOWN) {
      dump(seed, expected + "-unknown", text);
    } else {
      wrong(seed, answer.kind() + ", but it is " + expected, text);
    }
  }

  void wrong(long seed, String sentence, String text) {
    wrong.add("seed " + seed + ": " + sentence);
    System.err.println(wrong.getLast());
    dump(seed, "wrong", text);
  }

  private void record(String line) {
    String file = System.getProperty("proviso.random.results");
    if (file != null) {
      write(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private void dump(long seed, String kind, String text) {
    String folder = System.getProperty("proviso.random.dump");
    if (folder != null) {
      write(
          Path.of(folder, what + "-" + seed + "-" + kind + ".c"),
          text,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    }
  }

  private static void write(Path file, String text, StandardOpenOption... options) {
    try {
      Files.writeString(file, text, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void report() {
    System.err.printf(
        "random %s from seed %d: %d, of which %d are unfit; %d questions, %d decided, %d wrong%n",
        what, first, count, skipped, asked, decided, wrong.size());
  }

  List<String> wrong() {
    return wrong;
  }

  int asked() {
    return asked;
  }

  int decided() {
    return decided;
  }
}

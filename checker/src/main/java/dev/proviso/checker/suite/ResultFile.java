// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Outcomes as text: a line that says under which limits they came, a line of headings, and a line
 * for each outcome, its fields apart by tabs. Each line is written at once; where a run was killed
 * in the middle of one, the next run takes away what is there of it.
 */
public final class ResultFile implements AutoCloseable {
  private static final List<String> HEADINGS =
      List.of(
          "set",
          "task",
          "question",
          "expected",
          "verdict",
          "score",
          "cpu_s",
          "wall_s",
          "memory_mb",
          "reason");
  private static final String COMMENT = "#";

  private final FileChannel channel;
  private final Path file;

  private ResultFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * What a file holds.
   *
   * @param limits the line that says under which limits
   */
  public record Content(String limits, List<Outcome> outcomes) {
    public Content {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * Begins a new file.
   *
   * @param limits under which limits outcomes come, in words
   */
  public static ResultFile create(Path file, String limits) throws InputException {
    try {
      ResultFile results =
          new ResultFile(
              file,
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
      results.line(COMMENT + " " + limits);
      results.line(String.join("\t", HEADINGS));
      return results;
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  /** Goes on with a file that was read before. */
  public static ResultFile resume(Path file) throws InputException {
    try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      whole.truncate(end);
      return new ResultFile(file, FileChannel.open(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private static InputException unwritable(Path file) {
    return new InputException(
        Message.error(
            new SourceRange(file.toString(), 0, 0, 0, 0),
            "the results cannot be written to this file"));
  }

  /** Adds an outcome; it is in the file when this returns. */
  public synchronized void add(Outcome outcome) throws InputException {
    try {
      line(
          String.join(
              "\t",
              plain(outcome.set()),
              plain(outcome.key().name()),
              plain(outcome.key().question()),
              outcome.expected(),
              outcome.verdict(),
              outcome.score().word(),
              seconds(outcome.cpu()),
              seconds(outcome.wall()),
              Long.toString(outcome.megabytes()),
              plain(outcome.reason())));
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private void line(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
  }

  /**
   * Reads a file of results; a last line that does not end is left out.
   *
   * @throws InputException with the place of what is no result
   */
  public static Content read(Path file) throws InputException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 0, 0, 0, 0), "the file of results cannot be read"));
    }
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    String limits = "";
    List<Outcome> outcomes = new ArrayList<>();
    boolean headed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(COMMENT)) {
        limits = line.substring(1).strip();
      } else if (headed) {
        outcomes.add(outcome(line, new SourceRange(file.toString(), i + 1, 1, i + 1, 1)));
      } else if (line.equals(String.join("\t", HEADINGS))) {
        headed = true;
      } else {
        throw wrong(file, i + 1, "this is no file of results", "its headings are " + HEADINGS);
      }
    }
    if (!headed && !text.isEmpty()) {
      throw wrong(file, 1, "this is no file of results", "its headings are " + HEADINGS);
    }
    return new Content(limits, outcomes);
  }

  private static InputException wrong(Path file, int line, String sentence, String help) {
    return new InputException(
        Message.error(new SourceRange(file.toString(), line, 1, line, 1), sentence, help));
  }

  private static Outcome outcome(String line, SourceRange at) throws InputException {
    String[] fields = line.split("\t", -1);
    if (fields.length != HEADINGS.size()) {
      throw new InputException(
          Message.error(
              at,
              "a result has "
                  + HEADINGS.size()
                  + " fields with tabs between them, and not "
                  + fields.length));
    }
    try {
      return new Outcome(
          fields[0],
          new Task.Key(fields[1], fields[2]),
          fields[3],
          fields[4],
          fields[9],
          duration(fields[6]),
          duration(fields[7]),
          Long.parseLong(fields[8]));
    } catch (NumberFormatException e) {
      throw new InputException(
          Message.error(at, "cpu_s, wall_s and memory_mb are numbers: " + e.getMessage()));
    }
  }

  private static Duration duration(String seconds) {
    return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
  }

  @Override
  public void close() throws InputException {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(file);
    }
  }
}

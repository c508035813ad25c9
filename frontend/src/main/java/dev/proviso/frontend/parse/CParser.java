// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Parses C files. */
public final class CParser {
  /**
   * CDT's parser and our converters are recursive: enough for some ten thousand nested parentheses.
   */
  private static final long STACK_BYTES = 1L << 30;

  /**
   * Parses a file, of the default file system or of a jar's. For one whose name ends in {@code .i},
   * no macro is defined, as its own have been expanded.
   *
   * @throws InputException if it cannot be read as text. Errors in the text itself are messages of
   *     the result
   */
  public ParsedUnit parse(Path file, UnitOptions options) throws InputException {
    boolean preprocessed = file.toString().endsWith(".i");
    UnitOptions fitting = preprocessed ? options.with(Macros.PREPROCESSED) : options;
    return parse(file, file.toString(), read(file), fitting);
  }

  /**
   * Parses a text as if it were a file of that name.
   *
   * @throws InputException if it is nested too deeply
   */
  public ParsedUnit parseText(String name, String text, UnitOptions options) throws InputException {
    return parse(Path.of(name), name, text, options);
  }

  private static String read(Path file) throws InputException {
    SourceRange place = new SourceRange(file.toString(), 1, 1, 1, 1);
    if (!Files.exists(file)) {
      throw new InputException(Message.error(place, "this file does not exist", "check the path"));
    }
    if (Files.isDirectory(file)) {
      throw new InputException(
          Message.error(place, "this is a directory, not a C file", "name the .c files in it"));
    }
    try {
      return Decoder.read(file)
          .orElseThrow(
              () ->
                  new InputException(
                      Message.error(place, "this is a binary file, not C text", "name a .c file")));
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              place, "this file cannot be read: " + e.getMessage(), "check its permissions"));
    }
  }

  private static ParsedUnit parse(Path file, String name, String text, UnitOptions options)
      throws InputException {
    FutureTask<ParsedUnit> task =
        new FutureTask<>(() -> new UnitParser(options).parse(file, name, text));
    Thread thread = new Thread(null, task, "parse " + name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      SourceRange place = new SourceRange(name, 1, 1, 1, 1);
      if (e.getCause() instanceof StackOverflowError) {
        throw new InputException(
            Message.error(place, "the code in this file is nested too deeply to be parsed"));
      }
      throw new IllegalStateException("parsing " + name + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(
          Message.error(new SourceRange(name, 1, 1, 1, 1), "parsing was interrupted"));
    }
  }
}

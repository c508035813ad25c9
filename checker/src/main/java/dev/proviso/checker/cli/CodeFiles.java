// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether files and directories that a command line names are there. */
final class CodeFiles {
  private CodeFiles() {}

  /**
   * Goes on only where all files can be read and all directories are there.
   *
   * @throws InputException with a message for each that is not
   */
  static void check(List<Path> files, List<Path> includes) throws InputException {
    List<Message> messages = new ArrayList<>();
    files.forEach(file -> problem(file).ifPresent(messages::add));
    for (Path include : includes) {
      if (!Files.isDirectory(include)) {
        messages.add(Message.error(whole(include), "no such directory, though -I names it"));
      }
    }
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
  }

  private static Optional<Message> problem(Path file) {
    if (Files.isDirectory(file)) {
      String help = "name its C files: " + file + (file.toString().endsWith("/") ? "*.c" : "/*.c");
      return Optional.of(
          Message.error(whole(file), "this is a directory, and a C file is meant", help));
    }
    if (!Files.exists(file)) {
      return Optional.of(Message.error(whole(file), "no such file", near(file)));
    }
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(
            Message.error(whole(file), "the file cannot be read", "look at its permissions"));
  }

  private static String[] near(Path missing) {
    @Nullable Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return new String[] {"there is no directory " + folder + " either"};
    }
    try (var siblings = Files.list(folder)) {
      List<String> names = siblings.map(f -> String.valueOf(f.getFileName())).sorted().toList();
      return NearNames.help(String.valueOf(missing.getFileName()), names);
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static SourceRange whole(Path file) {
    return new SourceRange(file.toString(), 0, 0, 0, 0);
  }
}

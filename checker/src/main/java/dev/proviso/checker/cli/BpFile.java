// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The text of a file that the user names. */
final class BpFile {
  private BpFile() {}

  static String text(Path path) throws InputException {
    SourceRange place = new SourceRange(path.toString(), 0, 0, 0, 0);
    if (Files.isDirectory(path)) {
      throw new InputException(
          Message.error(place, "this is a directory", "name one of the files in it"));
    }
    if (!Files.exists(path)) {
      throw new InputException(Message.error(place, "no such file", near(path)));
    }
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(Message.error(place, "this file cannot be read"));
    }
  }

  private static String[] near(Path path) {
    Path name = path.getFileName();
    Path folder = path.toAbsolutePath().getParent();
    if (name == null || folder == null || !Files.isDirectory(folder)) {
      return new String[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
      return NearNames.help(name.toString(), names);
    } catch (IOException e) {
      return new String[0];
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words {@code @FILE} of a command stand for the words that the file holds. */
final class ResponseFiles {
  /** Files that name each other end here. */
  private static final int DEEPEST = 10;

  /** A response file that cannot be read. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String sentence) {
      super(sentence);
    }
  }

  private final Path directory;
  private final boolean windows;

  private ResponseFiles(Path directory, boolean windows) {
    this.directory = directory;
    this.windows = windows;
  }

  /**
   * @param directory where the command is called
   * @param windows whether the files are written by Windows' rules
   */
  static List<String> expanded(List<String> words, Path directory, boolean windows) throws Missing {
    List<String> all = new ArrayList<>();
    new ResponseFiles(directory, windows).expand(words, 0, all);
    return all;
  }

  private void expand(List<String> words, int depth, List<String> all) throws Missing {
    for (String word : words) {
      if (word.startsWith("@") && word.length() > 1) {
        expand(read(word.substring(1), depth), depth + 1, all);
      } else {
        all.add(word);
      }
    }
  }

  private List<String> read(String name, int depth) throws Missing {
    if (depth == DEEPEST) {
      throw new Missing("its response files name each other without end: @" + name);
    }
    try {
      Path file = directory.resolve(name.replace('\\', '/'));
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return windows ? CommandWords.windows(text) : CommandWords.posix(text);
    } catch (IOException | InvalidPathException e) {
      throw new Missing("its response file " + name + " cannot be read");
    }
  }
}

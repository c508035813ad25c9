// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of source files, read once each: from disk, or from our own resources (headers, models,
 * rules).
 */
public final class Sources {
  private final Map<String, List<String>> files = new HashMap<>();

  /** Text that is neither on disk nor a resource, such as a generated harness. */
  public Sources with(String file, String text) {
    files.put(file, text.lines().toList());
    return this;
  }

  /** The line on which the range begins, without its end. */
  public Optional<String> line(SourceRange range) {
    return line(range.file(), range.line());
  }

  /** A line counted from 1. */
  public Optional<String> line(String file, int number) {
    List<String> lines = files.computeIfAbsent(file, Sources::read);
    return number >= 1 && number <= lines.size()
        ? Optional.of(lines.get(number - 1))
        : Optional.empty();
  }

  /** All of a file; nothing where there is none. */
  String text(String file) {
    return String.join("\n", files.computeIfAbsent(file, Sources::read));
  }

  private static List<String> read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path)) {
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
      }
      String ours = file.startsWith("/dev/proviso/") ? file : "/dev/proviso/" + file;
      try (@Nullable InputStream in = Sources.class.getResourceAsStream(ours)) {
        return in == null
            ? List.of()
            : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}

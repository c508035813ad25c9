// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.specs.platform.PlatformLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * For which platform files are written, by the headers they include: where no rule and no option
 * says so.
 */
final class PlatformGuess {
  private static final Pattern NDIS = include("ndis");
  private static final Pattern WDM = include("wdm|ntddk|ntifs|wdmsec");

  private PlatformGuess() {}

  private static Pattern include(String names) {
    return Pattern.compile(
        "^\\s*#\\s*include\\s*[<\"](?:" + names + ")\\.h[>\"]",
        Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  static String of(List<Path> files) {
    List<String> texts = files.stream().map(PlatformGuess::text).toList();
    if (texts.stream().anyMatch(t -> NDIS.matcher(t).find())) {
      return "ndis";
    }
    return texts.stream().anyMatch(t -> WDM.matcher(t).find()) ? "wdm" : PlatformLibrary.NONE;
  }

  /**
   * The file's text, and that of the headers beside it: many drivers include the system's headers
   * in one of their own.
   */
  private static String text(Path file) {
    StringBuilder text = new StringBuilder(read(file));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Pattern.compile("^\\s*#\\s*include\\s*\"([^\"]+)\"", Pattern.MULTILINE)
          .matcher(text.toString())
          .results()
          .forEach(header -> text.append(read(folder.resolve(header.group(1)))));
    }
    return text.toString();
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) + "\n"
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}

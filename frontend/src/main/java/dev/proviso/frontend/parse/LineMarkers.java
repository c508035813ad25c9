// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What line markers say of the lines behind them: {@code # 12 "a.h" 1 3} as preprocessors write
 * them, where flag 3 tells a system header, and {@code #line 12 "a.y"}. CDT passes over both.
 */
final class LineMarkers {
  private static final Pattern MARKER =
      Pattern.compile(
          "\\s*#\\s*(?:line\\s+)?(\\d{1,9})(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\"([\\s\\d]*))?\\s*");

  /** The first characters of a marker's longest sensible line: others are not looked at. */
  private static final int LONGEST = 8192;

  /**
   * Where the lines from a marker on come from.
   *
   * @param physical the line that follows the marker, from 1
   * @param line the number that it has by the marker
   */
  private record Stretch(int physical, String file, int line, boolean system) {}

  /**
   * A line as the markers have it.
   *
   * @param system whether it is of a system header
   */
  record Presumed(String file, int line, boolean system) {}

  private final NavigableMap<Integer, Stretch> stretches = new TreeMap<>();

  private LineMarkers() {}

  /** Empty where the text has no markers. */
  static Optional<LineMarkers> in(SourceText text) {
    LineMarkers markers = new LineMarkers();
    String file = text.display();
    boolean system = text.system();
    for (int line = 1; line <= text.lineStarts().length; line++) {
      Matcher matcher =
          mayBeMarker(text, line) ? MARKER.matcher(text.lineText(line, LONGEST)) : null;
      if (matcher == null || !matcher.matches()) {
        continue;
      }
      if (matcher.group(2) != null) {
        file = matcher.group(2).replaceAll("\\\\(.)", "$1");
        system = matcher.group(3).matches(".*\\b3\\b.*") || file.startsWith("<");
      }
      markers.stretches.put(
          line + 1, new Stretch(line + 1, file, Integer.parseInt(matcher.group(1)), system));
    }
    return markers.stretches.isEmpty() ? Optional.empty() : Optional.of(markers);
  }

  private static boolean mayBeMarker(SourceText text, int line) {
    int at = text.lineStarts()[line - 1];
    char[] characters = text.text();
    while (at < characters.length && (characters[at] == ' ' || characters[at] == '\t')) {
      at++;
    }
    return at < characters.length && characters[at] == '#';
  }

  /** The file of the first line: in preprocessed text, the one that was given to the compiler. */
  String firstFile() {
    return stretches.firstEntry().getValue().file();
  }

  /** Empty for lines before the first marker. */
  Optional<Presumed> at(int physicalLine) {
    var before = stretches.floorEntry(physicalLine);
    if (before == null) {
      return Optional.empty();
    }
    Stretch stretch = before.getValue();
    return Optional.of(
        new Presumed(
            stretch.file(), stretch.line() + physicalLine - stretch.physical(), stretch.system()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.Arrays;

/**
 * The text of one file.
 *
 * @param display the path for people
 * @param system whether it lies in a directory of system headers
 */
record SourceText(String display, boolean system, char[] text, int[] lineStarts) {

  static SourceText of(String display, boolean system, String written) {
    String text = MacroStack.asOperators(written);
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return new SourceText(display, system, text.toCharArray(), Arrays.copyOf(starts, lines));
  }

  /** The line of that offset, from 1. */
  int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column of that offset, from 1; a tab is one. */
  int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** A line without its end, cut after that many characters. */
  String lineText(int line, int atMost) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length;
    return new String(text, start, Math.min(atMost, end - start));
  }
}

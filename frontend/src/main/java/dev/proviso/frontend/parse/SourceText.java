// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.Arrays;

/**
 * The text of one file.
 *
 * @param display the path for people
 */
record SourceText(String display, char[] text, int[] lineStarts) {

  static SourceText of(String display, String written) {
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
    return new SourceText(display, text.toCharArray(), Arrays.copyOf(starts, lines));
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
}

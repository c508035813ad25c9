// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.source.SourceRange;

/**
 * Text under construction that remembers which part of it stands for which place of the rule file.
 */
final class UnitText {
  private final StringBuilder text = new StringBuilder();
  private final PositionMap positions;
  private int line = 1;
  private int column = 1;

  UnitText(String file) {
    positions = new PositionMap(file);
  }

  /** Adds text made for a place in the rule. */
  UnitText made(String added, SourceRange place) {
    positions.add(line, column, place, false);
    for (int i = 0; i < added.length(); i++) {
      character(added.charAt(i));
      if (added.charAt(i) == '\n') {
        positions.add(line, column, place, false);
      }
    }
    return this;
  }

  /** Adds text that stands in the rule file from that line and column on. */
  UnitText copied(String added, String file, int fromLine, int fromColumn) {
    int ruleLine = fromLine;
    positions.add(
        line, column, new SourceRange(file, fromLine, fromColumn, fromLine, fromColumn), true);
    for (int i = 0; i < added.length(); i++) {
      character(added.charAt(i));
      if (added.charAt(i) == '\n') {
        ruleLine++;
        positions.add(line, column, new SourceRange(file, ruleLine, 1, ruleLine, 1), true);
      }
    }
    return this;
  }

  private void character(char c) {
    text.append(c);
    if (c == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  PositionMap positions() {
    return positions;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

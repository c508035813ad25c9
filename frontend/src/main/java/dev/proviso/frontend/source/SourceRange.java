// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

/**
 * A stretch of one source file, lines and columns counted from 1, the end inclusive.
 *
 * @param file the path as the user or the include directive named it
 */
public record SourceRange(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceRange> {

  /** The range of text that no file holds. */
  public static final SourceRange NONE = new SourceRange("<none>", 0, 0, 0, 0);

  @Override
  public int compareTo(SourceRange other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}

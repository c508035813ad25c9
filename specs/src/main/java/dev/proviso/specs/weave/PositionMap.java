// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.source.MacroExpansion;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From places in the C that a rule compiles to back to the rule file. The C parser that we use
 * ignores line markers, so places are put right after lowering.
 */
final class PositionMap {
  /**
   * A stretch of generated text: copied from the rule (columns go on) or made for a place in it
   * (they do not).
   */
  private record Stretch(SourceRange rule, boolean copied) {}

  private final String file;
  private final Map<Integer, NavigableMap<Integer, Stretch>> lines = new TreeMap<>();

  /**
   * @param file the name of both the generated text and the rule file
   */
  PositionMap(String file) {
    this.file = file;
  }

  void add(int line, int column, SourceRange rule, boolean copied) {
    lines.computeIfAbsent(line, l -> new TreeMap<>()).put(column, new Stretch(rule, copied));
  }

  SourceRange map(SourceRange range) {
    if (!range.file().equals(file)) {
      return range;
    }
    SourceRange start = point(range.line(), range.column());
    SourceRange end = point(range.endLine(), range.endColumn());
    boolean ordered = start.compareTo(end) <= 0;
    return ordered
        ? new SourceRange(file, start.line(), start.column(), end.endLine(), end.endColumn())
        : start;
  }

  private SourceRange point(int line, int column) {
    NavigableMap<Integer, Stretch> stretches = lines.get(line);
    Map.@Nullable Entry<Integer, Stretch> found =
        stretches == null ? null : stretches.floorEntry(column);
    if (found == null) {
      return new SourceRange(file, 1, 1, 1, 1);
    }
    SourceRange rule = found.getValue().rule;
    if (!found.getValue().copied) {
      return rule;
    }
    int moved = rule.column() + column - found.getKey();
    return new SourceRange(file, rule.line(), moved, rule.line(), moved);
  }

  Origin map(Origin origin) {
    Origin.@Nullable Branch branch = origin.branch();
    List<MacroExpansion> expansions =
        origin.expansions().stream()
            .map(e -> new MacroExpansion(e.name(), map(e.definition())))
            .toList();
    return new Origin(
        origin.kind(),
        map(origin.range()),
        expansions,
        branch == null
            ? null
            : new Origin.Branch(branch.keyword(), map(branch.keywordRange()), branch.value()));
  }

  Message map(Message message) {
    List<Message.Note> notes =
        message.notes().stream().map(n -> new Message.Note(map(n.range()), n.sentence())).toList();
    return new Message(
        message.severity(), map(message.range()), message.sentence(), notes, message.help());
  }
}

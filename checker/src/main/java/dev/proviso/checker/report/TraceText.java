// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.report.TraceOutline.Effect;
import dev.proviso.checker.report.TraceOutline.Enter;
import dev.proviso.checker.report.TraceOutline.Item;
import dev.proviso.checker.report.TraceOutline.Owner;
import dev.proviso.checker.report.TraceOutline.Step;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An outline as annotated source: the place on the left, the line as it stands in the file, and as
 * comments which way a condition went, what changed, and the state of the rule.
 */
public final class TraceText {
  private final Sources sources;

  public TraceText(Sources sources) {
    this.sources = sources;
  }

  /** The whole defect: where it is, how the program gets there, and the rule's line. */
  public String print(TraceOutline outline, String rule) {
    int width = outline.items().stream().mapToInt(i -> gutter(i).length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    out.append(outline.place()).append(": error: ").append(outline.message());
    out.append(" [").append(rule).append("]\n");
    out.append(new MessageText(sources).excerpt(outline.place()));
    out.append("  how it gets there:\n");
    for (Item item : outline.items()) {
      switch (item) {
        case Enter enter -> enter(out, enter, width);
        case Step step -> step(out, step, width);
      }
    }
    out.append(" ".repeat(width + 2)).append("| abort \"").append(outline.message()).append("\"\n");
    out.append(place(outline.abort())).append(": note: the rule says so here\n");
    out.append(new MessageText(sources).excerpt(outline.abort()));
    return out.toString();
  }

  private void enter(StringBuilder out, Enter enter, int width) {
    String arguments =
        enter.arguments().stream()
            .map(e -> e.object() + " = " + e.value())
            .collect(Collectors.joining(", "));
    if (enter.fromPlatform()) {
      row(out, "", width, enter.depth(), "// the system calls " + enter.procedure());
    }
    row(out, gutter(enter), width, enter.depth(), enter.procedure() + "(" + arguments + ")");
  }

  private void step(StringBuilder out, Step step, int width) {
    String text = sources.line(step.range()).map(l -> MessageText.expand(l).strip()).orElse("");
    boolean endOfFunction =
        text.equals("}")
            && step.branch() == null
            && step.effects().isEmpty()
            && step.notes().isEmpty();
    if (endOfFunction) {
      return;
    }
    String branch =
        step.branch() == null ? "" : "   // " + way(step.branch().keyword(), step.branch().value());
    if (!step.continued()) {
      row(out, gutter(step), width, step.depth(), text + branch);
    } else if (!branch.isEmpty()) {
      row(out, gutter(step), width, step.depth(), "..." + branch);
    }
    effects(out, step.effects(), width, step.depth() + 1);
    for (String note : step.notes()) {
      row(out, "", width, step.depth() + 1, "// note: " + note);
    }
  }

  private static String way(String keyword, String value) {
    return keyword.equals("switch")
        ? (value.equals("default") ? "default" : "case " + value)
        : value;
  }

  private static void effects(StringBuilder out, List<Effect> effects, int width, int depth) {
    for (Effect effect : effects) {
      String owner =
          switch (effect.owner()) {
            case RULE -> "rule: ";
            case PLATFORM -> "system: ";
            case PROGRAM -> "";
          };
      String before =
          effect.before() == null || effect.owner() == Owner.PROGRAM
              ? ""
              : "  (was " + effect.before() + ")";
      row(out, "", width, depth, "// " + owner + effect.object() + " = " + effect.value() + before);
    }
  }

  private static void row(StringBuilder out, String gutter, int width, int depth, String text) {
    String indented = "  ".repeat(depth) + text;
    out.append("  ").append(gutter).append(" ".repeat(width - gutter.length())).append("| ");
    out.append(indented).append('\n');
  }

  private static String gutter(Item item) {
    SourceRange range =
        switch (item) {
          case Enter e -> e.range();
          case Step s -> s.range();
        };
    return shortFile(range.file()) + ":" + range.line() + " ";
  }

  private static String place(SourceRange range) {
    return range.toString();
  }

  private static String shortFile(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanPrinter;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.bp.BooleanTrace;
import dev.proviso.checker.bp.BooleanTrace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The trace of a boolean program as text: a line for each step that does something, calls indented,
 * and the values that changed. Of long ones, the middle is left out.
 */
public final class BooleanTraceText {
  private static final int AT_THE_START = 60;
  private static final int AT_THE_END = 140;
  private static final int VALUES = 60;
  private static final int DEEPEST = 20;

  private BooleanTraceText() {}

  public static String print(BooleanTrace trace) {
    List<String> lines = new ArrayList<>();
    for (Step step : trace.steps()) {
      if (isTold(step)) {
        lines.add(line(step));
      }
    }
    if (lines.size() > AT_THE_START + AT_THE_END) {
      int left = lines.size() - AT_THE_START - AT_THE_END;
      List<String> shown = new ArrayList<>(lines.subList(0, AT_THE_START));
      shown.add("  … " + left + " steps are left out here; --json FILE writes all");
      shown.addAll(lines.subList(lines.size() - AT_THE_END, lines.size()));
      lines = shown;
    }
    return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
  }

  private static boolean isTold(Step step) {
    return step.kind() != BooleanTrace.Kind.STATEMENT
        || !(step.statement() instanceof BooleanStatement.Skip
            || step.statement() instanceof BooleanStatement.Goto);
  }

  private static String line(Step step) {
    String text = "%s: %s%s: ".formatted(step.place(), indent(step.depth()), step.procedure());
    return text
        + what(step)
        + (step.changed().isEmpty() ? "" : "  [" + values(step.changed()) + "]");
  }

  private static String indent(int depth) {
    return depth > DEEPEST ? "  ".repeat(DEEPEST) + "(" + depth + " deep) " : "  ".repeat(depth);
  }

  private static String what(Step step) {
    String statement = BooleanPrinter.print(step.statement());
    return switch (step.kind()) {
      case START -> "start";
      case STATEMENT -> statement;
      case ENTER -> "call " + statement;
      case LEAVE -> "back from " + statement;
      case CALL -> statement + " returns (what it does is left out: the trace would be too long)";
      case ERROR ->
          step.statement() instanceof BooleanStatement.Assert
                  || step.statement() instanceof BooleanStatement.AbortIf
              ? statement + " FAILS"
              : "REACHED: " + statement;
    };
  }

  private static String values(SequencedMap<String, Boolean> values) {
    String text =
        values.entrySet().stream()
            .limit(VALUES)
            .map(
                e ->
                    BooleanPrinter.print(new BooleanExpr.Variable(e.getKey()))
                        + " = "
                        + (e.getValue() ? "T" : "F"))
            .collect(Collectors.joining(", "));
    return values.size() > VALUES ? text + ", … " + (values.size() - VALUES) + " more" : text;
  }
}

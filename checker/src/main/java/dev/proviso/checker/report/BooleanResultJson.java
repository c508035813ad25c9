// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.abstraction.boolprog.BooleanPrinter;
import dev.proviso.checker.bp.BooleanTrace;
import dev.proviso.checker.bp.BooleanVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SequencedMap;

/** What was found of a boolean program, as JSON. */
public final class BooleanResultJson {
  private static final int FORMAT = 1;

  private BooleanResultJson() {}

  /** The verdict's name. */
  public static String word(BooleanVerdict verdict) {
    return switch (verdict) {
      case BooleanVerdict.Holds v -> "HOLDS";
      case BooleanVerdict.NotApplicable v -> "NOT APPLICABLE";
      case BooleanVerdict.Violated v -> "VIOLATED";
      case BooleanVerdict.Unknown v -> "UNKNOWN";
    };
  }

  public static String print(
      String version,
      String file,
      String question,
      BooleanVerdict verdict,
      SequencedMap<String, Long> figures) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT);
    root.put("proviso", version);
    root.put("file", file);
    root.put("question", question);
    root.put("verdict", word(verdict));
    switch (verdict) {
      case BooleanVerdict.Holds v -> {}
      case BooleanVerdict.NotApplicable v -> root.put("reason", v.why());
      case BooleanVerdict.Unknown v -> root.put("reason", v.reason());
      case BooleanVerdict.Violated v -> {
        root.put("confirmed", v.confirmed());
        ArrayNode steps = root.putArray("trace");
        v.trace().steps().forEach(s -> step(s, steps.addObject()));
      }
    }
    ObjectNode statistics = root.putObject("statistics");
    figures.forEach(statistics::put);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void step(BooleanTrace.Step step, ObjectNode node) {
    node.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    node.put("procedure", step.procedure());
    node.put("depth", step.depth());
    node.put("line", step.place().line());
    node.put("column", step.place().column());
    node.put("statement", BooleanPrinter.print(step.statement()));
    if (!step.changed().isEmpty()) {
      ObjectNode values = node.putObject("values");
      step.changed().forEach(values::put);
    }
  }
}

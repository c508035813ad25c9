// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.checker.report.TraceOutline.Effect;
import dev.proviso.checker.report.TraceOutline.Enter;
import dev.proviso.checker.report.TraceOutline.Item;
import dev.proviso.checker.report.TraceOutline.Step;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Results as JSON; {@code docs/trace.schema.json} describes the form. */
public final class ResultJson {
  /** The version of the form: it grows when a reader of the old one would go wrong. */
  public static final int FORMAT = 1;

  private final Sources sources;
  private final JsonNodeFactory json = JsonNodeFactory.instance;

  public ResultJson(Sources sources) {
    this.sources = sources;
  }

  /**
   * All results of a run.
   *
   * @param version Proviso's
   * @param outline gives the outline of a result that has a trace
   */
  public String print(
      String version,
      List<CheckResult> results,
      Function<CheckResult, @Nullable TraceOutline> outline) {
    ObjectNode root = json.objectNode();
    root.put("format", FORMAT);
    root.putObject("tool").put("name", "proviso").put("version", version);
    ArrayNode list = root.putArray("results");
    results.forEach(r -> list.add(result(r, outline.apply(r))));
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root)
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode result(CheckResult result, @Nullable TraceOutline outline) {
    ObjectNode node = json.objectNode();
    node.put("rule", result.rule()).put("verdict", VerdictLine.word(result.verdict()));
    VerdictLine.evidence(result.verdict())
        .ifPresent(e -> node.put("confirmed", e == Evidence.CONFIRMED));
    switch (result.verdict()) {
      case Verdict.Holds v -> v.assumptions().forEach(node.putArray("assumptions")::add);
      case Verdict.NotApplicable v -> node.put("reason", v.why());
      case Verdict.Unknown v -> {
        node.put("reason", v.reason());
        ArrayNode details = node.putArray("details");
        v.details().forEach(m -> details.add(message(m)));
      }
      case Verdict.Violated v -> {
        if (outline != null) {
          node.set("trace", trace(outline));
        }
      }
    }
    ObjectNode statistics = node.putObject("statistics");
    result.statistics().forEach(statistics::put);
    return node;
  }

  private ObjectNode message(Message message) {
    ObjectNode node = json.objectNode();
    node.put("kind", message.severity().name().toLowerCase(Locale.ROOT))
        .put("text", message.sentence());
    node.set("range", range(message.range()));
    message.help().forEach(node.putArray("help")::add);
    return node;
  }

  private ObjectNode trace(TraceOutline outline) {
    ObjectNode node = json.objectNode();
    node.put("message", outline.message()).put("rawSteps", outline.rawSteps());
    node.set("place", range(outline.place()));
    node.set("abort", range(outline.abort()));
    ArrayNode steps = node.putArray("steps");
    for (Item item : outline.items()) {
      steps.add(
          switch (item) {
            case Enter enter -> enter(enter);
            case Step step -> step(step);
          });
    }
    return node;
  }

  private ObjectNode enter(Enter enter) {
    ObjectNode node = json.objectNode();
    node.put("kind", "enter").put("depth", enter.depth()).put("procedure", enter.procedure());
    node.put("calledBy", enter.fromPlatform() ? "system" : "program");
    node.set("range", range(enter.range()));
    node.set("changes", effects(enter.arguments()));
    return node;
  }

  private ObjectNode step(Step step) {
    ObjectNode node = json.objectNode();
    node.put("kind", "step").put("depth", step.depth()).put("procedure", step.procedure());
    node.put("owner", step.kind().name().toLowerCase(Locale.ROOT));
    node.set("range", range(step.range()));
    node.put("source", sources.line(step.range()).orElse("").strip());
    if (step.branch() != null) {
      node.putObject("branch")
          .put("keyword", step.branch().keyword())
          .put("value", step.branch().value());
    }
    node.put("continued", step.continued());
    node.set("changes", effects(step.effects()));
    ObjectNode state = node.putObject("ruleState");
    step.ruleState().forEach(state::put);
    step.notes().forEach(node.putArray("notes")::add);
    return node;
  }

  private ArrayNode effects(List<Effect> effects) {
    ArrayNode list = json.arrayNode();
    for (Effect effect : effects) {
      ObjectNode node = list.addObject();
      node.put("owner", effect.owner().name().toLowerCase(Locale.ROOT))
          .put("object", effect.object());
      if (effect.before() != null) {
        node.put("before", effect.before());
      }
      node.put("value", effect.value());
    }
    return list;
  }

  private ObjectNode range(SourceRange range) {
    ObjectNode node = json.objectNode();
    node.put("file", range.file()).put("line", range.line()).put("column", range.column());
    return node.put("endLine", range.endLine()).put("endColumn", range.endColumn());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  private final SampleTrace sample = new SampleTrace();
  private final JsonNode schema;

  ResultJsonTest() throws Exception {
    schema = new ObjectMapper().readTree(Path.of("../docs/trace.schema.json").toFile());
  }

  @Test
  void everyVerdictFollowsTheSchema() throws Exception {
    Trace trace = sample.trace();
    Message stuck =
        Message.warning(
            new SourceRange("a.c", 3, 1, 3, 9), "this loop was not decided", "raise --time-limit");
    JsonNode root =
        print(
            List.of(
                new Verdict.Violated(trace, Evidence.CONFIRMED),
                new Verdict.Holds(List.of("no interrupts"), Evidence.UNCONFIRMED),
                new Verdict.NotApplicable("it takes no lock"),
                new Verdict.Unknown("time limit", List.of(stuck))),
            trace);
    checkAgainst(root, schema, "$");
    JsonNode steps = root.at("/results/0/trace/steps");
    assertThat(steps).hasSize(7);
    assertThat(steps.at("/2/branch/value").asText()).isEqualTo("true");
    assertThat(steps.at("/3/ruleState/s").asText()).isEqualTo("held");
    assertThat(steps.at("/3/source").asText()).isEqualTo("Take(&lock);");
    assertThat(root.at("/results/3/details/0/help/0").asText()).isEqualTo("raise --time-limit");
  }

  private JsonNode print(List<Verdict> verdicts, Trace trace) throws Exception {
    List<CheckResult> results =
        verdicts.stream()
            .map(v -> new CheckResult("Lock", v, new LinkedHashMap<>(Map.of("iterations", 3L))))
            .toList();
    String text =
        new ResultJson(SampleTrace.sources())
            .print(
                "0",
                results,
                r ->
                    r.verdict() instanceof Verdict.Violated
                        ? Outliner.outline(trace, sample.woven(), SampleTrace.sources())
                        : null);
    return new ObjectMapper().readTree(text);
  }

  /** As much of JSON Schema as ours uses. */
  private void checkAgainst(JsonNode value, JsonNode form, String path) {
    if (form.has("$ref")) {
      checkAgainst(value, schema.at(form.get("$ref").asText().substring(1)), path);
    }
    if (form.has("const")) {
      assertThat(value).as(path).isEqualTo(form.get("const"));
    }
    if (form.has("enum")) {
      assertThat(form.get("enum")).as(path).contains(value);
    }
    if (form.has("oneOf")) {
      String kind = value.get("kind").asText();
      checkAgainst(value, schema.at("/$defs/" + kind), path);
    }
    form.path("required")
        .forEach(name -> assertThat(value.has(name.asText())).as(path + " needs " + name).isTrue());
    if (form.has("items")) {
      value.forEach(item -> checkAgainst(item, form.get("items"), path + "[]"));
    }
    if (form.has("properties")) {
      boolean closed = form.path("additionalProperties").isBoolean();
      value
          .fieldNames()
          .forEachRemaining(
              name -> {
                assertThat(!closed || form.get("properties").has(name))
                    .as(path + " knows " + name)
                    .isTrue();
                checkAgainst(value.get(name), form.get("properties").path(name), path + "." + name);
              });
    }
    switch (form.path("type").asText()) {
      case "string" -> assertThat(value.isTextual()).as(path).isTrue();
      case "integer" -> assertThat(value.isIntegralNumber()).as(path).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(path).isTrue();
      case "array" -> assertThat(value.isArray()).as(path).isTrue();
      case "object" -> assertThat(value.isObject()).as(path).isTrue();
      default -> assertThat(form.path("type").isMissingNode()).as(path).isTrue();
    }
  }
}

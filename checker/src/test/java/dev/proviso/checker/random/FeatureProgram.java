// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A small C program made from a seed, in the style of real ones: a few {@link Features}, helper
 * functions, and a main that uses them once, or that serves events for ever.
 */
final class FeatureProgram implements Template.Words {
  /** Deeper statements are assignments. */
  private static final int MAX_DEPTH = 3;

  /** What counts up or down without an end, and makes the states of a server too many. */
  private static final List<String> COUNTERS =
      List.of(
          "x",
          "y",
          "holds",
          "moves",
          "flips",
          "deepest",
          "resources",
          "device.uses",
          "cell0",
          "cell1",
          "o1.in.a",
          "o2.in.a");

  private final Random random;
  private final Template template;
  private final List<Feature> features = new ArrayList<>();
  private final List<String> statements = new ArrayList<>(Features.STATEMENTS);
  private final List<String> values = new ArrayList<>();
  private final List<String> globals = List.of("x", "y");
  private List<String> variables = new ArrayList<>(globals);
  private int depth;
  private int budget;
  private int probes;

  private FeatureProgram(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    template = new Template(random, this);
  }

  static RandomSource of(long seed) {
    return new FeatureProgram(seed).program();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private RandomSource program() {
    boolean serves = chance(35);
    List<Feature> fit = Features.ALL.stream().filter(f -> !serves || !f.state().isEmpty()).toList();
    Set<Feature> chosen = new LinkedHashSet<>();
    for (int n = 1 + random.nextInt(serves ? 2 : 3); n > 0; n--) {
      chosen.add(template.pick(fit));
    }
    features.addAll(chosen);
    StringBuilder out =
        new StringBuilder("#include <stdlib.h>\n#include <string.h>\n" + RandomSource.OPEN + "\n");
    out.append(template.fill("static int x = $N, y;\n"));
    for (Feature feature : features) {
      out.append(template.fill(feature.declarations()));
    }
    for (Feature feature : features) {
      values.addAll(feature.values());
      for (int i = 0; i < 2; i++) {
        statements.addAll(feature.statements());
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      out.append(helper("helper" + i));
    }
    List<String> state = new ArrayList<>(globals);
    features.forEach(f -> state.addAll(f.state()));
    out.append(serves ? server(state) : straight());
    return new RandomSource(out.toString(), serves ? state : List.of());
  }

  private String helper(String name) {
    variables = new ArrayList<>(globals);
    variables.addAll(List.of("p", "v"));
    String text = "static int " + name + "(int p, int *q) {\n  int v = " + value() + ";\n";
    text += body(1 + random.nextInt(2));
    if (chance(50)) {
      text += "  if (" + condition() + ") return " + value() + ";\n";
    }
    text += "  *q " + template.pick(List.of("=", "+=")) + " " + value() + ";\n";
    text += body(random.nextInt(2)) + "  return " + value() + ";\n}\n";
    statements.add("$L = " + name + "($V, &$L);");
    statements.add("if (" + name + "($Q, &$L)) $S");
    statements.add("$L = " + name + "($Q, &$G);");
    variables = new ArrayList<>(globals);
    return text;
  }

  private String body(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      budget = 6;
      text.append("  ").append(statement()).append('\n');
    }
    return text.toString();
  }

  private String straight() {
    variables.addAll(List.of("a", "b"));
    String text = "int main(void) {\n  int a = " + choice() + ", b = 0;\n";
    text += body(3 + random.nextInt(5));
    return text + "  " + probe() + "\n  return 0;\n}\n";
  }

  /** Between two events nothing is remembered but what the globals hold. */
  private String server(List<String> state) {
    StringBuilder text =
        new StringBuilder("int main(void) {\n" + body(random.nextInt(2)) + "  while (CHOOSE2) {\n");
    text.append("    " + RandomSource.HEAD + "\n    switch (CHOOSE4) {\n");
    for (int i = 0; i < 4; i++) {
      text.append("    ").append(i < 3 ? "case " + i : "default").append(":\n");
      text.append(body(1 + random.nextInt(2))).append("    break;\n");
    }
    text.append("    }\n");
    if (chance(60)) {
      text.append("    ").append(probe()).append('\n');
    }
    if (chance(75)) {
      for (String counter : COUNTERS) {
        if (state.contains(counter)) {
          text.append("    if (C < 0 || C > 2) C = 0;\n".replace("C", counter));
        }
      }
    }
    return text + "  }\n" + body(random.nextInt(2)) + "  " + probe() + "\n  return 0;\n}\n";
  }

  private String probe() {
    probes++;
    return "PROBE(" + value() + ");";
  }

  // The words of templates

  @Override
  public String statement() {
    depth++;
    budget--;
    String text;
    if (depth > MAX_DEPTH || budget < 0) {
      text = template.fill(template.pick(Features.STATEMENTS.subList(0, 5)));
    } else if (probes < 2 && chance(4)) {
      text = probe();
    } else {
      text = template.fill(template.pick(statements));
    }
    depth--;
    return "{ " + text + " }";
  }

  @Override
  public String value() {
    return switch (random.nextInt(values.isEmpty() ? 7 : 11)) {
      case 0, 1, 2 -> template.pick(variables);
      case 3 -> String.valueOf(random.nextInt(5) - 1);
      case 4 -> template.fill("($L @[+|-|^|&] $N)");
      case 5 -> template.fill("($L @[<|==|!=|>=] $N)");
      case 6 -> template.fill("(@[-|~|!]$L)");
      case 7 -> template.fill("(" + template.pick(values) + " @[+|*|-] $L)");
      default -> template.fill(template.pick(values));
    };
  }

  @Override
  public String condition() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> "CHOOSE2";
      case 2 -> value();
      case 3 -> "!" + value();
      case 4 -> value() + " && " + value();
      default ->
          value()
              + template.fill(" @[==|!=|<|>|<=] ")
              + (chance(60) ? template.fill("$N") : value());
    };
  }

  @Override
  public String variable() {
    return template.pick(variables);
  }

  @Override
  public String global() {
    return template.pick(globals);
  }

  @Override
  public String choice() {
    return "CHOOSE" + (2 + random.nextInt(3));
  }
}

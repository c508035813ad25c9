// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Writes a small program with every construct, calls of anything by anything, and a label. */
final class RandomBooleanProgram {
  static final String LABEL = "HERE";

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<String> globals = new ArrayList<>();
  private final List<Head> heads = new ArrayList<>();
  private final List<String> visible = new ArrayList<>();
  private Head current = new Head("", 0, 0);
  private int labels;
  private int jumps;

  private record Head(String name, int parameters, int results) {}

  RandomBooleanProgram(long seed) {
    random = new Random(seed);
  }

  String write() {
    names("g", 1 + random.nextInt(3), globals);
    int procedures = 1 + random.nextInt(4);
    heads.add(new Head("main", random.nextInt(2), random.nextInt(2)));
    for (int i = 1; i < procedures; i++) {
      heads.add(new Head("f" + i, random.nextInt(3), random.nextInt(3)));
    }
    out.append("decl ").append(String.join(", ", globals)).append(";\n");
    heads.forEach(this::procedure);
    return out.toString();
  }

  private static void names(String prefix, int count, List<String> names) {
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
  }

  private void procedure(Head head) {
    current = head;
    visible.clear();
    visible.addAll(globals);
    List<String> parameters = new ArrayList<>();
    names("p", head.parameters(), parameters);
    visible.addAll(parameters);
    out.append(head.results() == 0 ? "void" : "bool<" + head.results() + ">");
    out.append(' ').append(head.name()).append('(').append(String.join(", ", parameters));
    out.append(") begin\n");
    List<String> locals = new ArrayList<>();
    names("l", random.nextInt(3), locals);
    visible.addAll(locals);
    if (!locals.isEmpty()) {
      out.append("decl ").append(String.join(", ", locals)).append(";\n");
    }
    if (random.nextInt(8) == 0) {
      out.append("enforce ").append(expr(2)).append(";\n");
    }
    labels = 0;
    jumps = 2 + random.nextInt(2);
    statements(3 + random.nextInt(4), 2);
    while (labels < jumps) {
      out.append("L").append(labels++).append(": ");
      simple();
      out.append(";\n");
    }
    out.append("end\n");
  }

  private void statements(int count, int depth) {
    for (int i = 0; i < count; i++) {
      if (labels < jumps && random.nextInt(5) == 0) {
        out.append("L").append(labels++).append(":\n");
      }
      if (random.nextInt(25) == 0) {
        out.append(LABEL).append(":\n");
      }
      statement(depth);
    }
  }

  private void statement(int depth) {
    switch (depth > 0 ? random.nextInt(8) : 7) {
      case 0 -> {
        out.append("if ").append(expr(2)).append(" then\n");
        statements(1 + random.nextInt(2), depth - 1);
        if (random.nextBoolean()) {
          out.append("elsif ").append(expr(1)).append(" then\n");
          statements(1, depth - 1);
        }
        if (random.nextBoolean()) {
          out.append("else\n");
          statements(1, depth - 1);
        }
        out.append("fi\n");
      }
      case 1 -> {
        out.append("while ").append(expr(2)).append(" do\n");
        statements(1 + random.nextInt(2), depth - 1);
        out.append("od;\n");
      }
      default -> {
        simple();
        out.append(";\n");
      }
    }
  }

  private void simple() {
    switch (random.nextInt(20)) {
      case 0 -> out.append("skip");
      case 1 -> out.append("assume(").append(expr(2)).append(")");
      case 2 -> out.append("assert(").append(expr(1)).append(" | ").append(expr(2)).append(")");
      case 3 ->
          out.append(
              random.nextInt(3) == 0
                  ? "abortif(F & *)"
                  : "abortif(" + expr(0) + " & " + expr(1) + ")");
      case 4 -> out.append("dead ").append(any());
      case 5, 6 ->
          out.append("goto L")
              .append(random.nextInt(jumps))
              .append(", L")
              .append(random.nextInt(jumps));
      case 7 ->
          out.append("return").append(current.results() == 0 ? "" : " " + exprs(current.results()));
      case 8, 9, 10, 11, 12 -> call();
      default -> assign();
    }
  }

  private String any() {
    return visible.get(random.nextInt(visible.size()));
  }

  private String exprs(int count) {
    StringJoiner joiner = new StringJoiner(", ");
    for (int i = 0; i < count; i++) {
      joiner.add(expr(1));
    }
    return joiner.toString();
  }

  private List<String> targets(int count) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String target = any();
      result.add(result.contains(target) || random.nextInt(6) == 0 ? "_" : target);
    }
    return result;
  }

  private void call() {
    Head head = heads.get(random.nextInt(heads.size()));
    if (head.results() > 0 && random.nextInt(5) > 0) {
      out.append(String.join(", ", targets(head.results()))).append(" := ");
    }
    out.append(head.name()).append('(').append(exprs(head.parameters())).append(')');
  }

  private void assign() {
    List<String> targets = targets(1 + random.nextInt(2));
    out.append(String.join(", ", targets)).append(" := ").append(exprs(targets.size()));
    if (random.nextInt(4) == 0) {
      out.append(" constrain (")
          .append(next())
          .append(pick(" = ", " | ", " != "))
          .append(next())
          .append(")");
    }
  }

  private String next() {
    return (random.nextBoolean() ? "'" : "") + any();
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String expr(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return switch (random.nextInt(9)) {
        case 0 -> "*";
        case 1 -> pick("T", "F", "1", "0");
        case 2, 3 -> "!" + any();
        default -> any();
      };
    }
    return switch (random.nextInt(8)) {
      case 0 -> "!(" + expr(depth - 1) + ")";
      case 1 -> "schoose[" + expr(depth - 1) + ", " + expr(depth - 1) + "]";
      case 2 -> "(" + expr(depth - 1) + pick(" => ", " ^ ") + expr(depth - 1) + ")";
      case 3, 4 -> "(" + expr(depth - 1) + pick(" = ", " != ") + expr(depth - 1) + ")";
      default -> "(" + expr(depth - 1) + pick(" & ", " | ") + expr(depth - 1) + ")";
    };
  }
}

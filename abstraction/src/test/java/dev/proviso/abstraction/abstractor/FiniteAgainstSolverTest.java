// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.value.FiniteRelations;
import dev.proviso.frontend.source.InputException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What finite-valued variables do by the solver's word must be among what {@link FiniteRelations}
 * says: it may have more, but nothing may be missing.
 */
class FiniteAgainstSolverTest {
  private static final long SEED = 20_261_129;
  private static final int PROGRAMS = 25;

  private final StringBuilder text = new StringBuilder();
  private Random random = new Random(SEED);

  @Test
  void nothingThatTheProgramDoesIsMissing() throws InputException {
    System.out.println("seed " + SEED);
    int transitions = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      random = new Random(SEED + i);
      String program = program();
      transitions += check(program);
    }
    // A program of which nothing was tracked would be no test.
    assertThat(transitions).isGreaterThan(PROGRAMS);
  }

  private static int check(String program) throws InputException {
    try (FiniteAgainstSolver check = new FiniteAgainstSolver(program)) {
      Precision precision = check.nothing();
      for (var global : check.program.globals()) {
        precision = check.classes.classOf(global).map(precision::with).orElse(precision);
      }
      return check.check(precision, 26).values().stream().mapToInt(n -> n).sum();
    }
  }

  private String program() {
    text.setLength(0);
    text.append("int nondet(void);\nint g; unsigned char h = 3; struct s { int m; _Bool b; } r;\n");
    // Each of them may hold anything somewhere.
    text.append("int loops(int p, int q) { int t = p; while (nondet()) { ");
    statements(2, "pqtghrm".toCharArray());
    text.append("} return t; }\n");
    text.append("int folds(int p, int q) { int t = q; ");
    statements(3, "pqtghrm".toCharArray());
    text.append("return p; }\n");
    text.append("int main(void) { int p = nondet(), q = nondet(), t = 0; ");
    text.append("g = nondet(); h = nondet(); r.m = nondet(); r.b = nondet();\n");
    statements(5, "pqtghrm".toCharArray());
    text.append("t = loops(p, 2); q = folds(t, g); ");
    statements(3, "pqtghrm".toCharArray());
    return text.append("return 0; }\n").toString();
  }

  private void statements(int count, char[] names) {
    for (int i = 0; i < count; i++) {
      statement(names, 2);
    }
  }

  private static String place(char name) {
    return name == 'r' ? "r.b" : name == 'm' ? "r.m" : String.valueOf(name);
  }

  private String place(char[] names) {
    return place(names[random.nextInt(names.length)]);
  }

  private void statement(char[] names, int depth) {
    int kind = random.nextInt(depth > 0 ? 8 : 5);
    switch (kind) {
      case 0, 1 -> text.append(place(names)).append(" = ").append(constant()).append("; ");
      case 2, 3 -> text.append(place(names)).append(" = ").append(place(names)).append("; ");
      case 4 -> text.append(place(names)).append(" = ").append(value(names)).append(";\n");
      case 5 -> {
        text.append("switch (").append(place(names)).append(") { case 0: ");
        statement(names, depth - 1);
        text.append("break; case 3: ");
        statement(names, depth - 1);
        text.append("default: ; }\n");
      }
      default -> {
        text.append("if (").append(condition(names)).append(") { ");
        statement(names, depth - 1);
        text.append("} else { ");
        statement(names, depth - 1);
        text.append("}\n");
      }
    }
  }

  private String constant() {
    return List.of("0", "1", "3", "-1", "255").get(random.nextInt(5));
  }

  private String value(char[] names) {
    String a = place(names);
    String b = place(names);
    return switch (random.nextInt(9)) {
      case 0 -> a + " + 1";
      case 1 -> a + " - " + b;
      case 2 -> a + " & 3";
      case 3 -> "!" + a;
      case 4 -> a + " ? " + b + " : 1";
      case 5 -> "(signed char)" + a;
      case 6 -> a + " < " + b;
      case 7 -> "~" + a;
      default -> a + " * 3";
    };
  }

  private String condition(char[] names) {
    String a = place(names);
    return switch (random.nextInt(7)) {
      case 0 -> a;
      case 1 -> a + " == " + place(names);
      case 2 -> a + " < 3";
      case 3 -> a + " != 1 && " + place(names) + " == 0";
      case 4 -> "(unsigned)" + a + " <= 3u || !" + place(names);
      case 5 -> "(" + value(names) + ") == 3";
      default -> a + " == " + constant();
    };
  }
}

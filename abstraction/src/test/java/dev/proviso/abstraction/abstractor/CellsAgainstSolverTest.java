// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Cells of memory as finite-valued variables: whatever pointers do to them by the solver's word is
 * among what the relations say that are computed without it.
 */
class CellsAgainstSolverTest {
  private static final long SEED = Long.getLong("proviso.random.seed", 20_261_129);
  private static final int PROGRAMS = Integer.getInteger("proviso.random.cells", 12);

  /** Calls' relations have 26 and more, which take the solver minutes. */
  private static final int MOST_BITS = Integer.getInteger("proviso.random.bits", 18);

  /** Programs whose relations are few and small: two or three ways to cells in each. */
  private static final List<List<String>> WAYS =
      List.of(
          List.of("p->m", "a.m"),
          List.of("p->m", "q->m"),
          List.of("p->m", "g->m"),
          List.of("p->m", "p->n->m"),
          List.of("g->m", "t"),
          List.of("g->n->m"),
          List.of("p->c", "a.c"),
          List.of("a.m", "b.m"),
          List.of("p->m", "p->k"),
          List.of("*z", "a.m"));

  private final StringBuilder text = new StringBuilder();
  private Random random = new Random(SEED);
  private List<String> ways = List.of();

  @Test
  void nothingThatPointersDoIsMissing() throws InputException {
    System.out.println("seed " + SEED);
    Map<Class<? extends Demand>, Integer> found = new HashMap<>();
    for (int i = 0; i < PROGRAMS; i++) {
      random = new Random(SEED + i);
      ways = WAYS.get(i % WAYS.size());
      check(program()).forEach((kind, n) -> found.merge(kind, n, Integer::sum));
    }
    assertThat(found.getOrDefault(Demand.Post.class, 0)).isGreaterThan(PROGRAMS / 2);
  }

  /** Tracks the classes of cells that the program compares, one after the other. */
  private static Map<Class<? extends Demand>, Integer> check(String program) throws InputException {
    Map<Class<? extends Demand>, Integer> found = new HashMap<>();
    try (FiniteAgainstSolver check = new FiniteAgainstSolver(program)) {
      for (ValueClass c : compared(check)) {
        Precision precision = check.nothing().with(c);
        check.check(precision, MOST_BITS).forEach((kind, n) -> found.merge(kind, n, Integer::sum));
      }
    }
    return found;
  }

  private static Set<ValueClass> compared(FiniteAgainstSolver check) {
    Set<ValueClass> result = new LinkedHashSet<>();
    for (Procedure procedure : check.program.procedures().values()) {
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().stream()
            .map(e -> e.statement() instanceof Statement.Assume a ? a.condition() : null)
            .filter(c -> c != null)
            .flatMap(c -> check.classes.telling(c).stream())
            .filter(check.classes::isInMemory)
            .forEach(result::add);
      }
    }
    return result;
  }

  private String program() {
    text.setLength(0);
    text.append(
        """
        int nondet(void); void *malloc(unsigned long); void *memset(void *, int, unsigned long);
        void *memcpy(void *, const void *, unsigned long);
        struct s { int m; struct s *n; unsigned k; signed char c; } a, b;
        struct s *g = &a; int t;
        """);
    text.append("void works(struct s *p, struct s *q, int *z) { while (nondet()) { ");
    statements(3);
    text.append(
        "} }\nstruct s *finds(struct s *p, struct s *q) { int *z = &q->m; while (nondet()) ");
    statement(1);
    text.append("return ").append(pointer()).append("; }\n");
    text.append("void folds(struct s *p) { struct s *q = &b; int *z = &p->m; ");
    statements(2);
    text.append(
        "}\nint main(void) { struct s *p = &a, *q = &b; int *z = &a.m; a.n = &b; b.n = &a;\n");
    statements(3);
    text.append("while (nondet()) { ");
    statements(4);
    text.append("works(").append(pointer()).append(", ").append(pointer()).append(", z);\n");
    text.append("p = finds(").append(pointer()).append(", q); folds(p); }\n");
    statements(2);
    return text.append("return 0; }\n").toString();
  }

  private String way() {
    return ways.get(random.nextInt(ways.size()));
  }

  private String pointer() {
    return List.of("p", "q", "g", "&a", "&b", "p->n").get(random.nextInt(6));
  }

  private String place() {
    return List.of("p", "q", "g", "p->n").get(random.nextInt(4));
  }

  private void statements(int count) {
    for (int i = 0; i < count; i++) {
      statement(2);
    }
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 0 ? 14 : 10)) {
      case 0, 1, 2 -> text.append(way()).append(" = ").append(value()).append("; ");
      case 3 -> text.append(way()).append(" = ").append(way()).append("; ");
      case 4, 5 -> text.append(place()).append(" = ").append(pointer()).append("; ");
      case 6 -> text.append("z = &").append(place()).append("->m; ");
      case 7 ->
          text.append(
              List.of("*p = *q; ", "a = b; ", "*g = a; ", "p->k = 1; ", "*z = 1; ")
                  .get(random.nextInt(5)));
      case 8 ->
          text.append(
              List.of(
                      "memset(p, 0, sizeof *p); ",
                      "memcpy(p, q, sizeof *p); ",
                      "p = malloc(sizeof *p); p->n = q; ",
                      "p = (struct s *)(void *)q; ",
                      "if (p == q) g = p; ")
                  .get(random.nextInt(5)));
      case 9 -> text.append("t = ").append(way()).append("; ");
      default -> {
        text.append("if (").append(way()).append(random.nextBoolean() ? " == " : " != ");
        text.append(random.nextInt(2)).append(") { ");
        statement(depth - 1);
        text.append("} else { ");
        statement(depth - 1);
        text.append("}\n");
      }
    }
  }

  private String value() {
    return List.of("0", "1", "nondet()", way() + " + 1", "!" + way()).get(random.nextInt(5));
  }
}

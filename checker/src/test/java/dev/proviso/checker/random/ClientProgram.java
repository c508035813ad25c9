// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A small C program made from a seed that calls the functions of {@link Api}. */
final class ClientProgram implements Template.Words {
  private static final int MAX_DEPTH = 3;

  private static final String OBJECTS =
      """
      struct lock { int id; };
      static struct lock a = { 1 }, b = { 2 };
      static struct lock *current = &a;
      static int made = 2, x, y;
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "CALL(take)($O);",
          "CALL(take)($O);",
          "CALL(give)($O);",
          "CALL(give)($O);",
          "if (CALL(try_take)($O) @[== 1|!= 0]) $S",
          "if (!CALL(try_take)($O)) { $S } else { $S CALL(give)($O); }",
          "CALL(use)($O, $V);",
          "current = $O;",
          "current = CALL(make)();",
          "{ struct lock *$i = CALL(make)(); if ($i) { CALL(take)($i); $S CALL(give)($i); } }",
          "{ struct lock *$i = $O; CALL(take)($i); if ($C) $S CALL(@[give|take])(@[$i|current]); }",
          "CALL(level)($V);",
          "x = CALL(level)($N) == $N;",
          "CALL(both)($O);",
          "CALL(nest)(@[1|2], $O);",
          "{ void (*$i)(struct lock *) = @[take|give]; if ($C) $i = @[give|take]; VIA($i)($O); }",
          "{ int $i = $C; if ($i) CALL(take)(&a); $S if ($i) CALL(give)(&a); }",
          "@[x|y] = $V;",
          "x++;",
          "@[x|y] = $Q;",
          "if ($C) $S",
          "if ($C) { $S $S } else $S",
          "for (int $i = 0; $i < @[2|3]; $i++) { $S }",
          "{ int $i = $Q; while ($i-- > 0) { $S } }",
          "switch ($Q) { case 0: $S @[break;|] case 1: $S break; default: $S }",
          "if ($C) goto skip$i; $S skip$i: ;");

  private final Random random;
  private final Template template;
  private final Set<Api> defined = EnumSet.of(Api.MAKE, Api.BOTH, Api.NEST, Api.MAIN);
  private int depth;
  private int budget;

  private ClientProgram(Random random) {
    this.random = random;
    template = new Template(random, this);
    for (Api api : List.of(Api.TAKE, Api.GIVE, Api.TRY_TAKE, Api.USE, Api.LEVEL)) {
      if (random.nextBoolean()) {
        defined.add(api);
      }
    }
  }

  /**
   * @param defined the functions that it has itself
   * @param serves whether it goes on for ever, remembering nothing but what {@link #STATE} tells
   */
  record Made(String text, Set<Api> defined, boolean serves) {
    private static final String STATE = "a.id, b.id, ID(current), x, y";

    /** For a check of any rule. */
    String task(long seed) {
      StringBuilder out = new StringBuilder(RandomSource.environment(seed));
      out.append("#define DEF(f) f\n#define CALL(f) f\n#define VIA(p) p\n#define HEAD\n");
      out.append("#include <stdlib.h>\n").append(OBJECTS);
      for (Api api : Api.values()) {
        out.append(api.head(api.function())).append(";\n");
      }
      return out + text;
    }

    /** For {@link Enumeration}: each event is told by a line. */
    String enumerated() {
      StringBuilder out =
          new StringBuilder(
              "int printf(const char *, ...); int fflush(void *);\n#include <stdlib.h>\n");
      out.append(Enumeration.CHOICES);
      out.append("#define DEF(f) body_##f\n#define CALL(f) call_##f\n");
      out.append(
          "#define VIA(p) (p == take ? call_take : call_give)\n#define ID(p) (p ? p->id : 0)\n");
      out.append(
          "#define HEAD printf(\""
              + Enumeration.STATE
              + " %d %d %d %d %d\\n\", "
              + STATE
              + "); fflush(0);\n");
      out.append(OBJECTS);
      for (Api api : Api.values()) {
        out.append(api.telling());
        if (!defined.contains(api)) {
          String value = api.result() == Api.Result.NOTHING ? "" : "return CHOOSE4;";
          out.append(api.head("body_" + api.function())).append(" { ").append(value).append(" }\n");
        }
      }
      return out + text;
    }
  }

  static Made of(Random random) {
    return new ClientProgram(random).program();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Made program() {
    StringBuilder out = new StringBuilder();
    for (Api api : defined) {
      if (api != Api.MAIN) {
        out.append(api.head("DEF(" + api.function() + ")"));
        out.append(" {\n").append(body(api)).append("}\n");
      }
    }
    boolean serves = chance(40);
    out.append(Api.MAIN.head("DEF(main)")).append(" {\n");
    statements(out, serves ? random.nextInt(2) : 3 + random.nextInt(4));
    if (serves) {
      out.append("  while (CHOOSE2) {\n    HEAD\n    switch (CHOOSE4) {\n");
      for (int i = 0; i < 4; i++) {
        out.append("    ").append(i < 3 ? "case " + i : "default").append(":\n");
        statements(out, 1);
        out.append("    break;\n");
      }
      out.append("    }\n    x &= 3; y &= 3;\n  }\n");
      statements(out, random.nextInt(2));
    }
    out.append(template.fill("  return @[0|x|1];\n}\n"));
    return new Made(out.toString(), defined, serves);
  }

  private void statements(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      budget = 5;
      out.append("  ").append(statement()).append('\n');
    }
  }

  private String body(Api api) {
    return switch (api) {
      case TAKE -> template.fill("  @[x = 1;|p1 = 0;|]\n");
      case GIVE -> template.fill("  @[y++;|if (p1 == &b) x = 0;|]\n");
      case TRY_TAKE -> template.fill("  @[x = 2;|]\n  return @[CHOOSE2|CHOOSE3|p1 == &a];\n");
      case USE -> template.fill("  @[y = p2;|]\n  @[CALL(level)(p2);|]\n");
      case MAKE ->
          template.fill(
              "  @[if (CHOOSE2) return @[0|&b];|]\n  struct lock *l = malloc(sizeof *l);\n"
                  + "  l->id = ++made;\n  return l;\n");
      case LEVEL -> template.fill("  @[x = p1;|]\n  return @[x|CHOOSE2|p1 + 1];\n");
      case BOTH ->
          template.fill(
              "  CALL(@[take|give])(p1);\n  if ($C) CALL(use)(p1, $N);\n  CALL(give)(p1);\n");
      case NEST ->
          template.fill(
              "  if (p1 <= 0) return @[0|x];\n  CALL(take)(p2);\n"
                  + "  @[x++;|]\n  int r = CALL(nest)(p1 - 1, p2);\n  @[if ($C) |]CALL(give)(p2);\n  return r;\n");
      case MAIN -> throw new IllegalArgumentException("main");
    };
  }

  // The words of templates

  @Override
  public String statement() {
    depth++;
    budget--;
    String pattern =
        template.pick(depth > MAX_DEPTH || budget < 0 ? STATEMENTS.subList(0, 4) : STATEMENTS);
    String text = template.fill(pattern.replace("$O", object()));
    depth--;
    return "{ " + text + " }";
  }

  private String object() {
    return template.pick(List.of("&a", "&a", "&b", "current", "current"));
  }

  @Override
  public String value() {
    return template.fill(template.pick(List.of("x", "y", "$N", "(x + $N)", "$Q")));
  }

  @Override
  public String condition() {
    return template.fill(
        template.pick(
            List.of(
                "CHOOSE2",
                "CHOOSE2",
                "x @[==|<|!=] $N",
                "y > $N",
                "current",
                "current == &@[a|b]",
                "x == y")));
  }

  @Override
  public String variable() {
    return template.pick(List.of("x", "y"));
  }

  @Override
  public String global() {
    return variable();
  }

  @Override
  public String choice() {
    return "CHOOSE" + (2 + random.nextInt(3));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A C program made from a seed that uses memory in all ways, right and wrong: what was never
 * written, what is outside of its object or was freed, objects of the environment, parts of
 * objects, bytes of them, addresses as numbers. It ends in an abort that some values lead to.
 */
final class RandomMemoryProgram {
  private static final String HEAD =
      """
      void __proviso_abort(const char *message);
      void *__proviso_new(__SIZE_TYPE__ size);
      void *__proviso_new_zeroed(__SIZE_TYPE__ size);
      void __proviso_free(void *object);
      void *__proviso_external(void);
      int __proviso_nondet_int(void);
      unsigned char __proviso_nondet_uchar(void);
      _Bool __proviso_nondet_bool(void);
      void *memcpy(void *to, const void *from, __SIZE_TYPE__ size);
      void *memset(void *to, int value, __SIZE_TYPE__ size);
      struct inner { short low; unsigned char bytes[3]; _Bool flag; };
      struct node { int value; struct inner in; unsigned first : 5, second : 9; struct node *next; int *place; };
      union mixed { unsigned whole; unsigned char part[4]; struct { short a, b; } half; };
      static struct node gn, gm;
      static union mixed gu;
      static int gi, ga[4] = {1, 2, 3, 4};
      static unsigned char gb[5] = "abcd";
      """;

  private final Random random;
  private final StringBuilder out = new StringBuilder(HEAD);
  private List<String> ints = new ArrayList<>();
  private List<String> nodes = new ArrayList<>();
  private List<String> places = new ArrayList<>();
  private int names;
  private int nesting;

  private RandomMemoryProgram(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
  }

  static String text(long seed) {
    return new RandomMemoryProgram(seed).program();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String name(String kind) {
    return kind + names++;
  }

  private void line(String text) {
    out.append("  ".repeat(1 + nesting)).append(text).append('\n');
  }

  private String program() {
    globals();
    procedure("static int call(struct node *n, int *p, int x, struct inner s)", 4, false);
    globals();
    procedure("int main(void)", 9, true);
    return out.toString();
  }

  private void globals() {
    ints =
        new ArrayList<>(
            List.of("gi", "gn.value", "gm.in.low", "gu.whole", "gu.part[1]", "gu.half.b", "ga[2]"));
    ints.addAll(List.of("gb[1]", "gn.first", "gm.second", "gn.in.flag", "gm.in.bytes[2]"));
    nodes = new ArrayList<>(List.of("&gn", "&gm"));
    places = new ArrayList<>(List.of("&gi", "&ga[1]", "&gn.value"));
  }

  private void procedure(String head, int statements, boolean isMain) {
    out.append(head).append(" {\n");
    if (isMain) {
      line("struct inner s = {1, {2, 3, 4}, 1};");
    } else {
      nodes.add("n");
      places.addAll(List.of("p", "&x"));
      ints.add("x");
    }
    ints.addAll(List.of("s.low", "s.bytes[1]", "s.flag"));
    declarations();
    for (int i = 0; i < statements; i++) {
      statement(isMain);
    }
    line(isMain ? goal() : "return " + value(2) + ";");
    out.append("}\n");
  }

  private void declarations() {
    for (int i = 0; i < 5; i++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          String x = name("x");
          line("int " + x + (chance(50) ? " = " + value(1) : "") + ";");
          ints.add(x);
          if (chance(50)) {
            places.add("&" + x);
          }
        }
        case 2 -> {
          String n = name("n");
          line("struct node " + n + (chance(30) ? " = {0}" : "") + ";");
          ints.addAll(List.of(n + ".value", n + ".in.low", n + ".second"));
          nodes.add("&" + n);
        }
        case 3 -> {
          String e = name("e");
          line("struct node *" + e + " = (struct node *)__proviso_external();");
          line("if (!" + e + ") return 0;");
          nodes.add(e);
        }
        case 4 -> {
          String h = name("h");
          String how = chance(50) ? "new" : "new_zeroed";
          line("struct node *" + h + " = __proviso_" + how + "(sizeof(struct node));");
          nodes.add(h);
        }
        case 5 -> {
          String a = name("a");
          line("int " + a + "[" + (chance(30) ? 40 : 3) + "];");
          ints.add(a + "[" + random.nextInt(3) + "]");
          places.add("&" + a + "[1]");
        }
        case 6 -> {
          String q = name("q");
          line("int *" + q + " = (int *)__proviso_external();");
          line("if (!" + q + ") return 0;");
          places.add(q);
        }
        default -> {
          String u = name("u");
          line("union mixed " + u + ";");
          ints.addAll(List.of(u + ".whole", u + ".part[2]", u + ".half.a"));
        }
      }
    }
  }

  private void statement(boolean mayCall) {
    switch (random.nextInt(mayCall ? 13 : 12)) {
      case 0, 1, 2 -> line(target() + " = " + value(2) + ";");
      case 3 -> line("if (" + condition() + ") " + target() + " = " + value(1) + ";");
      case 4 -> {
        String n = one(nodes);
        line("(" + n + ")->next = " + one(nodes) + ";");
        line("(" + n + ")->place = " + one(places) + ";");
      }
      case 5 -> {
        String n = one(nodes);
        line("if ((" + n + ")->next) (" + n + ")->next->value = " + value(1) + ";");
      }
      case 6 -> {
        String n = one(nodes);
        line("if ((" + n + ")->place) *(" + n + ")->place = " + value(1) + ";");
      }
      case 7 ->
          line(
              chance(50)
                  ? "*(" + one(nodes) + ") = *(" + one(nodes) + ");"
                  : "(" + one(nodes) + ")->in = s;");
      case 8 -> loop();
      case 9 -> line("memset(" + one(nodes) + ", " + random.nextInt(3) + ", sizeof(struct node));");
      case 10 -> line("memcpy(gb, &" + one(List.of("gb[2]", "gb[1]", "gb[0]")) + ", 2);");
      case 11 -> {
        int i = random.nextInt(4);
        line("ga[" + value(1) + " & 3] = " + value(1) + ";");
        line("gb[(unsigned char)" + value(1) + "] = " + i + ";");
      }
      default ->
          line(
              "gi += call("
                  + one(nodes)
                  + ", "
                  + one(places)
                  + ", "
                  + value(1)
                  + ", "
                  + (chance(50) ? "s" : "(" + one(nodes) + ")->in")
                  + ");");
    }
  }

  private void loop() {
    if (nesting > 1) {
      line(target() + " = " + value(1) + ";");
      return;
    }
    String i = name("i");
    line("for (int " + i + " = 0; " + i + " < 2; " + i + "++) {");
    nesting++;
    String inside = name("x");
    line("int " + inside + ";");
    line("int *p" + inside + " = &" + inside + ";");
    line("if (*p" + inside + " == " + value(1) + ") " + target() + " = " + i + ";");
    line("*p" + inside + " = " + value(1) + ";");
    nesting--;
    line("}");
  }

  private String target() {
    return switch (random.nextInt(4)) {
      case 0 -> "(" + one(nodes) + ")->" + one(List.of("value", "in.low", "first", "in.flag"));
      case 1 -> "*(" + one(places) + ")";
      default -> one(ints);
    };
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 8)) {
      case 0 -> String.valueOf(random.nextInt(7) - 2);
      case 1 -> one(List.of("__proviso_nondet_int()", "__proviso_nondet_uchar()"));
      case 2 -> "(" + one(nodes) + ")->" + one(List.of("value", "in.bytes[1]", "second"));
      case 3 -> "*(" + one(places) + ")";
      case 4 -> "((unsigned char *)(" + one(places) + "))[" + random.nextInt(4) + "]";
      case 5 -> "(int)(((unsigned long long)(" + one(places) + ") >> 32) & 7)";
      case 6, 7 -> one(ints);
      case 8 -> "(" + value(depth - 1) + " + " + value(depth - 1) + ")";
      case 9 -> "(" + value(depth - 1) + " ^ " + value(depth - 1) + ")";
      case 10 -> "(" + condition() + " ? " + value(depth - 1) + " : " + value(depth - 1) + ")";
      default -> "(short)(" + value(depth - 1) + " * 3)";
    };
  }

  private String condition() {
    return switch (random.nextInt(4)) {
      case 0 -> one(nodes) + " == " + one(nodes);
      case 1 -> one(places) + " != " + one(places);
      case 2 -> "(" + one(nodes) + ")->place == " + one(places);
      default -> value(1) + " < " + value(1);
    };
  }

  /**
   * All kinds of values are computed at the end; what they are is compared whether they matter or
   * not.
   */
  private String goal() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(value(2));
    }
    String sum = "int sum = " + String.join(" + 3 * ", parts) + ";\n  ";
    String goal = chance(50) ? "(sum & 3) == " + random.nextInt(4) : condition();
    return sum + "if (" + goal + ") __proviso_abort(\"reached\");\n  return 0;";
  }
}

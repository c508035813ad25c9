// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A C program made from a seed: {@code main} reads its inputs, executes random statements and
 * leaves numbers in {@link #outputs}, which depend on the inputs alone: nothing uninitialised is
 * read, nothing accessed outside its object, no order left open.
 */
final class RandomBlock {
  /** Stands where the program is at its end. */
  static final String END = "END;";

  private static final String TYPES =
      """
      void *memcpy(void *, const void *, unsigned long);
      void *memmove(void *, const void *, unsigned long);
      void *memset(void *, int, unsigned long);
      void *__proviso_new(unsigned long long); void *__proviso_new_zeroed(unsigned long long);
      unsigned long long __proviso_nondet_ulonglong(void);
      enum E { E0, E1, EM = -1, EB = 300 };
      struct B { unsigned a : 3; int b : 5; unsigned c : 17; signed char d : 4; unsigned short e : 9; _Bool f : 1;
                 unsigned long long w : 40; };
      union U { unsigned u; int i; unsigned char c[4]; signed char s[4]; struct { unsigned short lo, hi; } h;
                struct { unsigned a : 5, b : 11, c : 16; } f; };
      struct N { int v; struct N *next; };
      """;

  private static final List<Target> TARGETS =
      List.of(Target.LP64, Target.LP64, Target.LP64, Target.ILP32, Target.LLP64);

  private final Random random;
  private final RandomExpression expressions;
  private final StringBuilder out = new StringBuilder();
  private final RandomScope globals = new RandomScope();
  private final RandomStatements statements;
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private String elements = "";
  private int nextOutput;
  private final Target target;

  private RandomBlock(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    target = TARGETS.get(random.nextInt(TARGETS.size()));
    expressions = new RandomExpression(random, random.nextInt(12) == 0);
    statements = new RandomStatements(expressions, out, random.nextInt(3) == 0);
  }

  /**
   * @param text a declaration of {@code INPUT(k)}, which gives the number of an input, is to stand
   *     before it
   * @param inputs the values, as long as the widest type
   * @param outputs variables of type {@code unsigned long long}
   * @param rounds how often an activation goes back to heads of loops at most
   */
  record Made(String text, Target target, List<Long> inputs, List<String> outputs, int rounds) {}

  static Made of(long seed) {
    return new RandomBlock(seed).program();
  }

  private String type() {
    return expressions.type();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private Made program() {
    out.append(TYPES);
    line(
        "struct P { %s m0; %s m1; %s m2; %s arr[2]; struct B bits; };"
            .formatted(type(), type(), type(), expressions.chance(60) ? "int" : type()));
    elements = type();
    line("typedef " + elements + " T;");
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      line("static " + type() + " in" + i + ";");
      inputs.add("in" + i);
      globals.counters.add("in" + i);
      values.add(input());
    }
    globals();
    functions();
    main();
    return new Made(out.toString(), target, values, outputs, 3 * statements.loops());
  }

  private long input() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(9) - 4;
      case 1 -> random.nextInt(70_000);
      case 2 -> 1L << random.nextInt(64);
      default -> random.nextLong();
    };
  }

  private void globals() {
    for (int i = 0; i < 4; i++) {
      String type = i == 0 ? "int" : type();
      declare(globals, "static " + type, "g" + i, type, expressions.constant());
    }
    line("static unsigned char gb[16] = \"random block\";");
    line("static T ga[4] = { 1, " + expressions.constant() + " };");
    line("static int gi[8] = { 3, -1, " + expressions.constant() + " };");
    line("static T gp[4]; static int gm[2][4]; static long long l_;");
    line(
        "static struct P gs, gt = { 1, 2, "
            + expressions.constant()
            + ", { 5 }, { 3, -2, 70000 } };");
    line("static union U gu, gv = { 0x80fe7f01 };");
    line(
        "static int *qi = &g0; static unsigned char *qb = gb; static struct P *qs = &gt; static union U *qu = &gu;");
    globals.bytes.add("gb");
    globals.fours.add("ga");
    globals.eights.add("gi");
    globals.plainFours.add(expressions.chance(50) ? "gp" : "ga");
    globals.ints.addAll(List.of("gi[2]", "gm[1][3]", "gm[0][0]"));
    globals.structs.addAll(List.of("gs", "gt"));
    globals.structsInMemory.add("gt");
    globals.unions.addAll(List.of("gu", "gv"));
    globals.unionsInMemory.add("gu");
    if (expressions.chance(50)) {
      globals.structsInMemory.add("gs");
      globals.unionsInMemory.add("gv");
    }
    globals.intPointers.add("qi");
    globals.bytePointers.add("qb");
    globals.structPointers.add("qs");
    globals.unionPointers.add("qu");
    globals.elementPointers.add("ga");
  }

  /**
   * A scalar with an initial value; half of them have addresses that are taken. Not those of _Bool:
   * their bytes are not for everybody to write.
   */
  private void declare(
      RandomScope scope, String declaration, String name, String type, String value) {
    line(declaration + " " + name + " = " + value + ";");
    scope.scalars.add(name);
    if (type.equals("int")) {
      scope.ints.add(name);
    }
    if (type.equals("int") || expressions.chance(50) && !type.equals("_Bool")) {
      scope.addressable.add(name);
    }
  }

  private void functions() {
    RandomScope pure = new RandomScope(globals);
    pure.scalars.add("a");
    line("static int leaf0(int a) {");
    line("  if (" + expressions.expr(pure, 2) + ") return " + expressions.expr(pure, 2) + ";");
    line("  return " + expressions.expr(pure, 2) + ";\n}");
    expressions.leafIsKnown();
    RandomScope scope = new RandomScope(globals);
    String type = type();
    line("static " + type() + " leaf1(" + type + " a, T b) {");
    scope.scalars.addAll(List.of("a", "b"));
    if (!elements.equals("_Bool")) {
      scope.addressable.add("b");
    }
    body(scope, 2);
    line("  return " + expressions.expr(scope, 2) + ";\n}");
    scope = new RandomScope(globals);
    line("static struct P leaf2(struct P v, struct P *s, int *p, unsigned char *q) {");
    scope.structs.add("v");
    scope.structPointers.add("s");
    scope.intPointers.add("p");
    scope.bytePointers.add("q");
    body(scope, 2);
    line("  return " + (expressions.chance(60) ? "v" : expressions.struct(scope)) + ";\n}");
    line("static int leaf3(int a) { g1 += a; return " + expressions.expr(globals, 1) + "; }");
    line("static int (*const table[2])(int) = { leaf3, leaf0 };");
    line("static int (*fp)(int) = leaf0;");
  }

  private void body(RandomScope scope, int count) {
    for (int i = 0; i < count; i++) {
      statements.statement(scope, 1);
    }
  }

  private void main() {
    line("int main(void) {");
    for (int i = 0; i < inputs.size(); i++) {
      line("  " + inputs.get(i) + " = INPUT(" + i + ");");
    }
    RandomScope scope = new RandomScope(globals);
    statements.allowCalls();
    for (int i = 0; i < 4; i++) {
      String type = i == 0 ? "int" : type();
      String declared = expressions.chance(8) ? "static " + type : type;
      String value =
          declared.startsWith("static") ? expressions.constant() : expressions.expr(scope, 1);
      declare(scope, "  " + declared, "l" + i, type, value);
    }
    line(
        "  T la[4] = { 1, 2 }, lp[4] = { 3 }; int li[8] = { 1 }; unsigned char lb[16] = { 9, 8, 7 };");
    line("  struct P ls = gt, lt = { 7 }; union U lu = { 5 }, lv = gv;");
    line("  struct N *head = 0, *n;");
    scope.fours.add("la");
    scope.plainFours.add("lp");
    scope.eights.add("li");
    scope.bytes.add("lb");
    scope.structs.addAll(List.of("ls", "lt"));
    scope.structsInMemory.add("ls");
    scope.unions.addAll(List.of("lu", "lv"));
    scope.unionsInMemory.add("lu");
    line("  int *pi = &" + expressions.pick(scope.ints) + ";");
    line("  unsigned char *pb = " + expressions.pick(scope.bytes) + ";");
    line("  struct P *ps = &" + expressions.pick(scope.structsInMemory) + ";");
    line("  union U *pu = &" + expressions.pick(scope.unionsInMemory) + ";");
    line("  T *pe = " + expressions.pick(scope.fours) + ";");
    scope.intPointers.add("pi");
    scope.bytePointers.add("pb");
    scope.structPointers.add("ps");
    scope.unionPointers.add("pu");
    scope.elementPointers.add("pe");
    int count = 4 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      statements.statement(scope, 2);
    }
    for (String scalar : scope.scalars) {
      output(scalar);
    }
    output("l_");
    output("*pi");
    output("qs->m0");
    output("ls.bits.b");
    output(expressions.expr(scope, 2));
    output(expressions.expr(scope, 3));
    for (int i = 0; i < 6; i++) {
      output(expressions.place(scope, 1));
    }
    line("  " + END);
    line("  return 0;\n}");
    StringBuilder declarations = new StringBuilder();
    outputs.forEach(o -> declarations.append("static unsigned long long ").append(o).append(";\n"));
    out.insert(0, declarations);
  }

  private void output(String value) {
    String name = "o" + nextOutput++;
    line("  " + name + " = (unsigned long long) " + value + ";");
    outputs.add(name);
  }
}

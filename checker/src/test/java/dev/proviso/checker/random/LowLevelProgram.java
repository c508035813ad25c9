// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small C program made from a seed that uses all of the language's types and conversions. It
 * means the same to gcc as to Proviso: nothing uninitialised is read, nothing accessed outside its
 * bounds, no order left open.
 */
final class LowLevelProgram {
  private static final List<String> TYPES =
      List.of(
          "int",
          "int",
          "unsigned",
          "unsigned char",
          "signed char",
          "short",
          "unsigned short",
          "_Bool",
          "long long",
          "unsigned long long");
  private static final List<String> CONSTANTS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "5",
          "7",
          "-1",
          "-2",
          "127",
          "128",
          "255",
          "256",
          "65535",
          "2147483647",
          "2147483648u",
          "1u",
          "0ull",
          "-1ll");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<String> members = new ArrayList<>();
  private final List<String> globals = new ArrayList<>();
  private final List<String> globalInts = new ArrayList<>();
  private List<String> scalars = new ArrayList<>();
  private List<String> ints = new ArrayList<>();
  private List<String> intPointers = new ArrayList<>();
  private List<String> structPointers = new ArrayList<>();
  private List<String> structs = new ArrayList<>();
  private List<String> counters = new ArrayList<>();
  private final List<String> leaves = new ArrayList<>();
  private final List<String> procedures = new ArrayList<>();
  private String arrayType = "int";
  private int names;
  private int nesting;
  private boolean inMain;
  private boolean probed;

  private LowLevelProgram(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  static RandomSource of(long seed) {
    return new LowLevelProgram(seed).program();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String fresh(String prefix) {
    return prefix + names++;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private RandomSource program() {
    line(RandomSource.OPEN);
    line(
        "void *__proviso_new(unsigned long long); void *__proviso_new_zeroed(unsigned long long);");
    line(
        "void *memcpy(void *, const void *, unsigned long); void *memset(void *, int, unsigned long);");
    types();
    globals();
    int leafCount = 2;
    for (int i = 0; i < leafCount; i++) {
      leaf(i);
    }
    line("int (*fp)(int) = " + pick(leaves) + ";");
    line("int (*const table[2])(int) = { leaf0, leaf1 };");
    for (int i = random.nextInt(3); i > 0; i--) {
      procedure();
    }
    main();
    return new RandomSource(out.toString(), List.of());
  }

  private void types() {
    line("struct N { int v; struct N *next; };");
    line("union U { unsigned u; unsigned char c[4]; struct { unsigned short lo; short hi; } h; };");
    StringBuilder fields = new StringBuilder();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = "m" + i;
      members.add(name);
      switch (random.nextInt(3)) {
        case 0 -> {
          boolean wide = chance(50);
          String type =
              wide ? pick(List.of("unsigned", "int")) : pick(List.of("unsigned char", "short"));
          fields.append(type + " " + name + " : " + (1 + random.nextInt(wide ? 17 : 7)) + "; ");
        }
        default -> fields.append(pick(TYPES) + " " + name + "; ");
      }
    }
    line(
        "struct S { " + fields + "int *p; int arr[2]; " + (chance(40) ? "union U u; " : "") + "};");
  }

  private void globals() {
    for (int i = 0; i < 3; i++) {
      String name = "g" + i;
      String type = i == 0 ? "int" : pick(TYPES);
      line(type + " " + name + " = " + random.nextInt(4) + ";");
      globals.add(name);
      if (type.equals("int")) {
        globalInts.add(name);
      }
    }
    arrayType = pick(TYPES);
    line(arrayType + " ga[4] = { 1, 2 };");
    line("int gi[4] = { 3, 0, 1 };");
    line("struct S gs0, gs1 = { 1, 1 };");
    line("union U gu;");
    line("int *gp = &g0;");
    line("struct S *gsp = &gs0;");
    globalInts.addAll(List.of("gi[1]", "gi[2]", "gs0.arr[0]", "gs1.arr[1]"));
  }

  private void leaf(int i) {
    String name = "leaf" + i;
    open();
    line("static int " + name + "(int a) {");
    scalars.add("a");
    for (int n = random.nextInt(3); n > 0; n--) {
      line("  " + lvalue() + " " + pick(List.of("=", "+=", "^=")) + " " + expr(2) + ";");
    }
    line("  return " + expr(2) + ";");
    line("}");
    leaves.add(name);
  }

  /** A new scope of names: the globals alone. */
  private void open() {
    scalars = new ArrayList<>(globals);
    ints = new ArrayList<>(globalInts);
    intPointers = new ArrayList<>(List.of("gp"));
    structPointers = new ArrayList<>(List.of("gsp"));
    structs = new ArrayList<>(List.of("gs0", "gs1"));
    counters = new ArrayList<>();
    nesting = 0;
  }

  private void procedure() {
    String name = fresh("proc");
    open();
    line("int " + name + "(int d, int *q, struct S *s, struct S v) {");
    line("  if (d <= 0) return " + expr(1) + ";");
    scalars.addAll(List.of("v." + pick(members)));
    intPointers.add("q");
    structPointers.add("s");
    structs.add("v");
    locals(2);
    block(3 + random.nextInt(3), 1);
    if (chance(60)) {
      String argument = chance(60) ? "&" + pick(ints) : "q";
      line(
          "  "
              + pick(ints)
              + " += "
              + name
              + "(d - 1, "
              + argument
              + ", s, "
              + pick(structs)
              + ");");
    }
    block(1, 1);
    line("  return " + expr(2) + ";");
    line("}");
    procedures.add(name);
  }

  private void main() {
    open();
    inMain = true;
    line("int main(void) {");
    locals(3);
    line(
        "  struct S ls = { 1, 2 }; ls.p = &"
            + pick(ints)
            + "; gs0.p = &g0; gs1.p = &"
            + pick(ints)
            + ";");
    structs.add("ls");
    line("  struct S *sp = &" + pick(structs) + ";");
    structPointers.add("sp");
    line("  " + arrayType + " *ap = ga;");
    line("  struct N *head = 0, *n = 0;");
    block(5 + random.nextInt(6), 2);
    line("  " + probe());
    line("  return 0;");
    line("}");
  }

  private String probe() {
    probed = true;
    return "PROBE((" + expr(2) + "));";
  }

  private void locals(int count) {
    for (int i = 0; i < count; i++) {
      String name = fresh("l");
      String type = chance(40) ? "int" : pick(TYPES);
      line(
          "  "
              + (chance(8)
                  ? "static " + type + " " + name + " = 2"
                  : type + " " + name + " = " + expr(1))
              + ";");
      scalars.add(name);
      if (type.equals("int")) {
        ints.add(name);
      }
    }
    String pointer = fresh("p");
    line("  int *" + pointer + " = &" + pick(ints) + ";");
    intPointers.add(pointer);
  }

  private void block(int count, int depth) {
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
  }

  private String choice() {
    return "CHOOSE4";
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 0 ? 22 : 15)) {
      case 0 -> line("  " + lvalue() + " = " + choice() + ";");
      case 1, 2 -> line("  " + lvalue() + " = " + expr(2) + ";");
      case 3 ->
          line(
              "  "
                  + lvalue()
                  + pick(List.of(" += ", " -= ", " ^= ", " |= ", " &= ", " *= "))
                  + expr(1)
                  + ";");
      case 4 ->
          line("  " + (chance(50) ? lvalue() + pick(List.of("++", "--")) : "--" + lvalue()) + ";");
      case 5 -> line("  " + pick(structs) + " = " + struct() + ";");
      case 6 ->
          line(
              "  "
                  + pick(scalars)
                  + " = "
                  + pick(List.of("fp", "table[" + expr(1) + " & 1]", "leaf0"))
                  + "("
                  + expr(1)
                  + ");");
      case 7 -> line("  fp = " + pick(leaves) + ";");
      case 8 -> pointerAssignment();
      case 9 ->
          line(
              "  "
                  + pick(structPointers)
                  + " = "
                  + (inMain ? "&" + pick(structs) : "&gs" + random.nextInt(2))
                  + ";");
      case 10 -> special();
      case 11 -> {
        if (procedures.isEmpty()) {
          special();
        } else {
          line(
              "  "
                  + pick(scalars)
                  + " = "
                  + pick(procedures)
                  + "("
                  + random.nextInt(4)
                  + ", &"
                  + pick(ints)
                  + ", "
                  + pick(structPointers)
                  + ", "
                  + struct()
                  + ");");
        }
      }
      case 12 -> {
        String name = fresh("b");
        line("  int " + name + " = " + (chance(50) ? choice() : expr(1)) + ";");
        scalars.add(name);
        if (nesting == 0) {
          ints.add(name);
        }
      }
      case 13 -> {
        if (chance(25) && !probed) {
          line("  " + probe());
        } else {
          line(
              "  "
                  + pick(scalars)
                  + " = "
                  + choice()
                  + " "
                  + pick(List.of("+", "-", "*", "<", "=="))
                  + " "
                  + random.nextInt(4)
                  + ";");
        }
      }
      case 14 ->
          line("  " + lvalue() + " = (" + condition() + ") ? " + expr(1) + " : " + expr(1) + ";");
      case 15, 16, 17 -> {
        line("  if (" + condition() + ") {");
        nested(depth);
        if (chance(50)) {
          line("  } else {");
          nested(depth);
        }
        line("  }");
      }
      case 18, 19 -> loop(depth);
      case 20 -> choose(depth);
      default -> {
        String label = fresh("out");
        line("  if (" + condition() + ") goto " + label + ";");
        nested(depth);
        line("  " + label + ": ;");
      }
    }
  }

  /** Statements whose declarations end with them: nothing takes an address of those. */
  private void nested(int depth) {
    List<String> scalarsBefore = new ArrayList<>(scalars);
    nesting++;
    line("  {");
    block(1 + random.nextInt(2), depth - 1);
    line("  }");
    nesting--;
    scalars = scalarsBefore;
  }

  private void loop(int depth) {
    String i = fresh("i");
    String bound = chance(50) ? String.valueOf(1 + random.nextInt(4)) : "(" + expr(1) + " & 3)";
    int kind = random.nextInt(4);
    switch (kind) {
      case 0 -> line("  for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) {");
      case 1 -> line("  { unsigned char " + i + " = " + bound + "; while (" + i + "--) {");
      case 2 -> line("  { int " + i + " = 0; do {");
      default -> line("  { int " + i + " = 0; again" + i + ": {");
    }
    counters.add(i);
    nested(depth);
    if (chance(20) && kind < 3) {
      line(
          "  if ("
              + condition()
              + ") "
              + pick(List.of("break;", "break;", kind == 2 ? "break;" : "continue;")));
      nested(0);
    }
    counters.remove(i);
    switch (kind) {
      case 0 -> line("  }");
      case 1 -> line("  } }");
      case 2 -> line("  } while (++" + i + " < " + (1 + random.nextInt(3)) + "); }");
      default ->
          line("  } if (++" + i + " < " + (1 + random.nextInt(3)) + ") goto again" + i + "; }");
    }
  }

  private void choose(int depth) {
    line("  switch (" + (chance(50) ? choice() : expr(1) + " & 3") + ") {");
    for (int i = 0; i < 3; i++) {
      line("  case " + i + ":");
      nested(depth);
      if (chance(60)) {
        line("  break;");
      }
    }
    if (chance(50)) {
      line("  default:");
      nested(depth);
    }
    line("  }");
  }

  private void pointerAssignment() {
    boolean ownsTarget = !inMain && intPointers.size() > 1 && chance(60);
    if (ownsTarget) {
      String target = intPointers.get(1 + random.nextInt(intPointers.size() - 1));
      line("  " + target + " = " + pick(List.of("&" + pick(ints), pick(intPointers))) + ";");
    } else {
      String target = chance(60) ? "gp" : pick(structs) + ".p";
      line("  " + target + " = &" + pick(globalInts) + ";");
    }
  }

  private void special() {
    switch (random.nextInt(inMain ? 12 : 5)) {
      case 0 -> line("  memcpy(&gs0, &gs1, sizeof gs0);");
      case 1 -> line("  gu.u = " + expr(1) + ";");
      case 2 ->
          line(
              "  gu."
                  + pick(List.of("h.lo", "h.hi", "c[1]", "c[" + expr(1) + " & 3]"))
                  + " = "
                  + expr(1)
                  + ";");
      case 3 ->
          line(
              "  if ("
                  + pick(intPointers)
                  + " == "
                  + pick(List.of("0", "&g0", pick(intPointers)))
                  + ") "
                  + pick(scalars)
                  + " = "
                  + expr(1)
                  + ";");
      case 4 -> line("  " + structAccess() + " = " + expr(1) + ";");
      case 5 -> line("  ap = &ga[" + expr(1) + " & 3];");
      case 6 -> line("  *ap = " + expr(1) + ";");
      case 7 -> line("  " + pick(scalars) + " = (int)(ap - ga);");
      case 8, 9 -> {
        line(
            "  n = (struct N *) "
                + pick(List.of("__proviso_new_zeroed", "__proviso_new"))
                + "(sizeof *n);");
        line("  n->v = " + expr(1) + "; n->next = head; head = n;");
      }
      case 10 -> line("  for (n = head; n; n = n->next) " + pick(scalars) + " += n->v;");
      default -> line("  memset(&ls, 0, sizeof ls); ls.p = &" + pick(ints) + ";");
    }
  }

  private String structAccess() {
    String pointer = pick(structPointers);
    return switch (random.nextInt(4)) {
      case 0 -> pointer + "->" + pick(members);
      case 1 -> "(*" + pointer + "->p)";
      case 2 -> pointer + "->arr[" + expr(1) + " & 1]";
      default ->
          "((struct S *)((char *)"
              + pointer
              + "->arr - (unsigned long)&((struct S *)0)->arr))->"
              + pick(members);
    };
  }

  private String struct() {
    return chance(70) ? pick(structs) : "*" + pick(structPointers);
  }

  private String lvalue() {
    return switch (random.nextInt(9)) {
      case 0 -> pick(structs) + "." + pick(members);
      case 1 -> structAccess();
      case 2 -> "(*" + pick(intPointers) + ")";
      case 3 -> "ga[" + expr(0) + " & 3]";
      case 4 -> "gi[" + expr(0) + " & 3]";
      default -> pick(scalars);
    };
  }

  private String condition() {
    return chance(30)
        ? "CHOOSE4 & " + pick(List.of("1", "2", "3"))
        : expr(1) + pick(List.of(" < ", " <= ", " == ", " != ", " > ")) + expr(1);
  }

  private String expr(int depth) {
    if (depth <= 0 || chance(20)) {
      return leafExpr();
    }
    String a = expr(depth - 1);
    return switch (random.nextInt(12)) {
      case 0, 1 -> "(" + a + " + " + expr(depth - 1) + ")";
      case 2 -> "(" + a + " - " + expr(depth - 1) + ")";
      case 3 -> "(" + a + pick(List.of(" & ", " | ", " ^ ")) + expr(depth - 1) + ")";
      case 4 -> "(" + a + " << (" + leafExpr() + " & 7))";
      case 5 -> "(" + a + " >> (" + leafExpr() + " & 7))";
      case 6 ->
          "("
              + a
              + pick(List.of(" < ", " <= ", " == ", " != ", " > ", " >= "))
              + expr(depth - 1)
              + ")";
      case 7 -> "(" + a + pick(List.of(" && ", " || ")) + expr(depth - 1) + ")";
      case 8 -> "((" + pick(TYPES) + ")" + a + ")";
      case 9 -> pick(List.of("-", "~", "!", "!!")) + "(" + a + ")";
      case 10 ->
          chance(70)
              ? "(" + a + " * " + random.nextInt(5) + ")"
              : "("
                  + a
                  + pick(List.of(" / ", " % "))
                  + pick(List.of("2", "3", "-3", "4u", "(" + pick(scalars) + " | 1)"))
                  + ")";
      default -> "(" + a + " ? " + expr(depth - 1) + " : " + leafExpr() + ")";
    };
  }

  private String leafExpr() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> pick(CONSTANTS);
      case 2 -> pick(structs) + "." + pick(members);
      case 3 -> structAccessLeaf();
      case 4 -> "*" + pick(intPointers);
      case 5 -> "ga[" + pick(scalars) + " & 3]";
      case 6 -> "gi[" + random.nextInt(4) + "]";
      case 7 ->
          pick(
              List.of(
                  "gu.u", "gu.h.hi", "gu.h.lo", "gu.c[" + random.nextInt(4) + "]", "gu.c[g1 & 3]"));
      default -> pick(counters.isEmpty() ? scalars : chance(30) ? counters : scalars);
    };
  }

  private String structAccessLeaf() {
    String pointer = pick(structPointers);
    return chance(60)
        ? pointer + "->" + pick(members)
        : chance(50) ? "*" + pointer + "->p" : pointer + "->arr[1]";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import java.util.List;

/** Writes the statements of a {@link RandomBlock}. */
final class RandomStatements {
  private static final List<String> COMPOUND =
      List.of(" += ", " -= ", " ^= ", " |= ", " &= ", " *= ", " <<= 1 & ", " >>= 3 & ");

  private final RandomExpression expressions;
  private final StringBuilder out;
  private final boolean hasLoops;
  private boolean hasCalls;
  private int names;
  private int loops;

  RandomStatements(RandomExpression expressions, StringBuilder out, boolean hasLoops) {
    this.expressions = expressions;
    this.out = out;
    this.hasLoops = hasLoops;
  }

  /** From here on, statements may call the program's functions, and mention main's list. */
  void allowCalls() {
    hasCalls = true;
  }

  /** How many loops were written; each goes back to its head less than three times. */
  int loops() {
    return loops;
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }

  private boolean chance(int percent) {
    return expressions.chance(percent);
  }

  private String fresh(String prefix) {
    return prefix + names++;
  }

  private String expr(RandomScope s, int depth) {
    return expressions.expr(s, depth);
  }

  void statement(RandomScope s, int depth) {
    switch (expressions.below(depth > 0 ? 32 : 24)) {
      case 0, 1, 2 -> line(expressions.place(s, 1) + " = " + expr(s, 3) + ";");
      case 3, 4 ->
          line(expressions.place(s, 1) + expressions.pick(COMPOUND) + "(" + expr(s, 2) + ");");
      case 5 -> step(s);
      case 6, 7 -> field(s);
      case 8 -> line(expressions.struct(s) + " = " + expressions.struct(s) + ";");
      case 9 -> line(expressions.union(s) + " = " + expressions.union(s) + ";");
      case 10, 11 -> pointer(s);
      case 12, 13 -> memory(s);
      case 14 -> copied(s);
      case 15, 16 -> call(s);
      case 17 -> punned(s);
      case 18 ->
          line(assigned(s) + " = (" + place(s) + " = " + expr(s, 1) + ", " + expr(s, 2) + ");");
      case 19 -> line("if (" + expr(s, 2) + ") " + assigned(s) + " = " + expr(s, 2) + ";");
      case 20 -> list(s);
      case 21 -> local(s);
      case 22 -> line("gm[" + expr(s, 1) + " & 1][" + expr(s, 1) + " & 3] = " + expr(s, 1) + ";");
      case 23 -> line(assigned(s) + " = gm[" + expr(s, 1) + " & 1][" + expr(s, 1) + " & 3];");
      case 24, 25, 26 -> branch(s, depth);
      case 27 -> choose(s, depth);
      case 28 -> {
        String label = fresh("out");
        line("if (" + expr(s, 2) + ") goto " + label + ";");
        nested(s, depth);
        line(label + ": ;");
      }
      default -> {
        if (hasLoops) {
          loop(s, depth);
        } else {
          branch(s, depth);
        }
      }
    }
  }

  private String place(RandomScope s) {
    return expressions.place(s, 0);
  }

  /** Something simple to be written. */
  private String assigned(RandomScope s) {
    return expressions.pick(s.scalars);
  }

  private void nested(RandomScope s, int depth) {
    line("{");
    RandomScope inner = new RandomScope(s);
    for (int i = 1 + expressions.below(2); i > 0; i--) {
      statement(inner, depth - 1);
    }
    line("}");
  }

  private void step(RandomScope s) {
    String operator = expressions.pick(List.of("++", "--"));
    String place = place(s);
    String stepped = chance(50) ? place + operator : operator + place;
    line((chance(40) ? "l_ = " : "") + stepped + ";");
  }

  private void field(RandomScope s) {
    String name = expressions.union(s) + ".f." + expressions.pick(List.of("a", "b", "c"));
    String field =
        chance(20)
            ? name
            : expressions.struct(s) + ".bits." + expressions.pick(RandomExpression.FIELDS);
    switch (expressions.below(6)) {
      case 0 -> line(field + expressions.pick(COMPOUND) + "(" + expr(s, 1) + ");");
      case 1 -> line(field + expressions.pick(List.of("++;", "--;")));
      case 2 -> line(assigned(s) + " = (" + field + " = " + expr(s, 2) + ");");
      case 3 -> line(expressions.struct(s) + ".bits.w = " + expr(s, 2) + ";");
      default -> line(field + " = " + expr(s, 2) + ";");
    }
  }

  private void pointer(RandomScope s) {
    switch (expressions.below(9)) {
      case 0, 1 -> line(local("pi", "qi") + " = &" + target(s) + ";");
      case 2 -> {
        String array = hasCalls ? expressions.pick(s.bytes) : "gb";
        line(local("pb", "qb") + " = " + array + " + (" + expr(s, 1) + " & 12);");
      }
      case 3 ->
          line(
              local("ps", "qs")
                  + " = &"
                  + (hasCalls ? expressions.pick(s.structsInMemory) : "gt")
                  + ";");
      case 4 ->
          line(
              local("pu", "qu")
                  + " = &"
                  + (hasCalls ? expressions.pick(s.unionsInMemory) : "gu")
                  + ";");
      case 5 -> {
        if (hasCalls) {
          line("pe = " + expressions.pick(s.fours) + " + (" + expr(s, 1) + " % 3u);");
        } else {
          line("qb = gb + " + expressions.below(12) + ";");
        }
      }
      case 6 -> line(local("pb", "qb") + " = (unsigned char *)" + (hasCalls ? "pu" : "qu") + ";");
      case 7 ->
          line(local("pi", "qi") + " = " + expr(s, 1) + " ? &g0 : " + local("pi", "qi") + ";");
      default -> {
        if (hasCalls) {
          String array = expressions.pick(s.eights);
          String p = fresh("p");
          line("{ int *" + p + " = " + array + " + (" + expr(s, 1) + " & 3);");
          line(p + expressions.pick(List.of("++;", " += 2;", " -= 0;")));
          line(
              "*"
                  + p
                  + " = "
                  + expr(s, 1)
                  + "; "
                  + assigned(s)
                  + " = ("
                  + p
                  + " - "
                  + array
                  + ") + "
                  + p
                  + "[1]; }");
        } else {
          line("qi = &gi[" + expr(s, 0) + " & 7];");
        }
      }
    }
  }

  /** A pointer to be set: main has its own. */
  private String local(String inMain, String global) {
    return hasCalls && chance(70) ? inMain : global;
  }

  private String target(RandomScope s) {
    return hasCalls
        ? expressions.pick(s.ints)
        : expressions.pick(List.of("g0", "gi[2]", "gm[0][0]"));
  }

  private void memory(RandomScope s) {
    String bytes = expressions.pick(s.bytes);
    String other = expressions.pick(s.bytes);
    String eight = expressions.pick(s.eights);
    String struct = expressions.pick(s.structsInMemory);
    switch (expressions.below(10)) {
      case 0, 1 ->
          line(
              (bytes.equals(other) ? "memmove(" : "memcpy(")
                  + bytes
                  + " + ("
                  + expr(s, 1)
                  + " & 7), "
                  + other
                  + " + ("
                  + expr(s, 1)
                  + " & 7), "
                  + size(s, 8)
                  + ");");
      case 2, 3 ->
          line(
              "memset("
                  + bytes
                  + " + ("
                  + expr(s, 1)
                  + " & 7), "
                  + expr(s, 1)
                  + ", "
                  + size(s, 8)
                  + ");");
      case 4 ->
          line(
              "memset("
                  + eight
                  + ", "
                  + (chance(50) ? "0" : expr(s, 1))
                  + ", "
                  + size(s, 32)
                  + ");");
      case 5 ->
          line(
              "memmove("
                  + eight
                  + " + 1, "
                  + eight
                  + ", "
                  + (chance(50) ? "12" : "(" + expr(s, 1) + " & 7) * sizeof(int)")
                  + ");");
      case 6 ->
          line(
              "memcpy(&"
                  + struct
                  + ", "
                  + expressions.pick(s.structPointers)
                  + ", sizeof "
                  + struct
                  + ");");
      case 7 -> line("memset(&" + struct + ", 0, sizeof(struct P));");
      case 8 ->
          line(
              "memcpy(&"
                  + expressions.pick(s.unionsInMemory)
                  + ", "
                  + bytes
                  + " + ("
                  + expr(s, 0)
                  + " & 12), "
                  + (chance(60) ? "4" : size(s, 4))
                  + ");");
      default -> line("memcpy(" + bytes + ", &" + expressions.pick(s.addressable) + ", 1);");
    }
  }

  private String size(RandomScope s, int most) {
    return chance(40)
        ? String.valueOf(expressions.below(most + 1))
        : "(" + expr(s, 1) + " & " + (most - 1) + ")";
  }

  /** An object as the bytes of another. */
  private void copied(RandomScope s) {
    String object = expressions.pick(s.addressable);
    String bytes = expressions.pick(s.bytes);
    line(
        chance(50)
            ? "memcpy(&" + object + ", " + bytes + ", sizeof " + object + ");"
            : "memcpy(" + bytes + " + 1, &" + object + ", sizeof " + object + ");");
  }

  private void punned(RandomScope s) {
    String bytes = expressions.pick(s.bytes);
    String type = expressions.pick(List.of("unsigned", "short", "long long", "signed char"));
    String place = "*(" + type + " *)(" + bytes + " + " + 4 * expressions.below(3) + ")";
    String four = "*(short *)&" + expressions.pick(s.ints);
    switch (expressions.below(4)) {
      case 0 -> line(place + " = " + expr(s, 2) + ";");
      case 1 -> line(assigned(s) + " = " + place + ";");
      case 2 -> line(four + " = " + expr(s, 1) + ";");
      default -> line(assigned(s) + " = " + four + ";");
    }
  }

  private void call(RandomScope s) {
    if (!hasCalls) {
      line(assigned(s) + " = leaf0(" + expr(s, 1) + ");");
      return;
    }
    switch (expressions.below(6)) {
      case 0 -> line(assigned(s) + " = leaf1(" + expr(s, 1) + ", " + expr(s, 2) + ");");
      case 1, 2 ->
          line(
              expressions.struct(s)
                  + " = leaf2("
                  + expressions.struct(s)
                  + ", "
                  + expressions.pick(s.structPointers)
                  + ", "
                  + (chance(50) ? "&" + expressions.pick(s.ints) : expressions.pick(s.intPointers))
                  + ", "
                  + expressions.pick(s.bytePointers)
                  + ");");
      case 3 -> line(assigned(s) + " = table[" + expr(s, 1) + " & 1](" + expr(s, 1) + ");");
      case 4 -> line("fp = " + (chance(50) ? "leaf3" : "table[" + expr(s, 1) + " & 1]") + ";");
      default -> line(assigned(s) + " = fp(" + expr(s, 1) + ");");
    }
  }

  private void list(RandomScope s) {
    if (!hasCalls) {
      line(place(s) + " = " + expr(s, 2) + ";");
      return;
    }
    String list = chance(50) ? "head->v" : "head->v + (head->next ? head->next->v : 3)";
    if (chance(70)) {
      line(
          "n = (struct N *) "
              + expressions.pick(List.of("__proviso_new_zeroed", "__proviso_new"))
              + "(sizeof *n);");
      line("n->v = " + expr(s, 1) + "; n->next = head; head = n;");
    } else {
      line("if (head) " + assigned(s) + " = " + list + ";");
    }
  }

  private void local(RandomScope s) {
    String name = fresh("x");
    String type = expressions.type();
    switch (expressions.below(3)) {
      case 0 -> {
        line(
            type
                + " "
                + name
                + "; if ("
                + expr(s, 1)
                + ") "
                + name
                + " = "
                + expr(s, 1)
                + "; else "
                + name
                + " = 3;");
        s.scalars.add(name);
      }
      case 1 -> {
        line(type + " " + name + " = " + expr(s, 2) + ";");
        s.scalars.add(name);
        if (hasCalls && !type.equals("_Bool") && chance(50)) {
          s.addressable.add(name);
        }
      }
      default -> {
        line(
            "{ int "
                + name
                + "[("
                + expr(s, 1)
                + " & 3) + 1]; "
                + name
                + "[0] = "
                + expr(s, 1)
                + ";");
        line(assigned(s) + " = " + name + "[0] + sizeof " + name + "; }");
      }
    }
  }

  private void branch(RandomScope s, int depth) {
    line("if (" + expr(s, 2) + ") {");
    nested(s, depth);
    if (chance(50)) {
      line("} else {");
      nested(s, depth);
    }
    line("}");
  }

  private void choose(RandomScope s, int depth) {
    line("switch (" + expr(s, 2) + (chance(60) ? " & 3" : "") + ") {");
    for (int i = 0; i < 3; i++) {
      line("case " + (chance(80) ? String.valueOf(i) : i - 300 + " ... " + (i - 300)) + ":");
      nested(s, depth);
      if (chance(60)) {
        line("break;");
      }
    }
    if (chance(50)) {
      line("default:");
      nested(s, depth);
    }
    line("}");
  }

  private void loop(RandomScope s, int depth) {
    loops++;
    String i = fresh("i");
    String bound =
        chance(50) ? String.valueOf(1 + expressions.below(3)) : "(" + expr(s, 1) + " & 3)";
    int kind = expressions.below(3);
    switch (kind) {
      case 0 -> line("for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) {");
      case 1 -> line("{ unsigned char " + i + " = " + bound + "; while (" + i + "--) {");
      default -> line("{ int " + i + " = 0; do {");
    }
    RandomScope inner = new RandomScope(s);
    inner.counters.add(i);
    nested(inner, Math.min(depth, 1));
    if (chance(20)) {
      line("if (" + expr(inner, 1) + ") " + (kind == 0 && chance(50) ? "continue;" : "break;"));
      line(assigned(s) + " ^= 1;");
    }
    line(
        switch (kind) {
          case 0 -> "}";
          case 1 -> "} }";
          default -> "} while (++" + i + " < " + (1 + expressions.below(3)) + "); }";
        });
  }
}

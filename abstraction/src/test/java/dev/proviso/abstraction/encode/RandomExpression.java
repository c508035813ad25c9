// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import java.util.List;
import java.util.Random;

/** Writes C expressions without side effects whose value C and the ABI determine. */
final class RandomExpression {
  static final List<String> TYPES =
      List.of(
          "int",
          "int",
          "unsigned",
          "unsigned char",
          "signed char",
          "char",
          "short",
          "unsigned short",
          "_Bool",
          "long",
          "unsigned long",
          "long long",
          "unsigned long long",
          "enum E");

  static final List<String> MEMBERS = List.of("m0", "m1", "m2");

  static final List<String> FIELDS = List.of("a", "b", "c", "d", "e", "f");

  private static final List<String> CONSTANTS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "7",
          "-1",
          "-2",
          "'a'",
          "'\\xfe'",
          "127",
          "128",
          "255",
          "256",
          "32767",
          "65535",
          "0x7fffffff",
          "0x80000000",
          "(-0x7fffffff - 1)",
          "1u",
          "4294967295u",
          "0ull",
          "-1ll",
          "0x7fffffffffffffff",
          "0x8000000000000000",
          "EM",
          "EB",
          "sizeof(struct P)",
          "(int)sizeof(long)");

  private final Random random;
  private final boolean floats;
  private boolean isLeafKnown;

  /**
   * @param floats whether there is floating-point arithmetic, which takes the solver long
   */
  RandomExpression(Random random, boolean floats) {
    this.random = random;
    this.floats = floats;
  }

  /** From here on there is a function {@code int leaf0(int)} without effects. */
  void leafIsKnown() {
    isLeafKnown = true;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String constant() {
    return pick(CONSTANTS);
  }

  String type() {
    return pick(TYPES);
  }

  String expr(RandomScope scope, int depth) {
    if (depth <= 0 || chance(15)) {
      return leaf(scope);
    }
    String a = expr(scope, depth - 1);
    return switch (below(floats ? 18 : 17)) {
      case 0, 1 -> "(" + a + pick(List.of(" + ", " - ")) + expr(scope, depth - 1) + ")";
      case 2 -> "(" + a + pick(List.of(" & ", " | ", " ^ ")) + expr(scope, depth - 1) + ")";
      case 3, 4 -> shift(scope, a);
      case 5, 6 ->
          "("
              + a
              + pick(List.of(" < ", " <= ", " == ", " != ", " > ", " >= "))
              + expr(scope, depth - 1)
              + ")";
      case 7 -> "(" + a + pick(List.of(" && ", " || ")) + expr(scope, depth - 1) + ")";
      case 8, 9, 10 -> "((" + type() + ")" + a + ")";
      case 11 -> pick(List.of("-", "~", "!", "!!", "+")) + "(" + a + ")";
      case 12 -> "(" + a + " * " + (chance(50) ? constant() : expr(scope, depth - 1)) + ")";
      case 13 -> division(scope, a, depth);
      case 14, 15 ->
          "(" + a + " ? " + expr(scope, depth - 1) + " : " + expr(scope, depth - 1) + ")";
      case 16 -> isLeafKnown ? "leaf0(" + a + ")" : "(" + a + " - " + leaf(scope) + ")";
      default -> real(a);
    };
  }

  /** An integer by way of floating-point numbers. */
  private String real(String operand) {
    String type = pick(List.of("float", "double"));
    String number =
        "((" + type + ")(" + pick(List.of("short", "int", "unsigned")) + ")" + operand + ")";
    String other = pick(List.of("0.5f", "3", "-0.0", "1e9", "(0.0 / 0.0)", "(1 / 0.0f)"));
    return switch (below(4)) {
      case 0 -> "(" + number + pick(List.of(" < ", " <= ", " == ", " != ", " > ")) + other + ")";
      case 1 -> "(int)(float)(short)" + number + "";
      case 2 -> "!(" + number + pick(List.of(" + ", " - ", " * ", " / ")) + other + ")";
      default ->
          "(int)("
              + type
              + ")((short)"
              + operand
              + pick(List.of(" * 0.5f", " + 1", " / 3.0"))
              + ")";
    };
  }

  /** Shifts by anything from 0 to the width less one. */
  private String shift(RandomScope scope, String operand) {
    boolean wide = chance(40);
    String type =
        wide
            ? pick(List.of("long long", "unsigned long long"))
            : pick(List.of("int", "unsigned", "unsigned char", "short", "enum E"));
    int most = wide ? 63 : 31;
    String amount =
        switch (below(3)) {
          case 0 -> String.valueOf(pick(List.of(0, 1, 7, 8, most - 1, most)));
          case 1 -> "(" + leaf(scope) + " & 7)";
          default -> "(" + leaf(scope) + " & " + most + ")";
        };
    return "((" + type + ")" + operand + pick(List.of(" << ", " >> ")) + amount + ")";
  }

  private String division(RandomScope scope, String dividend, int depth) {
    String divisor =
        switch (below(8)) {
          case 0, 1, 2 -> pick(List.of("2", "3", "-3", "4u", "7ll", "-1", "'\\x80'", "256"));
          case 3 -> expr(scope, depth - 1);
          default -> "(" + expr(scope, depth - 1) + " | 1)";
        };
    return "(" + dividend + pick(List.of(" / ", " % ")) + divisor + ")";
  }

  private String leaf(RandomScope scope) {
    return switch (below(9)) {
      case 0, 1 -> constant();
      case 2, 3 -> place(scope, 0);
      case 4 -> fieldValue(scope);
      case 5 -> scope.counters.isEmpty() ? pick(scope.scalars) : pick(scope.counters);
      case 6 -> comparedPointers(scope);
      default -> pick(scope.scalars);
    };
  }

  private String fieldValue(RandomScope scope) {
    String struct = struct(scope);
    // gcc computes with bit-fields wider than int in just their width: they are converted at once.
    return chance(15)
        ? "(unsigned long long)" + struct + ".bits.w"
        : struct + ".bits." + pick(FIELDS);
  }

  private String comparedPointers(RandomScope scope) {
    return switch (below(6)) {
      case 0 -> "(" + pick(scope.intPointers) + " == " + pick(scope.intPointers) + ")";
      case 1 -> "(" + pick(scope.structPointers) + " != " + pick(scope.structPointers) + ")";
      case 2 -> "(" + pick(scope.intPointers) + " == &" + pick(scope.ints) + ")";
      case 3 -> "\"wxyz\"[" + pick(scope.scalars) + " & 3]";
      case 4 -> "!" + pick(scope.bytePointers);
      default -> pick(scope.scalars);
    };
  }

  /** An object of type {@code struct P}. */
  String struct(RandomScope scope) {
    return chance(70) ? pick(scope.structs) : "(*" + pick(scope.structPointers) + ")";
  }

  String union(RandomScope scope) {
    return chance(60) ? pick(scope.unions) : "(*" + pick(scope.unionPointers) + ")";
  }

  /** An object of an integer type that is no bit-field, to be read or written. */
  String place(RandomScope scope, int depth) {
    return switch (below(15)) {
      case 0 -> struct(scope) + "." + pick(MEMBERS);
      case 1 -> structArray(scope, depth);
      case 2 ->
          union(scope)
              + "."
              + pick(List.of("u", "i", "c[0]", "c[3]", "s[1]", "h.lo", "h.hi", "h.lo"));
      case 3 -> "(*" + pick(scope.unionPointers) + ").c[" + expr(scope, depth) + " & 3]";
      case 4 -> pick(scope.bytes) + "[" + expr(scope, depth) + " & 15]";
      case 5 -> pick(scope.fours) + "[" + expr(scope, depth) + " & 3]";
      case 6 -> pick(scope.eights) + "[" + expr(scope, depth) + " & 7]";
      case 7 -> pick(scope.plainFours) + "[" + below(4) + "]";
      case 8 -> "(*" + pick(scope.intPointers) + ")";
      case 9 -> pick(scope.bytePointers) + "[" + expr(scope, depth) + " & 3]";
      case 10 -> pick(scope.elementPointers) + "[" + below(2) + "]";
      case 11 -> {
        String object = pick(scope.addressable);
        yield "((unsigned char *)&"
            + object
            + ")["
            + expr(scope, depth)
            + " & (sizeof "
            + object
            + " - 1)]";
      }
      case 12 ->
          "((struct P *)((char *)"
              + pick(scope.structPointers)
              + "->arr - (unsigned long)&((struct P *)0)->arr))->"
              + pick(MEMBERS);
      case 13 -> pick(scope.bytePointers) + "[" + below(4) + "]";
      default -> pick(scope.scalars);
    };
  }

  private String structArray(RandomScope scope, int depth) {
    return chance(50)
        ? pick(scope.structPointers) + "->arr[" + expr(scope, depth) + " & 1]"
        : struct(scope) + ".arr[" + below(2) + "]";
  }
}

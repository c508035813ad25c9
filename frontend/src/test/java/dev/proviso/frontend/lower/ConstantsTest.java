// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.Gcc;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random constant expressions have the value that gcc gives them. */
final class ConstantsTest {
  private static final long SEED = 20261120;
  private static final int COUNT = 600;
  private static final List<String> TYPES =
      List.of(
          "signed char",
          "unsigned char",
          "short",
          "unsigned short",
          "int",
          "unsigned",
          "long",
          "unsigned long",
          "long long",
          "_Bool",
          "float",
          "double");
  private static final List<String> INTEGERS = TYPES.subList(0, 10);
  private static final List<String> ATOMS =
      List.of(
          "0",
          "1",
          "-1",
          "255",
          "'a'",
          "'\\xff'",
          "0x7fffffff",
          "0x80000000",
          "2147483648",
          "-128",
          "65536",
          "0xffffffffffffffff",
          "0x7fffffffffffffff",
          "3000000000u",
          "7L",
          "010",
          "E",
          "sizeof(int)",
          "12345678901");

  @TempDir private Path directory;

  private final Random random = new Random(SEED);

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String integer(int depth) {
    if (depth == 0) {
      return pick(ATOMS);
    }
    String a = integer(depth - 1);
    String b = integer(depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "((" + pick(INTEGERS) + ")" + a + ")";
      case 1 -> "(" + pick(List.of("-", "~", "!", "+")) + " " + a + ")";
      case 2, 3, 4 -> "(" + a + pick(List.of("+", "-", "*", "&", "|", "^")) + " " + b + ")";
      case 5 ->
          "(" + a + pick(List.of("<", "<=", ">", ">=", "==", "!=", "&&", "||")) + " " + b + ")";
      case 6 ->
          "("
              + a
              + pick(List.of("/", "%"))
              + "("
              + pick(List.of("3", "7u", "-5", "255L", "(char)9"))
              + "))";
      case 7 -> "(" + a + pick(List.of("<<", ">>")) + random.nextInt(31) + ")";
      default -> "(" + a + " ? " + b + " : " + integer(depth - 1) + ")";
    };
  }

  private String floating(int depth) {
    if (depth == 0) {
      return random.nextBoolean()
          ? pick(List.of("1.5", "0.1f", "1e10", "-3.25", "0x1p-3", "16777217.0"))
          : integer(1);
    }
    String a = floating(depth - 1);
    String b = floating(depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> "((float)" + a + ")";
      case 1 -> "((double)" + a + ")";
      default -> "(" + a + pick(List.of("+", "-", "*", "<", ">=", "==")) + " " + b + ")";
    };
  }

  @Test
  void foldingAgreesWithGcc() throws Exception {
    Gcc.required();
    StringBuilder globals = new StringBuilder("enum { E = 77 };\n");
    StringBuilder printing = new StringBuilder("#include <stdio.h>\n%s int main(void) {\n");
    for (int i = 0; i < COUNT; i++) {
      String value = i % 4 == 3 ? floating(3) : integer(1 + random.nextInt(4));
      // The marker keeps initialisers of value 0 visible: a second element that is never 0.
      boolean isFloat = i % 4 == 3;
      globals
          .append(isFloat ? "double" : "long long")
          .append(" g")
          .append(i)
          .append("[2] = { ")
          .append(value);
      globals.append(", 1 };\n");
      printing.append(
          isFloat
              ? "printf(\"%%.17g\\n\", g" + i + "[0]);\n"
              : "printf(\"%%lld\\n\", g" + i + "[0]);\n");
    }
    printing.append("}\n");
    String[] expected = Gcc.run(directory, String.format(printing.toString(), globals)).split("\n");
    Program program =
        Frontend.readText("t.c", globals.toString(), Frontend.Options.of(Target.LP64));
    String[] actual = new String[COUNT];
    java.util.Arrays.fill(actual, "0");
    for (Program.Initialiser i : program.initialisers()) {
      String name = i.target().toString();
      if (name.endsWith("[0]")) {
        actual[Integer.parseInt(name.substring(1, name.length() - 3))] = text(i.value());
      }
    }
    String[] lines = globals.toString().split("\n");
    for (int i = 0; i < COUNT; i++) {
      String wanted = i % 4 == 3 ? Double.toString(Double.parseDouble(expected[i])) : expected[i];
      String given = i % 4 == 3 ? Double.toString(Double.parseDouble(actual[i])) : actual[i];
      assertThat(given.replace("-0.0", "0.0"))
          .as("seed %d: %s", SEED, lines[i + 1])
          .isEqualTo(wanted.replace("-0.0", "0.0"));
    }
  }

  private static String text(Expr value) {
    return switch (value) {
      case Expr.IntConst c -> c.value().toString();
      case Expr.FloatConst c -> c.value();
      default -> value.toString();
    };
  }
}

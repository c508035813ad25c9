// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.Gcc;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sizes, offsets and the places of bit-fields are those of gcc, and with -mms-bitfields those of
 * Microsoft's ABI.
 */
final class LayoutTest {
  @TempDir private Path directory;

  private static final List<String> MEMBERS =
      List.of(
          "char a; int b; short c;",
          "char a; long long b; char c;",
          "char a; double b; float c; void *d;",
          "int a:3; int b:5; int c:30; char d;",
          "char a; int b:3; short c:9; char d:7;",
          "unsigned a:1; unsigned :0; unsigned b:1; char c:2;",
          "short a:4; int b:20; short c:12; long long d:33; int e:1;",
          "long long a:40; int b:20; long long c:10;",
          "char a:7; char b:2; int c:31;",
          "struct { char x; int y:4; } a; int b:4; struct { int z; }; union { char c; long long d; };",
          "int a:4; char b; int c:4; int d:28;",
          "_Bool a:1; unsigned char b:3; _Bool c; unsigned d:9;",
          "char a[3]; short b[2]; struct { short s[3]; } c[2]; char d;",
          "int a; char b[];",
          "unsigned short a:9; unsigned short b:9; unsigned char c; unsigned e:17;");

  private static final List<String> ATTRIBUTES =
      List.of("", "__attribute__((packed))", "__attribute__((aligned(16)))");

  private static String declarations() {
    StringBuilder text = new StringBuilder();
    int n = 0;
    for (String members : MEMBERS) {
      for (String attribute : ATTRIBUTES) {
        text.append("struct ")
            .append(attribute)
            .append(" s")
            .append(n)
            .append(" { ")
            .append(members)
            .append(" };\n");
        text.append("struct s").append(n).append(" v").append(n).append(";\n");
        n++;
      }
      text.append("#pragma pack(push, 2)\nstruct p")
          .append(n)
          .append(" { ")
          .append(members)
          .append(" } v")
          .append(n);
      text.append(";\n#pragma pack(pop)\n");
      n++;
      if (!members.contains("[]")) {
        text.append("union u")
            .append(n)
            .append(" { ")
            .append(members)
            .append(" } v")
            .append(n)
            .append(";\n");
        n++;
      }
    }
    return text.toString();
  }

  private static List<Variable> variables(Target target) throws Exception {
    Program program = Frontend.readText("t.c", declarations(), Frontend.Options.of(target));
    return program.globals();
  }

  private static String assertions(Target target) throws Exception {
    StringBuilder text = new StringBuilder(declarations());
    for (Variable v : variables(target)) {
      text.append("_Static_assert(sizeof ").append(v.name()).append(" == ").append(v.type().size());
      text.append(", \"")
          .append(v.type())
          .append(" has size ")
          .append(v.type().size())
          .append("\");\n");
      text.append("_Static_assert(_Alignof(")
          .append(v.type())
          .append(") == ")
          .append(v.type().alignment());
      text.append(", \"").append(v.type()).append(" alignment\");\n");
      for (Field field : ((CompositeType) v.type()).fields()) {
        if (!field.isBitField() && !field.name().isEmpty()) {
          text.append("_Static_assert(__builtin_offsetof(")
              .append(v.type())
              .append(", ")
              .append(field.name());
          text.append(") == ").append(field.offset()).append(", \"").append(v.type()).append('.');
          text.append(field.name()).append(" at ").append(field.offset()).append("\");\n");
        }
      }
    }
    return text.toString();
  }

  @Test
  void sizesAndOffsetsOfSystemV64() throws Exception {
    Gcc.required();
    assertThat(Gcc.check(directory, assertions(Target.LP64), "-m64")).isEmpty();
  }

  @Test
  void sizesAndOffsetsOfSystemV32() throws Exception {
    Gcc.required();
    assertThat(Gcc.check(directory, assertions(Target.ILP32), "-m32")).isEmpty();
  }

  @Test
  void sizesAndOffsetsOfMicrosoft() throws Exception {
    Gcc.required();
    assertThat(Gcc.check(directory, assertions(Target.LLP64), "-m64", "-mms-bitfields")).isEmpty();
  }

  /**
   * A program that prints, for each bit-field, the bytes of the object in which that field alone is
   * all ones.
   */
  private static String printer(List<Variable> variables) {
    StringBuilder text =
        new StringBuilder("#include <stdio.h>\n#include <string.h>\n" + declarations());
    text.append(
        "static void show(void *p, int n) { unsigned char *b = p; while (n--) printf(\"%02x\", *b++); puts(\"\"); }\n");
    text.append("int main(void) {\n");
    for (Variable v : variables) {
      for (Field field : ((CompositeType) v.type()).fields()) {
        if (field.isBitField()) {
          text.append("memset(&")
              .append(v.name())
              .append(", 0, sizeof ")
              .append(v.name())
              .append("); ");
          text.append(v.name()).append('.').append(field.name()).append(" = -1; ");
          text.append("printf(\"")
              .append(v.name())
              .append('.')
              .append(field.name())
              .append(" \"); ");
          text.append("show(&")
              .append(v.name())
              .append(", sizeof ")
              .append(v.name())
              .append(");\n");
        }
      }
    }
    return text.append("return 0; }\n").toString();
  }

  private static String expected(List<Variable> variables) {
    StringBuilder lines = new StringBuilder();
    for (Variable v : variables) {
      for (Field field : ((CompositeType) v.type()).fields()) {
        if (field.isBitField()) {
          byte[] bytes = new byte[(int) v.type().size()];
          boolean bool = field.type().toString().contains("_Bool");
          for (int bit = 0; bit < (bool ? 1 : field.bitWidth()); bit++) {
            long at = field.offset() * 8 + field.bitOffset() + bit;
            bytes[(int) (at / 8)] |= (byte) (1 << (at % 8));
          }
          lines.append(v.name()).append('.').append(field.name()).append(' ');
          for (byte b : bytes) {
            lines.append(String.format("%02x", b));
          }
          lines.append('\n');
        }
      }
    }
    return lines.toString();
  }

  @Test
  void bitFieldsOfSystemV() throws Exception {
    Gcc.required();
    List<Variable> variables = variables(Target.LP64);
    assertThat(Gcc.run(directory, printer(variables), "-m64")).isEqualTo(expected(variables));
  }

  @Test
  void bitFieldsOfMicrosoft() throws Exception {
    Gcc.required();
    List<Variable> variables = variables(Target.LLP64);
    assertThat(Gcc.run(directory, printer(variables), "-m64", "-mms-bitfields"))
        .isEqualTo(expected(variables));
  }
}

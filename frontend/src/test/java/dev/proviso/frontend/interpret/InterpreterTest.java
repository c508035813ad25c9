// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import org.junit.jupiter.api.Test;

/** What an execution reports, where it ends, and what it asks for. */
final class InterpreterTest {
  private static final String LIBRARY =
      """
      void *malloc(unsigned long size); void free(void *p);
      int printf(const char *f, ...); int scanf(const char *f, ...);
      """
          .replace("\n", " ");

  @Test
  void badUsesOfMemoryAreReportedAtTheirPlaceAndTheProgramGoesOn() throws Exception {
    Run run =
        Run.of(
            LIBRARY
                + """

                int *kept(void) { int local = 4; return &local; }
                int main(void) {
                  int never;
                  char *m = malloc(3);
                  m[3] = 1;
                  int sum = never + m[3];
                  free(m);
                  m[0] = 2;
                  free(m);
                  free(&sum);
                  sum += *kept();
                  sum += *(int *)0x1234;
                  int some[4];
                  some[1] = 1;
                  sum += some[1] + some[2];
                  return sum + 41;
                }
                """);
    assertThat(run.reports())
        .containsExactly(
            "6 OUT_OF_BOUNDS",
            "7 UNINITIALISED",
            "7 OUT_OF_BOUNDS",
            "9 AFTER_END",
            "10 BAD_FREE",
            "11 BAD_FREE",
            "12 AFTER_END",
            "13 NO_OBJECT",
            "16 UNINITIALISED");
    assertThat(run.outcome()).isEqualTo(new Outcome.Exited(43));
  }

  @Test
  void aReadOutsideAnObjectTouchesNoOther() throws Exception {
    Run run =
        Run.of(
            "int a[2] = {1, 2}, b[2] = {3, 4}; int main(void) { a[2] = 9; return b[0] + a[2]; }");
    assertThat(run.outcome()).isEqualTo(new Outcome.Exited(12));
  }

  @Test
  void aBoolIsZeroOrOneWhateverItsBits() throws Exception {
    String program =
        "union { unsigned char bits; _Bool truth; } u = { 6 };"
            + "int main(void) { return u.truth * 10 + (u.truth == 1); }";
    assertThat(Run.of(program).outcome()).isEqualTo(new Outcome.Exited(11));
  }

  @Test
  void pathsEndWhereTheContractSaysSo() throws Exception {
    assertThat(ended("int main(void) { int *p = 0; return *p; }")).isEqualTo(139);
    assertThat(ended("int zero; int main(void) { return 5 / zero; }")).isEqualTo(136);
    assertThat(ended("int main(void) { __builtin_unreachable(); }")).isEqualTo(132);
    assertThat(ended("void f(void); int main(void) { f(); return 0; }")).isEqualTo(5);
    assertThat(ended("int main(void) { for (;;) ; }")).isEqualTo(5);
    assertThat(ended("int f(int n) { return n + f(n + 1); } int main(void) { return f(0); }"))
        .isEqualTo(139);
  }

  private static int ended(String text) throws Exception {
    Run run = Run.of(text);
    assertThat(run.findings()).hasSize(1);
    return ((Outcome.Stopped) run.outcome()).code();
  }

  @Test
  void inputAndOutputAreThePrograms() throws Exception {
    String text =
        LIBRARY
            + """
            int main(void) {
              int a, n; double d; char word[9], set[9];
              n = scanf("%d ,%lf %8s %[a-c]", &a, &d, word, set);
              printf("%d %d %.2f %s %s\\n", n, a, d, word, set);
              return scanf("%d", &a);
            }
            """;
    Run run = Run.of(Target.LP64, text, " 12, 2.5e1 hello abcd", Choices.USUAL, 1_000_000);
    assertThat(run.output()).isEqualTo("4 12 25.00 hello abc\n");
    assertThat(run.outcome()).isEqualTo(new Outcome.Exited(0));
    assertThat(run.findings()).isEmpty();
  }

  @Test
  void valuesThatTheProgramLeavesOpenAreAskedFor() throws Exception {
    Choices choices =
        new Choices() {
          private byte next = 5;

          @Override
          public byte[] value(Edge havoc, Type type) {
            byte[] image = new byte[(int) type.size()];
            image[0] = next++;
            return image;
          }

          @Override
          public int way(Location location, int ways) {
            return ways - 1;
          }
        };
    String text =
        """
        int __proviso_nondet_int(void);
        int main(void) { int a = __proviso_nondet_int(); return a * 10 + __proviso_nondet_int(); }
        """;
    assertThat(Run.of(Target.LP64, text, "", choices, 1000).outcome())
        .isEqualTo(new Outcome.Exited(56));
  }

  @Test
  void jumpsLeaveActivations() throws Exception {
    Run run =
        Run.of(
            """
            typedef long jmp_buf[32]; int setjmp(jmp_buf b); void longjmp(jmp_buf b, int v);
            static jmp_buf place;
            static void deep(int n) { if (n == 0) longjmp(place, 42); deep(n - 1); }
            int main(void) {
              volatile int count = 0;
              int got = setjmp(place);
              count++;
              if (got == 0) deep(50);
              return got + count;
            }
            """);
    assertThat(run.outcome()).isEqualTo(new Outcome.Exited(44));
    assertThat(run.findings()).isEmpty();
  }

  @Test
  void variableArgumentsFollowEachAbi() throws Exception {
    String text =
        LIBRARY.replace("unsigned long", "__SIZE_TYPE__")
            + """
            typedef __builtin_va_list list;
            int vprintf(const char *f, list l);
            struct three { char c[3]; };
            void show(int n, ...) {
              list l, m;
              __builtin_va_start(l, n);
              __builtin_va_copy(m, l);
              int a = __builtin_va_arg(l, int);
              double d = __builtin_va_arg(l, double);
              struct three s = __builtin_va_arg(l, struct three);
              printf("%d %.1f %d %lld\\n", a, d, s.c[2], __builtin_va_arg(l, long long));
              vprintf("%d %g\\n", m);
            }
            int main(void) { struct three s = {{1, 2, 3}}; show(1, 7, 1.5, s, 1ll << 40); return 0; }
            """;
    for (Target target : Target.values()) {
      Run run = Run.of(target, text, "", Choices.USUAL, 1_000_000);
      assertThat(run.output()).as("%s", target).isEqualTo("7 1.5 3 1099511627776\n7 1.5\n");
      assertThat(run.findings()).as("%s", target).isEmpty();
    }
  }
}

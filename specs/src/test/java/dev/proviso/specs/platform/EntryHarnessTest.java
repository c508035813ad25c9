// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static dev.proviso.specs.platform.ProgramText.INT;
import static dev.proviso.specs.platform.ProgramText.pointer;
import static dev.proviso.specs.platform.ProgramText.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable.Kind;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryHarnessTest {
  private static String print(List<Procedure> procedures) {
    StringBuilder out = new StringBuilder();
    procedures.forEach(p -> out.append(Printer.print(p)));
    return out.toString();
  }

  @Test
  void callsOneOfTheFunctionsWithArbitraryArguments() {
    CompositeType pair = new CompositeType(CompositeType.Kind.STRUCT, "pair");
    pair.complete(
        List.of(new Field("n", INT, 0, 0, -1), new Field("p", pointer(INT), 8, 0, -1)), 16, 8);
    FunctionType first = new FunctionType(INT, List.of(pair, pointer(INT)), false, true);
    FunctionType second = new FunctionType(VoidType.VOID, List.of(), false, true);
    Program program =
        new ProgramText()
            .add(
                1,
                "f",
                first,
                List.of(),
                List.of(
                    variable("f::a", pair, Kind.FORMAL),
                    variable("f::b", pointer(INT), Kind.FORMAL)))
            .define(2, "g", second, List.of())
            .program();
    List<Procedure> harness = EntryHarness.of(program, List.of("initialise"), List.of("f", "g"));
    assertThat(harness).allMatch(p -> p.origin().kind() == Origin.Kind.HARNESS);
    assertThat(print(harness))
        .isEqualTo(
            """
            void proviso_harness() { // entry 0, exit 6
              0 -> 1: initialise()
              1 -> 2: proviso_harness::choice = *
              2 -> 4: assume (proviso_harness::choice == 0)
              4 -> 3: enter_entry_f()
              2 -> 5: assume (proviso_harness::choice == 1)
              5 -> 3: enter_entry_g()
              3 -> 6: return
            }
            void enter_entry_f() { // entry 0, exit 5
              0 -> 1: enter_entry_f::f::a = *
              1 -> 2: enter_entry_f::f::a.p = *
              2 -> 3: enter_entry_f::f::b = *
              3 -> 4: enter_entry_f::result = f(enter_entry_f::f::a, enter_entry_f::f::b)
              4 -> 5: return
            }
            void enter_entry_g() { // entry 0, exit 2
              0 -> 1: g()
              1 -> 2: return
            }
            """);
  }

  @Test
  void countsTheArgumentsOfMainFromZero() {
    FunctionType main = new FunctionType(INT, List.of(INT, pointer(pointer(INT))), false, true);
    Program program = new ProgramText().define(1, "main", main, List.of()).program();
    assertThat(print(EntryHarness.of(program, List.of(), List.of("main"))))
        .contains("assume (0 <= enter_entry_main::p1)");
  }
}

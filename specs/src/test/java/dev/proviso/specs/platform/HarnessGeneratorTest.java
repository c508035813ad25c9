// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.platform.EntryPoint.Others;
import dev.proviso.specs.platform.EntryPoint.Selection;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Platform.Selector;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden.update=DIR} writes what came out to that folder, in place of the comparison. */
class HarnessGeneratorTest {
  private static final Role DISPATCH =
      new Role(
          "BUS_DISPATCH",
          new Selector("unsigned char", "sal_dispatch_type", "unhandled_BUS_DISPATCH"),
          Caller.HARNESS);
  private static final Role UNLOAD = new Role("BUS_UNLOAD", null, Caller.HARNESS);
  private static final Role TIMER = new Role("BUS_TIMER", null, Caller.HARNESS);
  private static final Platform PLATFORM =
      new Platform(
          "bus",
          List.of("bus", "none"),
          Target.LLP64,
          List.of("bus.h"),
          List.of(DISPATCH, UNLOAD, TIMER),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Platform.Undefined.ANYTHING,
          List.of(),
          List.of(),
          new Platform.Content(Path.of("."), List.of(), List.of(), null, Set.of()));
  private static final Map<String, FunctionType> TYPES =
      Map.of(
          "BUS_DISPATCH",
          ProgramText.DISPATCH,
          "BUS_UNLOAD",
          ProgramText.UNLOAD,
          "BUS_TIMER",
          ProgramText.DISPATCH);

  private static EntryPoint entry(Role role, String function, Others others, int... values) {
    List<BigInteger> numbers = Arrays.stream(values).mapToObj(BigInteger::valueOf).toList();
    return new EntryPoint(role, function, Selection.of(numbers, others), List.of());
  }

  @Test
  void writesWhatTheHarnessIncludes() throws IOException {
    FunctionType odd =
        new FunctionType(VoidType.VOID, List.of(ProgramText.pointer(VoidType.VOID)), false, true);
    Program driver =
        new ProgramText()
            .define(1, "Read", ProgramText.DISPATCH, List.of())
            .define(2, "bus.c::Close", ProgramText.DISPATCH, List.of())
            .define(3, "Odd", odd, List.of())
            .define(4, "Unload", ProgramText.UNLOAD, List.of())
            .define(5, "Unload2", ProgramText.UNLOAD, List.of())
            .program();
    EntryPoints entries =
        new EntryPoints(
            List.of(
                entry(DISPATCH, "Read", Others.NONE, 3, 0),
                entry(DISPATCH, "bus.c::Close", Others.NONE, 2),
                entry(DISPATCH, "Odd", Others.ANY),
                entry(UNLOAD, "Unload", Others.NONE),
                entry(UNLOAD, "Unload2", Others.NONE)),
            List.of());
    golden("bus_entries.h", HarnessGenerator.entriesHeader(PLATFORM, TYPES, entries, driver));
  }

  @Test
  void aFunctionForAllOtherSelectorsLeavesNoneUnhandled() {
    Program driver = new ProgramText().define(1, "Pass", ProgramText.DISPATCH, List.of()).program();
    EntryPoints entries =
        new EntryPoints(List.of(entry(DISPATCH, "Pass", Others.UNGIVEN)), List.of());
    assertThat(HarnessGenerator.entriesHeader(PLATFORM, TYPES, entries, driver))
        .contains("    default:\n        return Pass(p1, p2);\n    }\n");
  }

  @Test
  void aFunctionWithMoreParametersGetsArbitraryOnes() {
    FunctionType wide =
        new FunctionType(
            ProgramText.INT,
            List.of(ProgramText.pointer(ProgramText.BUS), ProgramText.INT),
            false,
            true);
    Program driver = new ProgramText().define(1, "Wide", wide, List.of()).program();
    EntryPoints entries = new EntryPoints(List.of(entry(UNLOAD, "Wide", Others.NONE)), List.of());
    assertThat(HarnessGenerator.entriesHeader(PLATFORM, TYPES, entries, driver))
        .contains("    {\n        int p2;\n        Wide(p1, p2);\n        return;\n    }\n");
  }

  private static void golden(String name, String actual) throws IOException {
    String update = System.getProperty("golden.update");
    if (update != null) {
      Files.writeString(Path.of(update, name), actual);
      return;
    }
    try (InputStream expected = HarnessGeneratorTest.class.getResourceAsStream(name)) {
      assertThat(expected).as("golden file " + name).isNotNull();
      assertThat(actual).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

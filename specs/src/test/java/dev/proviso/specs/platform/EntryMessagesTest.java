// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static dev.proviso.specs.platform.ProgramText.UNLOAD;
import static dev.proviso.specs.platform.ProgramText.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.NamedEntry;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Platform.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryMessagesTest {
  private static final Platform PLATFORM =
      new Platform(
          "bus",
          List.of("bus", "none"),
          Target.LLP64,
          List.of(),
          List.of(new Role("BUS_UNLOAD", null, Caller.HARNESS)),
          List.of(
              new Registration.Assignment("BUS_UNLOAD", "_BUS", "Unload"),
              new Registration.CallArgument("BUS_UNLOAD", "BusOnUnload", 2)),
          List.of(new NamedEntry("BUS_UNLOAD", "Stop")),
          List.of(),
          Map.of(),
          Platform.Undefined.ANYTHING,
          List.of(),
          List.of(),
          new Platform.Content(Path.of("."), List.of(), List.of(), null, Set.of("BUS_UNLOAD")));

  @Test
  void saysWhereItLooked() {
    Program program =
        new ProgramText()
            .declare(3, "Halt", UNLOAD, role("BUS_UNLOAD"))
            .define(5, "Work", UNLOAD, List.of())
            .program();
    Message message =
        EntryMessages.nothingFound(program, PLATFORM, EntryFinder.find(program, PLATFORM));
    assertThat(message.sentence())
        .isEqualTo("no entry point found: platform bus calls no function of this program");
    assertThat(message.notes())
        .extracting(n -> n.range() + " " + n.sentence())
        .containsExactly(
            "<none> looked for functions declared with one of the role types BUS_UNLOAD",
            "<none> looked for functions assigned to _BUS.Unload",
            "<none> looked for functions that are argument 2 of BusOnUnload",
            "<none> looked for functions named Stop",
            "bus.c:3:1 'Halt' was not taken: declared with the role type BUS_UNLOAD, but no file given defines it");
    assertThat(message.help()).first().asString().endsWith("--entry Work");
  }

  @Test
  void namesTheNearestFunction() {
    Program program =
        new ProgramText().define(5, "Work", UNLOAD, List.of()).declare(6, "Halt", UNLOAD).program();
    assertThat(EntryMessages.unknownEntry(program, "Wrok").help())
        .containsExactly("did you mean Work?");
    assertThat(EntryMessages.unknownEntry(program, "Halt").sentence())
        .isEqualTo("the function 'Halt' of --entry is declared, but no file given defines it");
    assertThat(EntryNames.find(program, "Halt")).isEmpty();
  }

  @Test
  void aStaticFunctionIsFoundByItsCNameIfItIsTheOnlyOne() {
    Program one = new ProgramText().define(5, "a.c::Work", UNLOAD, List.of()).program();
    assertThat(EntryNames.find(one, "Work"))
        .hasValueSatisfying(p -> assertThat(p.name()).isEqualTo("a.c::Work"));
    Program two =
        new ProgramText()
            .define(5, "a.c::Work", UNLOAD, List.of())
            .define(6, "b.c::Work", UNLOAD, List.of())
            .program();
    assertThat(EntryNames.find(two, "Work")).isEmpty();
    assertThat(EntryNames.find(two, "b.c::Work")).isPresent();
  }
}

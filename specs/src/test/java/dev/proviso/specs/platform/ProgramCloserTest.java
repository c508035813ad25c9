// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small drivers of a made-up bus, closed by the real front end. */
class ProgramCloserTest {
  private static final String HEADER =
      """
      #ifndef BUS_H
      #define BUS_H
      typedef struct _BUS BUS;
      typedef int BUS_DISPATCH(BUS *bus, int *request);
      typedef void BUS_UNLOAD(BUS *bus);
      struct _BUS { BUS_DISPATCH *Dispatch[4]; BUS_UNLOAD *Unload; };
      int BusReady(BUS *bus);
      int BusSend(BUS *bus, int *request);
      void proviso_bus_initialise(void);
      #endif
      """;

  @TempDir Path root;

  @BeforeEach
  void platform() throws IOException {
    write("none/platform.yml", "name: none\n");
    write("none/include/proviso_entries.h", "");
    write("none/include/proviso.h", "int __proviso_nondet_int(void);\n");
    write("bus/include/bus.h", HEADER);
    write(
        "bus/platform.yml",
        """
        name: bus
        headers: [bus.h]
        roles:
          - name: BUS_DISPATCH
            selector: {type: unsigned char, attribute: dispatch_type, defaultFor: unhandled_BUS_DISPATCH}
          - name: BUS_UNLOAD
        registrations:
          - role: BUS_DISPATCH
            assignment: {type: _BUS, member: Dispatch}
        initial: [proviso_bus_initialise]
        assumptions: ["one bus"]
        """);
    write(
        "bus/models/bus.c",
        """
        #include <bus.h>
        static int ready;
        void proviso_bus_initialise(void) { ready = 1; }
        int BusReady(BUS *bus) { return ready; }
        """);
    write(
        "bus/harness.c",
        """
        #include <bus.h>
        #include "proviso_entries.h"
        static BUS bus;
        int unhandled_BUS_DISPATCH(BUS *b, int *request) { return -1; }
        int main(void) {
            int request = 0;
            proviso_bus_initialise();
            enter_BUS_DISPATCH(2, &bus, &request);
            enter_BUS_UNLOAD(&bus);
            return 0;
        }
        """);
  }

  private Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Closing close(String platform, String driver, String... named)
      throws IOException, InputException {
    Platform loaded = new PlatformLibrary(root).load(platform);
    Frontend.Options options =
        new Frontend.Options(
            loaded.target(), List.of(), loaded.content().includes(), List.of(), Origin.Kind.USER);
    Program program =
        Frontend.read(List.of(new Frontend.Source(write("driver.c", driver), options)));
    return new ProgramCloser(program, loaded, List.of()).close(List.of(named));
  }

  private static String text(Program program, String procedure) {
    return Printer.print(program.procedures().get(procedure));
  }

  @Test
  void theHarnessCallsWhatIsFound() throws Exception {
    Closing.Closed closed =
        (Closing.Closed)
            close(
                "bus",
                """
                #include <bus.h>
                static int Read(BUS *bus, int *request) { return BusReady(bus) + BusSend(bus, request); }
                BUS_UNLOAD Stop;
                void Stop(BUS *bus) {}
                void Start(BUS *bus) { bus->Dispatch[2] = Read; }
                """);
    Program program = closed.program();
    assertThat(program.entry()).isEqualTo("main");
    assertThat(closed.entries().found())
        .extracting(EntryPoint::function)
        .containsExactly("Read", "Stop");
    assertThat(text(program, "enter_BUS_DISPATCH")).contains("= Read(", "unhandled_BUS_DISPATCH(");
    assertThat(text(program, "enter_BUS_UNLOAD")).contains("Stop(");
    assertThat(program.procedures().get("BusReady").origin().kind()).isEqualTo(Origin.Kind.MODEL);
    Procedure main = program.procedures().get("main");
    assertThat(main.origin().kind()).isEqualTo(Origin.Kind.HARNESS);
    assertThat(main.origin().range().line()).isEqualTo(5);
    assertThat(main.origin().range().file()).endsWith("bus/harness.c");
    assertThat(closed.texts()).containsKey(main.origin().range().file());
    assertThat(closed.assumptions()).hasSize(2).first().isEqualTo("one bus");
    assertThat(closed.assumptions().get(1)).contains("BusSend (").doesNotContain("BusReady");
    assertThat(program.messages()).isEmpty();
  }

  @Test
  void aProofNamesTheFunctionsThatAreNotCalled() throws Exception {
    Closing.Closed closed =
        (Closing.Closed)
            close(
                "bus",
                """
                #include <bus.h>
                BUS_UNLOAD Stop;
                BUS_DISPATCH Read, Write;
                int Read(BUS *bus, int *request) { return 0; }
                void Start(BUS *bus) { bus->Dispatch[2] = Read; bus->Dispatch[3] = Write; bus->Unload = Stop; }
                """);
    assertThat(closed.assumptions())
        .contains(
            "the system does not call Stop (BUS_UNLOAD), Write (BUS_DISPATCH); proviso entries says why");
  }

  @Test
  void namedFunctionsAreCalledInPlaceOfTheHarness() throws Exception {
    Closing.Closed closed =
        (Closing.Closed)
            close(
                "bus",
                """
                #include <bus.h>
                typedef struct { int n; } own;
                static int work(own o, own *p) { return o.n + p->n; }
                int main(void) { return 0; }
                """,
                "work");
    Program program = closed.program();
    assertThat(program.entry()).isEqualTo("proviso_harness");
    assertThat(text(program, "proviso_harness"))
        .contains("proviso_bus_initialise()", "enter_entry_work()");
    assertThat(text(program, "enter_entry_work")).contains("= work(");
  }

  @Test
  void withoutAHarnessMainIsCalled() throws Exception {
    Closing.Closed closed =
        (Closing.Closed) close("none", "int main(int argc, char **argv) { return 0; }");
    assertThat(text(closed.program(), "enter_entry_main")).contains("assume (0 <= ", "= main(");
    Closing.NoEntryPoint none = (Closing.NoEntryPoint) close("none", "int f(void) { return 0; }");
    assertThat(none.message().help()).first().asString().endsWith("--entry f");
  }

  @Test
  void anUnknownEntryIsNoProgram() throws Exception {
    Closing.UnknownEntry unknown =
        (Closing.UnknownEntry) close("bus", "int work(void) { return 0; }", "wrok");
    assertThat(unknown.message().help()).containsExactly("did you mean work?");
  }

  @Test
  void theDriversOwnBodyCountsBeforeAModel() throws Exception {
    Closing.Closed closed =
        (Closing.Closed)
            close(
                "bus",
                "#include <bus.h>\nint BusReady(BUS *b) { return 7; }\nint f(BUS *b) { return BusReady(b); }\n",
                "f");
    assertThat(text(closed.program(), "BusReady")).contains("return 7");
    assertThat(closed.program().messages())
        .extracting(Message::severity)
        .containsExactly(Message.Severity.WARNING);
  }
}

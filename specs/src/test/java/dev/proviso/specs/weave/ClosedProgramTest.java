// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.platform.ProgramCloser;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import dev.proviso.specs.slic.RuleParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weaving into what platforms make of a program. */
class ClosedProgramTest {
  private static WovenProgram weave(
      Rule rule, String platformName, String user, List<String> entries) throws InputException {
    Platform platform = PlatformLibrary.builtIn().load(platformName);
    Program driver =
        Frontend.readText(
            "user.c",
            user,
            new Frontend.Options(
                platform.target(),
                List.of(),
                platform.content().includes(),
                List.of(),
                Origin.Kind.USER));
    Closing.Closed closed =
        (Closing.Closed) new ProgramCloser(driver, platform, List.of()).close(entries);
    return new Weaver(Surroundings.of(platform, closed, List.of())).weave(rule, closed.program());
  }

  private static List<String> steps(WovenProgram woven, String procedure) {
    return ((Procedure.Body.Defined) woven.program().procedures().get(procedure).body())
        .cfg().edges().stream().map(e -> Printer.print(e.statement())).toList();
  }

  @Test
  void functionsThatNobodyDefinesHaveEvents() throws InputException {
    Rule rule =
        RuleParser.parse(
            "open_it.entry { if ($1 && $2) abort; } shut_it.exit { if ($return) abort; }",
            "R.slic");
    WovenProgram woven =
        weave(
            rule,
            "none",
            "void open_it(int n, ...); int shut_it(void); int main(void) { open_it(1, 2); shut_it(); other(3); return 0; }",
            List.of());
    assertThat(steps(woven, "main"))
        .contains("on_open_it_entry_1(1, 2)", "on_shut_it_exit_2(main::$value0)")
        .anyMatch(s -> s.startsWith("main::$value0 = shut_it("));
    assertThat(steps(woven, "open_it")).noneMatch(s -> s.startsWith("on_"));
  }

  @Test
  void entryPointsRaiseTheirEventsWhenTheEnvironmentCalls() throws InputException {
    Rule rule =
        RuleParser.parse("main.entry { halt; } main.exit { if ($return) abort; }", "R.slic");
    WovenProgram woven = weave(rule, "none", "int main(void) { return 3; }", List.of());
    assertThat(steps(woven, "main")).first().isEqualTo("on_main_entry_1()");
    assertThat(woven.applicability().procedures().keySet())
        .containsExactly("on_main_entry_1", "on_main_exit_2", "any_events");
  }

  @Test
  void rolesOfDriversAreFound() throws InputException {
    String user =
        """
        #include <ntddk.h>
        DRIVER_DISPATCH Read;
        KSPIN_LOCK Lock;
        NTSTATUS Other(PDEVICE_OBJECT d, PIRP i);
        NTSTATUS Read(PDEVICE_OBJECT d, PIRP i) { KIRQL q; KeAcquireSpinLock(&Lock, &q); return Other(d, i); }
        NTSTATUS Other(PDEVICE_OBJECT d, PIRP i) { return 0; }
        NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING p) {
          o->MajorFunction[IRP_MJ_READ] = Read; o->MajorFunction[IRP_MJ_WRITE] = Other; return 0;
        }
        """;
    Rule rule = RuleLibrary.find("SpinLock").rule();
    WovenProgram found = weave(rule, "wdm", user, List.of());
    assertThat(steps(found, "enter_DRIVER_DISPATCH"))
        .contains("on_Read_as_DRIVER_DISPATCH_exit_5()", "on_Other_as_DRIVER_DISPATCH_exit_5()");
    assertThat(steps(found, "Read"))
        .contains("on_KeAcquireSpinLock_entry_1(&Lock)")
        .noneMatch(s -> s.startsWith("on_Other"));
    WovenProgram named = weave(rule, "wdm", user, List.of("Read", "Other"));
    assertThat(steps(named, "enter_entry_Read")).contains("on_Read_as_DRIVER_DISPATCH_exit_5()");
    assertThat(steps(named, "enter_entry_Other")).contains("on_Other_as_DRIVER_DISPATCH_exit_5()");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.EntryPoint.Others;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Platform.Selector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How drivers register their functions, as they write it. */
class EntryFinderOnCodeTest {
  private static final String DECLARATIONS =
      """
      typedef struct _BUS BUS;
      typedef int DISPATCH(BUS *bus, int *request);
      typedef void UNLOAD(BUS *bus);
      struct _BUS { int size; union { struct { DISPATCH *Dispatch[4]; }; int raw; }; UNLOAD *Unload; };
      void OnUnload(BUS *bus, void *function);
      """;

  private static final Platform PLATFORM =
      new Platform(
          "bus",
          List.of("bus", "none"),
          Target.LLP64,
          List.of(),
          List.of(
              new Role(
                  "DISPATCH", new Selector("int", "dispatch_type", "unhandled"), Caller.HARNESS),
              new Role("UNLOAD", null, Caller.HARNESS)),
          List.of(
              new Registration.Assignment("DISPATCH", "_BUS", "Dispatch"),
              new Registration.Assignment("UNLOAD", "_BUS", "Unload"),
              new Registration.CallArgument("UNLOAD", "OnUnload", 2)),
          List.of(),
          List.of(),
          Map.of(),
          Platform.Undefined.ANYTHING,
          List.of(),
          List.of(),
          new Platform.Content(
              Path.of("."), List.of(), List.of(), null, Set.of("DISPATCH", "UNLOAD")));

  private static List<String> found(String code) throws InputException {
    var program =
        Frontend.readText("bus.c", DECLARATIONS + code, Frontend.Options.of(Target.LLP64));
    return EntryFinder.find(program, PLATFORM).found().stream()
        .map(
            e ->
                e.function()
                    + e.selection().values()
                    + (e.selection().others() == Others.NONE ? "" : e.selection().others()))
        .toList();
  }

  private static final String FUNCTIONS =
      """
      static int read(BUS *b, int *r) { return 0; }
      static int pass(BUS *b, int *r) { return 0; }
      static void stop(BUS *b) {}
      """;

  @Test
  void assignmentsInAChain() throws InputException {
    assertThat(
            found(
                FUNCTIONS
                    + "void start(BUS *b) { b->Dispatch[0] = b->Dispatch[2] = read; b->Unload = stop; }"))
        .containsExactly("read[0, 2]", "stop[]");
  }

  @Test
  void aLoopAndThenOneByOne() throws InputException {
    String code =
        "void start(BUS *b) { int i; for (i = 0; i <= 3; i++) b->Dispatch[i] = pass; b->Dispatch[3] = &read; }";
    assertThat(found(FUNCTIONS + code)).containsExactly("pass[]UNGIVEN", "read[3]");
  }

  @Test
  void castsAndCalls() throws InputException {
    String code =
        "static int odd(void *b, void *r) { return 0; }\n"
            + "void start(BUS *b) { b->Dispatch[1] = (DISPATCH *)odd; OnUnload(b, (void *)stop); }";
    assertThat(found(FUNCTIONS + code)).containsExactly("odd[1]", "stop[]");
  }

  @Test
  void initialisersOfGlobalsAndLocals() throws InputException {
    assertThat(
            found(
                FUNCTIONS
                    + "static BUS table = { .Dispatch = { [1] = read, [2] = pass }, .Unload = stop };"))
        .containsExactly("read[1]", "pass[2]", "stop[]");
    assertThat(
            found(
                FUNCTIONS
                    + "void start(void) { BUS b = { .Dispatch = { read }, .Unload = stop }; }"))
        .containsExactly("read[0]", "stop[]");
  }

  @Test
  void throughAHelperAndAChoice() throws InputException {
    String code =
        "static void set(BUS *b, int i, DISPATCH *f) { b->Dispatch[i] = f; }\n"
            + "void start(BUS *b, int c) { set(b, 1, read); b->Dispatch[2] = c ? pass : 0; }";
    assertThat(found(FUNCTIONS + code)).containsExactly("read[]ANY", "pass[2]");
  }

  @Test
  void fromATableOfFunctions() throws InputException {
    String code =
        "static DISPATCH *table[] = { read, pass };\n"
            + "void start(BUS *b) { int i; for (i = 0; i < 2; i++) b->Dispatch[i] = table[i]; }";
    assertThat(found(FUNCTIONS + code)).containsExactly("read[]ANY", "pass[]ANY");
  }

  @Test
  void throughAPointerIntoTheTable() throws InputException {
    String loop =
        "void start(BUS *b) { int i; DISPATCH **d;"
            + " for (i = 0, d = b->Dispatch; i < 4; i++, d++) *d = pass; b->Dispatch[1] = read; }";
    assertThat(found(FUNCTIONS + loop)).containsExactly("pass[]UNGIVEN", "read[1]");
    String direct = "void start(BUS *b) { DISPATCH **d = b->Dispatch; d[2] = read; *d = pass; }";
    assertThat(found(FUNCTIONS + direct)).containsExactly("read[2]", "pass[0]");
  }
}

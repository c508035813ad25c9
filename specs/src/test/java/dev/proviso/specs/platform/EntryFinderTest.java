// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static dev.proviso.specs.platform.ProgramText.BUS;
import static dev.proviso.specs.platform.ProgramText.DISPATCH;
import static dev.proviso.specs.platform.ProgramText.UNLOAD;
import static dev.proviso.specs.platform.ProgramText.address;
import static dev.proviso.specs.platform.ProgramText.constant;
import static dev.proviso.specs.platform.ProgramText.onUnload;
import static dev.proviso.specs.platform.ProgramText.pointer;
import static dev.proviso.specs.platform.ProgramText.read;
import static dev.proviso.specs.platform.ProgramText.role;
import static dev.proviso.specs.platform.ProgramText.slot;
import static dev.proviso.specs.platform.ProgramText.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.program.Variable.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.platform.EntryPoint.Others;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.NamedEntry;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Platform.Selector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryFinderTest {
  private static final Platform PLATFORM =
      new Platform(
          "bus",
          List.of("bus", "none"),
          Target.LLP64,
          List.of("bus.h"),
          List.of(
              new Role("BUS_START", null, Caller.HARNESS),
              new Role(
                  "BUS_DISPATCH",
                  new Selector("UCHAR", "sal_dispatch_type", "unhandled"),
                  Caller.HARNESS),
              new Role("BUS_UNLOAD", null, Caller.HARNESS),
              new Role("BUS_DONE", null, Caller.MODEL),
              new Role("BUS_IDLE", null, Caller.HARNESS)),
          List.of(
              new Registration.Assignment("BUS_DISPATCH", "_BUS", "Dispatch"),
              new Registration.Assignment("BUS_UNLOAD", "_BUS", "Unload"),
              new Registration.CallArgument("BUS_DONE", "BusOnDone", 2)),
          List.of(new NamedEntry("BUS_START", "Start")),
          List.of(),
          Map.of(),
          Platform.Undefined.ANYTHING,
          List.of(),
          List.of(),
          new Platform.Content(
              Path.of("."),
              List.of(),
              List.of(),
              null,
              Set.of("BUS_START", "BUS_DISPATCH", "BUS_UNLOAD")));

  private static final Variable bus = variable("Start::bus", pointer(BUS), Kind.FORMAL);

  private static EntryPoints find(ProgramText program) {
    return EntryFinder.find(program.program(), PLATFORM);
  }

  private static List<String> found(ProgramText program) {
    return find(program).found().stream().map(EntryFinderTest::show).toList();
  }

  private static String show(EntryPoint entry) {
    String others =
        entry.selection().others() == Others.NONE ? "" : " " + entry.selection().others();
    return entry.role().name() + " " + entry.function() + " " + entry.selection().values() + others;
  }

  private static Statement assign(LValue target, Expr value) {
    return new Statement.Assign(target, value);
  }

  private static Annotation dispatchType(String value) {
    return new Annotation("sal_dispatch_type", List.of(value));
  }

  @Test
  void roleTypesAndAttributes() {
    ProgramText program =
        new ProgramText()
            .define(
                1,
                "Read",
                DISPATCH,
                List.of(role("BUS_DISPATCH"), dispatchType("3"), dispatchType("4")))
            .define(
                2,
                "Stop",
                UNLOAD,
                List.of(new Annotation("sal_function_class", List.of("BUS_UNLOAD"))));
    assertThat(found(program)).containsExactly("BUS_DISPATCH Read [3, 4]", "BUS_UNLOAD Stop []");
    assertThat(find(program).found().get(0).evidence())
        .extracting(e -> e.place() + " " + e.sentence())
        .contains(
            "bus.c:1:1 declared with the role type BUS_DISPATCH",
            "bus.c:1:1 sal_dispatch_type says 3");
  }

  @Test
  void registrationsByAssignmentCastAndCall() {
    ProgramText program =
        new ProgramText()
            .define(1, "Read", DISPATCH, List.of())
            .define(2, "Stop", UNLOAD, List.of())
            .define(3, "Done", UNLOAD, List.of())
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(
                    slot(bus, constant(3)),
                    Expr.Cast.of(address("Read", UNLOAD), pointer(DISPATCH))),
                assign(onUnload(bus), address("Stop", UNLOAD)),
                new Statement.Call(
                    null,
                    new Statement.Callee.Direct("BusOnDone"),
                    List.of(
                        read(bus), Expr.Cast.of(address("Done", UNLOAD), pointer(VoidType.VOID)))));
    assertThat(found(program))
        .containsExactly(
            "BUS_START Start []",
            "BUS_DISPATCH Read [3]",
            "BUS_UNLOAD Stop []",
            "BUS_DONE Done []");
    assertThat(find(program).found().get(1).evidence())
        .extracting(e -> e.place() + " " + e.sentence())
        .containsExactly(
            "bus.c:11:1 assigned to bus->Dispatch[3], which registers it as BUS_DISPATCH");
  }

  @Test
  void chainedAssignmentsAndLocalsAreFollowed() {
    Variable handler = variable("Start::h", pointer(UNLOAD), Kind.LOCAL);
    ProgramText program =
        new ProgramText()
            .define(1, "Read", DISPATCH, List.of())
            .define(2, "Stop", UNLOAD, List.of())
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(slot(bus, constant(1)), address("Read", DISPATCH)),
                assign(slot(bus, constant(0)), Expr.Read.of(slot(bus, constant(1)))),
                assign(LValue.Var.of(handler), address("Stop", UNLOAD)),
                assign(onUnload(bus), read(handler)));
    assertThat(found(program))
        .containsExactly("BUS_START Start []", "BUS_DISPATCH Read [0, 1]", "BUS_UNLOAD Stop []");
  }

  @Test
  void parametersAreFollowedToTheCalls() {
    Variable handler = variable("Register::h", pointer(UNLOAD), Kind.FORMAL);
    Variable its = variable("Register::bus", pointer(BUS), Kind.FORMAL);
    ProgramText program =
        new ProgramText()
            .define(2, "Stop", UNLOAD, List.of())
            .add(
                3,
                "Register",
                UNLOAD,
                List.of(),
                List.of(its, handler),
                assign(onUnload(its), read(handler)))
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                new Statement.Call(
                    null,
                    new Statement.Callee.Direct("Register"),
                    List.of(read(bus), address("Stop", UNLOAD))));
    assertThat(found(program)).containsExactly("BUS_START Start []", "BUS_UNLOAD Stop []");
  }

  @Test
  void aLoopFillsTheTable() {
    Variable i = variable("Start::i", Target.LLP64.differenceType(), Kind.LOCAL);
    Statement next = assign(LValue.Var.of(i), Expr.Binary.of(BinaryOp.ADD, read(i), constant(1)));
    ProgramText program =
        new ProgramText()
            .define(1, "Pass", DISPATCH, List.of())
            .define(2, "Read", DISPATCH, List.of())
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(slot(bus, read(i)), address("Pass", DISPATCH)),
                next,
                assign(slot(bus, constant(3)), address("Read", DISPATCH)));
    assertThat(found(program))
        .containsExactly(
            "BUS_START Start []", "BUS_DISPATCH Pass [] UNGIVEN", "BUS_DISPATCH Read [3]");
  }

  @Test
  void staticInitialisers() {
    Variable table = variable("table", BUS, Kind.GLOBAL);
    LValue unload = LValue.Member.of(LValue.Var.of(table), ProgramText.ON_UNLOAD);
    LValue second =
        LValue.Element.of(LValue.Member.of(LValue.Var.of(table), ProgramText.TABLE), constant(2));
    ProgramText program =
        new ProgramText()
            .define(1, "Stop", UNLOAD, List.of())
            .define(2, "Read", DISPATCH, List.of())
            .initialise(table, unload, address("Stop", UNLOAD))
            .initialise(table, second, address("Read", DISPATCH));
    assertThat(found(program)).containsExactly("BUS_DISPATCH Read [2]", "BUS_UNLOAD Stop []");
  }

  @Test
  void anUnknownFunctionMayBeAnyWhoseAddressIsTaken() {
    Variable table = variable("handlers", pointer(pointer(DISPATCH)), Kind.GLOBAL);
    Variable saved = variable("saved", pointer(DISPATCH), Kind.GLOBAL);
    ProgramText program =
        new ProgramText()
            .define(1, "Read", DISPATCH, List.of())
            .define(2, "Stop", UNLOAD, List.of())
            .define(3, "Uncalled", DISPATCH, List.of())
            .initialise(saved, LValue.Var.of(saved), address("Read", DISPATCH))
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(slot(bus, constant(3)), Expr.Read.of(LValue.Deref.of(read(table)))));
    assertThat(found(program)).containsExactly("BUS_START Start []", "BUS_DISPATCH Read [] ANY");
  }

  @Test
  void aRoleWithoutSelectorIsTakenForAnyUnlessOthersAreRegistered() {
    ProgramText alone =
        new ProgramText().define(1, "Read", DISPATCH, List.of(role("BUS_DISPATCH")));
    assertThat(found(alone)).containsExactly("BUS_DISPATCH Read [] ANY");

    ProgramText beside =
        alone
            .define(2, "Write", DISPATCH, List.of(role("BUS_DISPATCH")))
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(slot(bus, constant(4)), address("Write", DISPATCH)));
    assertThat(found(beside)).containsExactly("BUS_START Start []", "BUS_DISPATCH Write [4]");
    assertThat(find(beside).rejected()).hasSize(1);
    assertThat(find(beside).rejected().get(0).why()).startsWith("nothing registers it");
  }

  @Test
  void saysWhyACandidateIsNotTaken() {
    ProgramText program =
        new ProgramText()
            .declare(1, "Stop", UNLOAD, role("BUS_UNLOAD"))
            .define(2, "Idle", UNLOAD, List.of(role("BUS_IDLE")))
            .define(3, "Other", UNLOAD, List.of(role("PCI_UNLOAD")))
            .add(
                10,
                "Start",
                DISPATCH,
                List.of(),
                List.of(bus),
                assign(onUnload(bus), address("Missing", UNLOAD)));
    assertThat(found(program)).containsExactly("BUS_START Start []");
    assertThat(find(program).rejected())
        .extracting(r -> r.place() + " " + r.function() + ": " + r.why())
        .containsExactly(
            "bus.c:1:1 Stop: declared with the role type BUS_UNLOAD, but no file given defines it",
            "bus.c:3:1 Other: declared with the role type PCI_UNLOAD, which is no role of platform bus",
            "bus.c:11:1 Missing: assigned to bus->Unload, which registers it as BUS_UNLOAD, "
                + "but no file given defines it",
            "bus.c:2:1 Idle: the harness of platform bus calls no BUS_IDLE");
  }

  @Test
  void anAttributeWithoutAValueMayMeanAny() {
    ProgramText program =
        new ProgramText()
            .define(1, "Read", DISPATCH, List.of(role("BUS_DISPATCH"), dispatchType("BUS_READ")));
    assertThat(found(program)).containsExactly("BUS_DISPATCH Read [] ANY");
  }

  @Test
  void aNameIsEvidenceOnlyWhereNothingElseTells() {
    ProgramText program =
        new ProgramText()
            .define(1, "Start", DISPATCH, List.of())
            .define(2, "Begin", DISPATCH, List.of(role("BUS_START")));
    assertThat(found(program)).containsExactly("BUS_START Begin []");
  }
}

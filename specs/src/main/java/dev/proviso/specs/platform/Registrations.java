// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Slots.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the places in a driver where it registers functions with the platform. */
final class Registrations {
  private static final FunctionType ANY = new FunctionType(VoidType.VOID, List.of(), false, false);

  private final Program program;
  private final FunctionUses uses;
  private final List<Use> found = new ArrayList<>();

  /**
   * One registration in the code.
   *
   * @param functions those it may register
   * @param complete false if it may register others, too
   * @param type the type that the platform expects
   */
  record Use(
      String role,
      List<String> functions,
      boolean complete,
      Index index,
      FunctionType type,
      SourceRange place,
      String sentence) {}

  private Registrations(Program program, FunctionUses uses) {
    this.program = program;
    this.uses = uses;
  }

  /** All registrations, in the order of the platform's description, then of the program. */
  static List<Use> find(Program program, Platform platform, FunctionUses uses) {
    Registrations search = new Registrations(program, uses);
    for (Registration registration : platform.registrations()) {
      switch (registration) {
        case Registration.Assignment a -> search.assignments(a);
        case Registration.CallArgument c -> search.calls(c);
      }
    }
    return search.found;
  }

  private void assignments(Registration.Assignment wanted) {
    for (Program.Initialiser i : program.initialisers()) {
      Optional<Index> slot = Slots.of(i.target(), wanted, null);
      if (slot.isPresent() && i.value() instanceof Expr.FunctionAddress f) {
        FunctionUses.Values values = new FunctionUses.Values(Set.of(f.procedure()), true);
        String sentence =
            "the initialiser of " + shown(i.target()) + " registers it as " + wanted.role();
        add(
            wanted.role(),
            values,
            slot.get(),
            i.target().type(),
            FunctionUses.declaration(i.target()),
            sentence);
      }
    }
    for (FunctionUses.Step step : uses.steps()) {
      if (step.edge().statement() instanceof Statement.Assign a) {
        Optional<Index> slot = Slots.of(a.target(), wanted, step.procedure());
        if (slot.isPresent()) {
          String sentence =
              "assigned to " + shown(a.target()) + ", which registers it as " + wanted.role();
          FunctionUses.Values values = uses.of(a.value(), step.procedure());
          add(
              wanted.role(),
              values,
              slot.get(),
              a.target().type(),
              step.edge().origin().range(),
              sentence);
        }
      }
    }
  }

  private void calls(Registration.CallArgument wanted) {
    for (FunctionUses.Step step : uses.steps()) {
      if (step.edge().statement() instanceof Statement.Call call
          && call.callee() instanceof Callee.Direct direct
          && direct.procedure().equals(wanted.function())
          && call.arguments().size() >= wanted.argument()) {
        Expr argument = call.arguments().get(wanted.argument() - 1);
        String sentence =
            "argument "
                + wanted.argument()
                + " of "
                + wanted.function()
                + ", which registers it as "
                + wanted.role();
        FunctionUses.Values values = uses.of(argument, step.procedure());
        add(
            wanted.role(),
            values,
            new Index.None(),
            argument.type(),
            step.edge().origin().range(),
            sentence);
      }
    }
  }

  private void add(
      String role,
      FunctionUses.Values values,
      Index index,
      Type type,
      SourceRange place,
      String sentence) {
    FunctionType function =
        type instanceof PointerType p && p.pointee() instanceof FunctionType f ? f : ANY;
    found.add(
        new Use(
            role,
            List.copyOf(values.functions()),
            values.complete(),
            index,
            function,
            place,
            sentence));
  }

  /** As the source has it, without the procedures that variables belong to. */
  private static String shown(LValue path) {
    return path.toString().replaceAll("[\\w.]+::", "");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.platform.Platform.Registration;
import java.math.BigInteger;
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

  /** At which index of a table a function is registered. */
  sealed interface Index {
    /** There is no table. */
    record None() implements Index {}

    record Value(BigInteger value) implements Index {}

    /** A variable that the procedure counts up: the table is filled. */
    record Loop() implements Index {}

    /** Some other value. */
    record Unknown() implements Index {}
  }

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
      if (member(i.target(), wanted).isPresent() && i.value() instanceof Expr.FunctionAddress f) {
        Index index = i.target() instanceof LValue.Element e ? constant(e.index()) : new Index.None();
        FunctionUses.Values values = new FunctionUses.Values(Set.of(f.procedure()), true);
        String sentence = "the initialiser of " + shown(i.target()) + " registers it as " + wanted.role();
        add(wanted.role(), values, index, i.target().type(), FunctionUses.declaration(i.target()), sentence);
      }
    }
    for (FunctionUses.Step step : uses.steps()) {
      Edge edge = step.edge();
      if (edge.statement() instanceof Statement.Assign a && member(a.target(), wanted).isPresent()) {
        Index index = a.target() instanceof LValue.Element e ? index(e.index(), step.procedure()) : new Index.None();
        String sentence = "assigned to " + shown(a.target()) + ", which registers it as " + wanted.role();
        FunctionUses.Values values = uses.of(a.value(), step.procedure());
        add(wanted.role(), values, index, a.target().type(), edge.origin().range(), sentence);
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
            "argument " + wanted.argument() + " of " + wanted.function() + ", which registers it as " + wanted.role();
        FunctionUses.Values values = uses.of(argument, step.procedure());
        add(wanted.role(), values, new Index.None(), argument.type(), step.edge().origin().range(), sentence);
      }
    }
  }

  private void add(
      String role, FunctionUses.Values values, Index index, Type type, SourceRange place, String sentence) {
    FunctionType function = type instanceof PointerType p && p.pointee() instanceof FunctionType f ? f : ANY;
    found.add(new Use(role, List.copyOf(values.functions()), values.complete(), index, function, place, sentence));
  }

  /** The member that the path stores to, perhaps at an index, if it is the wanted one. */
  private static Optional<LValue.Member> member(LValue target, Registration.Assignment wanted) {
    LValue path = target;
    while (path instanceof LValue.Element e) {
      path = e.base();
    }
    if (!(path instanceof LValue.Member member) || !member.field().name().equals(wanted.member())) {
      return Optional.empty();
    }
    for (LValue base = member.base(); ; ) {
      if (base.type() instanceof CompositeType c && c.tag().equals(wanted.type())) {
        return Optional.of(member);
      }
      // Members of anonymous structs belong to the struct around them.
      if (!(base instanceof LValue.Member outer) || !outer.field().name().isEmpty()) {
        return Optional.empty();
      }
      base = outer.base();
    }
  }

  /** As the source has it, without the procedures that variables belong to. */
  private static String shown(LValue path) {
    return path.toString().replaceAll("[\\w.]+::", "");
  }

  private static Index constant(Expr index) {
    return index instanceof Expr.IntConst c ? new Index.Value(c.value()) : new Index.Unknown();
  }

  private static Index index(Expr index, Procedure procedure) {
    if (index instanceof Expr.IntConst) {
      return constant(index);
    }
    return counts(index, procedure) ? new Index.Loop() : new Index.Unknown();
  }

  /** True if the index is a variable of the procedure that it assigns a sum with itself. */
  private static boolean counts(Expr index, Procedure procedure) {
    Expr plain = index;
    while (plain instanceof Expr.Cast c) {
      plain = c.operand();
    }
    if (!(plain instanceof Expr.Read read) || !(procedure.body() instanceof Procedure.Body.Defined body)) {
      return false;
    }
    return body.cfg().edges().stream()
        .map(Edge::statement)
        .anyMatch(
            s ->
                s instanceof Statement.Assign a
                    && a.target() == read.source()
                    && !a.value().variables().isEmpty()
                    && a.value().variables().containsAll(read.variables()));
  }
}

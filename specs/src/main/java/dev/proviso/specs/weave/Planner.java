// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import static dev.proviso.specs.slic.EventKind.CALL;
import static dev.proviso.specs.slic.EventKind.ENTRY;
import static dev.proviso.specs.slic.EventKind.EXIT;
import static dev.proviso.specs.slic.EventKind.RETURN;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls are events. Calls by the code under check are; calls by models, the harness
 * and rule code are not, except of model functions declared {@code event}. Roles are events where
 * the platform calls.
 */
final class Planner {
  private static final String EVENT_ANNOTATION = "proviso_event";

  private final Program program;
  private final Reactions reactions;
  private final Roles roles;
  private final Set<String> addressTaken;
  private @Nullable PointsTo pointsTo;

  Planner(Program program, Reactions reactions, Roles roles) {
    this.program = program;
    this.reactions = reactions;
    this.roles = roles;
    this.addressTaken = Addresses.in(program).functions();
  }

  /** The reactions to one call of a known function. */
  CallPlan plan(Procedure caller, Origin.Kind code, String function) {
    @Nullable Procedure callee = program.procedures().get(function);
    if (callee == null || code == Origin.Kind.RULE) {
      return CallPlan.NOTHING;
    }
    if (isUnderCheck(code)
        || callee.annotations().stream().anyMatch(a -> a.name().equals(EVENT_ANNOTATION))) {
      return reactsInside(callee)
          ? new CallPlan(reactions.of(function, CALL), reactions.of(function, RETURN))
          : new CallPlan(reactions.of(function, CALL, ENTRY), reactions.of(function, EXIT, RETURN));
    }
    return roles
        .playedAt(caller, code, callee)
        .map(
            r ->
                new CallPlan(
                    reactions.inRole(function, r, CALL, ENTRY),
                    reactions.inRole(function, r, EXIT, RETURN)))
        .orElse(CallPlan.NOTHING);
  }

  /**
   * For a call through a pointer: the functions that it may reach and that have reactions there.
   */
  Map<String, CallPlan> planIndirect(
      Procedure caller, Origin.Kind code, Callee.Indirect called, int arguments) {
    FunctionType type = (FunctionType) ((PointerType) called.pointer().type()).pointee();
    Map<String, CallPlan> plans = new LinkedHashMap<>();
    for (Procedure callee : program.procedures().values()) {
      if (addressTaken.contains(callee.name()) && mayBeCalledAs(callee, type, arguments)) {
        CallPlan plan = plan(caller, code, callee.name());
        if (!plan.isEmpty()) {
          plans.put(callee.name(), plan);
        }
      }
    }
    if (!plans.isEmpty()) {
      plans.keySet().retainAll(pointsTo().callees(called));
    }
    return plans;
  }

  /** Made when the first call needs it: many programs have no such call. */
  private PointsTo pointsTo() {
    if (pointsTo == null) {
      pointsTo = PointsTo.analyse(program);
    }
    return pointsTo;
  }

  /** The code under check raises entry and exit in its own functions, whoever calls them. */
  boolean reactsInside(Procedure procedure) {
    return procedure.isDefined() && procedure.origin().kind() == Origin.Kind.USER;
  }

  List<Reaction> onEntry(Procedure procedure) {
    return reactsInside(procedure) ? reactions.of(procedure.name(), ENTRY) : List.of();
  }

  List<Reaction> onExit(Procedure procedure) {
    return reactsInside(procedure) ? reactions.of(procedure.name(), EXIT) : List.of();
  }

  static boolean isUnderCheck(Origin.Kind code) {
    return code == Origin.Kind.USER || code == Origin.Kind.HEADER;
  }

  /**
   * Calls through a pointer of another type are undefined in C, but work where the values are
   * passed alike.
   */
  private static boolean mayBeCalledAs(Procedure callee, FunctionType type, int arguments) {
    List<Type> parameters = callee.type().parameters();
    if (!callee.type().prototyped() || !type.prototyped()) {
      return true;
    }
    if (arguments < parameters.size()
        || (arguments > parameters.size() && !callee.type().variadic())) {
      return false;
    }
    for (int i = 0; i < Math.min(parameters.size(), type.parameters().size()); i++) {
      if (!passedAlike(parameters.get(i), type.parameters().get(i))) {
        return false;
      }
    }
    return type.result() instanceof VoidType
        || callee.type().result() instanceof VoidType
        || passedAlike(type.result(), callee.type().result());
  }

  private static boolean passedAlike(Type a, Type b) {
    boolean aWord = !(a instanceof FloatType) && a.isScalar();
    boolean bWord = !(b instanceof FloatType) && b.isScalar();
    boolean bothPointers = a instanceof PointerType && b instanceof PointerType;
    return bothPointers || (aWord == bWord && a.size() == b.size());
  }
}

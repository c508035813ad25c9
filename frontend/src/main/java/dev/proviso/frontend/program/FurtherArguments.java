// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.Collection;
import java.util.Optional;

/**
 * How arguments beyond the declared ones reach a procedure that asks for them ({@code va_start}):
 * its caller puts them into an object, one after the other as ABIs do on the stack, and lets a
 * global point there. The procedure takes that pointer before it does anything else, and leaves any
 * value behind, as callers do that hand over nothing: nobody sees the arguments of another call.
 * Calls of procedures that ask for none need none of that.
 */
public final class FurtherArguments {
  /** No name of C's. */
  private static final String NAME = "further arguments";

  private FurtherArguments() {}

  /**
   * The global that points to them. Each unit that needs it has one, of which linking makes one.
   */
  public static Variable newGlobal(Target target) {
    return new Variable(
        NAME,
        NAME,
        target.pointerTo(IntType.BYTE),
        Variable.Kind.GLOBAL,
        Variable.Linkage.WEAK,
        false,
        SourceRange.NONE);
  }

  /** The global among those of a program; empty where no procedure asks for such arguments. */
  public static Optional<Variable> global(Collection<Variable> globals) {
    return globals.stream().filter(FurtherArguments::isGlobal).findFirst();
  }

  private static boolean isGlobal(Variable variable) {
    return variable.linkage() == Variable.Linkage.WEAK && variable.id().equals(NAME);
  }

  /** Whether a procedure asks for them: then it begins with that. */
  public static boolean areTakenBy(Procedure procedure) {
    return procedure.type().variadic()
        && procedure.body() instanceof Procedure.Body.Defined d
        && d.cfg().edges().stream().anyMatch(e -> isTaking(e.statement()));
  }

  private static boolean isTaking(Statement statement) {
    return statement instanceof Statement.Assign a
        && a.value().variables().stream().anyMatch(FurtherArguments::isGlobal);
  }

  /** The statement after which nothing is handed over: what is found then is open. */
  public static Statement none(LValue global) {
    return new Statement.Havoc(global, new Statement.Cause.Unspecified());
  }

  /** Where the next one stands behind one that stands there: each takes whole words. */
  public static long after(Target target, long offset, Type type) {
    long word = target.pointerBits() / 8;
    return offset + (type.size() + word - 1) / word * word;
  }
}

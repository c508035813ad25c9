// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.environment.EnvironmentFunction.Head;
import dev.proviso.frontend.environment.EnvironmentFunction.Kind;
import dev.proviso.frontend.link.FurtherArgumentsPassed;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/** Closes a program: see {@link #complete}. */
public final class Environment {
  private final Program program;
  private final Uses uses;
  private final SequencedMap<String, Procedure> procedures;
  private final List<String> functions = new ArrayList<>();

  private final Predicate<String> pure;

  private Environment(Program program, Predicate<String> pure) {
    this.program = program;
    this.pure = pure;
    this.uses = Uses.of(program);
    this.procedures = new LinkedHashMap<>(program.procedures());
  }

  /**
   * Gives every procedure that is called and has no body the body of a function of the environment.
   * Adds a procedure for the code outside the program that function pointers of each type may point
   * to ({@link Annotation#EXTERNAL_CODE}). Procedures whose body is lost stay so; those that jump
   * out of procedures or start threads are lost too. Globals that are declared but not defined
   * start with any value.
   *
   * @param program closed but for these
   */
  public static Completed complete(Program program) {
    return complete(program, name -> false);
  }

  /**
   * The same, where some functions of the environment return anything and do nothing else.
   *
   * @param pure whether the function of that name is one
   */
  public static Completed complete(Program program, Predicate<String> pure) {
    return new Environment(program, pure).complete();
  }

  private Completed complete() {
    List<String> undefined = new ArrayList<>();
    uses.first.forEach(
        (name, place) -> {
          Procedure known = program.procedures().get(name);
          if (known == null || known.body() instanceof Procedure.Body.Undefined) {
            procedures.put(name, define(name, place));
            if (!pure.test(name)) {
              undefined.add(name);
            }
          }
        });
    new CallRewriter(uses, undefined, procedures, program.target()).rewrite();
    addExternalCode();
    new DeclaredVariables(program).rewrite(procedures, uses.first.keySet());
    ExternalFunctionPointers.rewrite(procedures, program.target());
    Program closed =
        new Program(
            program.target(),
            program.globals(),
            program.initialisers(),
            FurtherArgumentsPassed.in(procedures, program.globals(), program.target()),
            program.entry(),
            program.messages());
    return new Completed(closed, functions);
  }

  private Procedure define(String name, SourceRange place) {
    Procedure known = program.procedures().get(name);
    Origin origin = known == null ? Origin.of(Origin.Kind.MODEL, place) : known.origin();
    FunctionType type =
        known == null ? new FunctionType(IntType.INT, List.of(), false, false) : known.type();
    List<Annotation> annotations = known == null ? List.of() : known.annotations();
    String lost = lost(name, annotations);
    if (!lost.isEmpty()) {
      Procedure.Body body = new Procedure.Body.Lost("`" + name + "`: " + lost);
      return new Procedure(name, type, List.of(), List.of(), body, annotations, origin);
    }
    boolean neverReturns = known != null && SpecialFunctions.neverReturns(known);
    if (!neverReturns) {
      functions.add(place.equals(SourceRange.NONE) ? name : name + " (" + place + ")");
    }
    // Without a prototype, callers hand over their arguments as further ones.
    List<Type> parameters = type.prototyped() ? type.parameters() : List.of();
    Kind kind =
        neverReturns
            ? Kind.NO_RETURN
            : pure.test(name)
                ? Kind.PURE
                : uses.addressTaken.contains(name) ? Kind.ARRAYS : Kind.ONE_OBJECT;
    return EnvironmentFunction.of(
        new Head(program.target(), name, type, annotations, origin), parameters, kind);
  }

  /** Why nothing is known of it; empty where it is a function of the environment. */
  private static String lost(String name, List<Annotation> annotations) {
    String special = SpecialFunctions.lost(name);
    return special.isEmpty()
        ? annotations.stream()
            .filter(a -> a.name().equals(Annotation.UNREAD))
            .map(a -> a.arguments().getFirst())
            .findFirst()
            .orElse("")
        : special;
  }

  // Such code may be handed pointers to functions itself, and call them.
  private void addExternalCode() {
    Set<FunctionType> done = new HashSet<>();
    Deque<Procedure> work = new ArrayDeque<>(procedures.values());
    while (!work.isEmpty()) {
      for (FunctionType type : calledThroughPointers(work.poll())) {
        if (done.add(type)) {
          String name = "external code " + done.size();
          List<Annotation> annotations =
              List.of(new Annotation(Annotation.EXTERNAL_CODE, List.of()));
          Head head =
              new Head(
                  program.target(),
                  name,
                  type,
                  annotations,
                  Origin.of(Origin.Kind.MODEL, SourceRange.NONE));
          Procedure code = EnvironmentFunction.of(head, type.parameters(), Kind.ARRAYS);
          procedures.put(name, code);
          work.add(code);
        }
      }
    }
  }

  private static Set<FunctionType> calledThroughPointers(Procedure procedure) {
    Set<FunctionType> found = new LinkedHashSet<>();
    if (procedure.body() instanceof Procedure.Body.Defined body) {
      for (Edge edge : body.cfg().edges()) {
        if (edge.statement() instanceof Statement.Call call
            && call.callee() instanceof Callee.Indirect indirect
            && indirect.pointer().type() instanceof PointerType pointer
            && pointer.pointee() instanceof FunctionType type) {
          found.add(type);
        }
      }
    }
    return found;
  }
}

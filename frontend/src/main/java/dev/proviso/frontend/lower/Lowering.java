// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Program.Initialiser;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.syntax.ExternalDeclaration;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.StaticAssert;
import dev.proviso.frontend.syntax.TranslationUnit;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Lowers one unit: first all declarations of the file, then the initial values of its globals, then
 * the bodies. Functions of system headers that only their own unit could call are lowered where
 * they are mentioned.
 */
public final class Lowering {
  private final Unit unit;
  private final Context file;

  private Lowering(Unit unit) {
    this.unit = unit;
    this.file = new Context(unit, "", Set.of());
  }

  /**
   * What is known of a unit beside its text.
   *
   * @param kind whose code the file itself is
   * @param labels where a label of that name stands, this function without parameters is called
   */
  public record Code(Origin.Kind kind, Map<String, String> labels, Dialect dialect) {}

  /**
   * The open program of a unit. Its messages hold errors where the text is no valid C.
   *
   * @param types the meaning of type names that the text uses and does not declare
   */
  public static Program lower(
      TranslationUnit syntax, Target target, Code code, Map<String, Type> types) {
    Unit unit = new Unit(target, syntax.file(), code);
    types.forEach(
        (name, type) -> unit.fileScope().declare(name, new Symbol.Typedef(TypeInfo.of(type))));
    return new Lowering(unit).program(syntax);
  }

  private Program program(TranslationUnit syntax) {
    for (ExternalDeclaration declaration : syntax.declarations()) {
      guarded(declaration.place(), () -> declare(declaration));
    }
    unit.deferred().forEach(d -> guarded(d.place(), d.work()));
    SequencedMap<String, Procedure> defined = bodies();
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>(defined);
    unit.functions()
        .forEach(
            (name, f) ->
                procedures.computeIfAbsent(
                    name,
                    n -> procedure(f, new Lowered(List.of(), List.of(), withoutDefinition(f)))));
    List<Initialiser> initialisers = new ArrayList<>();
    unit.initialisers()
        .forEach(
            (id, values) -> {
              if (unit.globals().containsKey(id)) {
                initialisers.addAll(values);
              }
            });
    return new Program(
        unit.target(),
        List.copyOf(unit.globals().values()),
        initialisers,
        procedures,
        "main",
        unit.messages());
  }

  private void declare(ExternalDeclaration declaration) {
    switch (declaration) {
      case Declaration d -> file.declarations().declare(d);
      case FunctionDefinition d -> file.declarations().define(d);
      case StaticAssert s -> file.declarations().check(s);
      case ExternalDeclaration.Asm a ->
          unit.warn(a.place(), "assembler text between functions is not read");
      case Problem p -> throw new Invalid(p.place().range(), p.reason());
    }
  }

  /**
   * Runs something and turns what it throws into a message: nothing in a header of the platform
   * ends the run.
   */
  private void guarded(Place place, Runnable work) {
    try {
      work.run();
    } catch (Invalid e) {
      if (unit.isHeader(place)) {
        unit.messages().add(Message.warning(e.range(), e.what() + ": the declaration is left out"));
      } else {
        unit.error(e.range(), e.what());
      }
    } catch (Unsupported e) {
      unit.warn(place, e.what() + " is not supported: the declaration is left out");
    } finally {
      file.leaveTo(unit.fileScope());
    }
  }

  private SequencedMap<String, Procedure> bodies() {
    SequencedMap<String, Procedure> done = new LinkedHashMap<>();
    Set<String> started = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (DeclaredFunction function : List.copyOf(unit.functions().values())) {
        if (function.definition != null && isNeeded(function) && started.add(function.name)) {
          done.put(function.name, procedure(function, lowered(function, function.definition)));
          more = true;
        }
      }
    }
    // In the order of definition, whatever the order in which they were found to be needed.
    SequencedMap<String, Procedure> ordered = new LinkedHashMap<>();
    unit.functions().values().stream()
        .filter(f -> done.containsKey(f.name))
        .sorted(java.util.Comparator.comparingInt(f -> f.order))
        .forEach(f -> ordered.put(f.name, done.get(f.name)));
    return ordered;
  }

  private boolean isNeeded(DeclaredFunction function) {
    boolean ownUnitOnly = function.isStatic || function.isInline;
    return function.origin.kind() != Origin.Kind.HEADER
        || !ownUnitOnly
        || unit.wanted().contains(function.name);
  }

  private Body withoutDefinition(DeclaredFunction function) {
    return function.lost == null || !isNeeded(function)
        ? new Body.Undefined()
        : new Body.Lost(function.lost);
  }

  private record Lowered(List<Variable> formals, List<Variable> locals, Body body) {}

  private Lowered lowered(DeclaredFunction function, FunctionDefinition definition) {
    FunctionLowering lowering = new FunctionLowering(unit, function, definition);
    try {
      Body body = new Body.Defined(lowering.lower());
      return new Lowered(lowering.formals(), lowering.locals(), body);
    } catch (Unsupported e) {
      return lost(lowering, e.range(), e.what());
    } catch (Invalid e) {
      if (function.origin.kind() != Origin.Kind.HEADER) {
        unit.error(e.range(), e.what());
      }
      return lost(lowering, e.range(), e.what());
    }
  }

  private Lowered lost(FunctionLowering lowering, SourceRange range, String reason) {
    unit.messages()
        .add(
            Message.warning(
                range, reason + " cannot be lowered: `" + lowering.name() + "` could do anything"));
    return new Lowered(lowering.formals(), List.of(), new Body.Lost(reason + " at " + range));
  }

  private Procedure procedure(DeclaredFunction function, Lowered lowered) {
    List<Annotation> annotations = new ArrayList<>(function.annotations);
    if (function.isStatic) {
      annotations.add(new Annotation(Annotation.STATIC, List.of()));
    }
    if (function.isInlineOnly(unit.dialect().oldInline()) && function.definition != null) {
      annotations.add(new Annotation(Annotation.INLINE, List.of()));
    }
    return new Procedure(
        function.name,
        function.type,
        lowered.formals(),
        lowered.locals(),
        lowered.body(),
        annotations,
        function.origin);
  }
}

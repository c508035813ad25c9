// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Allocate.Content;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.syntax.Declarator;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.syntax.InitDeclarator;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.Specifiers.Storage;
import dev.proviso.frontend.syntax.StaticAssert;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declarations: what names mean from here on, and for locals what happens where they are declared.
 */
final class Declarations {
  private final Context context;
  private final StaticVariables statics;

  Declarations(Context context) {
    this.context = context;
    this.statics = new StaticVariables(context);
  }

  /**
   * Declares names.
   *
   * @throws Unsupported where a type cannot be lowered: then the names stand for something lost
   */
  void declare(Declaration declaration) {
    try {
      declareAll(declaration);
    } catch (Unsupported e) {
      for (InitDeclarator declarator : declaration.declarators()) {
        String name = declarator.declarator().name();
        if (context.scope().findHere(name) == null) {
          context.scope().declare(name, new Symbol.Lost(e.what()));
        }
      }
      throw e;
    }
  }

  private void declareAll(Declaration declaration) {
    Specifiers specifiers = declaration.specifiers();
    if (specifiers.type() instanceof TypeSpecifier.Inferred) {
      declaration.declarators().forEach(d -> inferred(specifiers, d));
      return;
    }
    TypeInfo base = context.types().specified(specifiers, tagHint(declaration));
    for (InitDeclarator declarator : declaration.declarators()) {
      TypeInfo info = context.types().declared(base, declarator.declarator());
      declare(specifiers, declarator, info);
    }
  }

  /** {@code typedef struct { … } NAME;} gives the struct a name to be printed by. */
  private static @Nullable String tagHint(Declaration declaration) {
    if (!declaration.specifiers().has(Storage.TYPEDEF)) {
      return null;
    }
    return declaration.declarators().stream()
        .map(InitDeclarator::declarator)
        .filter(d -> d.derivations().isEmpty())
        .map(Declarator::name)
        .findFirst()
        .orElse(null);
  }

  /** GNU's {@code __auto_type}. */
  private void inferred(Specifiers specifiers, InitDeclarator declarator) {
    if (!(declarator.initializer() instanceof Initializer.Value v)) {
      throw new Invalid(declarator.place().range(), "`__auto_type` wants a value");
    }
    declare(specifiers, declarator, TypeInfo.of(context.typeOfValue(v.expression())));
  }

  private void declare(Specifiers specifiers, InitDeclarator declarator, TypeInfo info) {
    String name = declarator.declarator().name();
    if (specifiers.has(Storage.TYPEDEF)) {
      List<Attribute> attributes = declarator.declarator().attributes();
      long aligned = Math.max(info.aligned(), context.types().aligned(specifiers, attributes));
      context
          .scope()
          .declare(
              name,
              new Symbol.Typedef(
                  new TypeInfo(
                      info.type(), info.isVolatile(), aligned, info.roles(), info.variableSize())));
    } else if (info.type() instanceof FunctionType type) {
      DeclaredFunction function = function(specifiers, declarator.declarator(), type, info.roles());
      if (declarator.asmLabel() != null) {
        function.annotations.add(
            new Annotation(Annotation.LABEL, List.of(label(declarator.asmLabel()))));
      }
    } else if (context.isFile()) {
      statics.global(specifiers, declarator, info);
    } else if (specifiers.has(Storage.EXTERN)) {
      statics.external(declarator, info);
    } else if (specifiers.has(Storage.STATIC)) {
      statics.ofBlock(declarator, info);
    } else {
      local(declarator, info);
    }
  }

  /** The text of an assembler name, which is made of string literals. */
  static String label(String literals) {
    return literals.replaceAll("\"\\s*\"", "").replace("\"", "").strip();
  }

  DeclaredFunction function(
      Specifiers specifiers, Declarator declarator, FunctionType type, List<String> roles) {
    String name = declarator.name();
    Place place = declarator.place();
    Unit unit = context.unit();
    DeclaredFunction function = unit.functions().get(name);
    if (function == null) {
      function = new DeclaredFunction(name, type, context.origin(place));
      unit.functions().put(name, function);
    } else {
      function.type = merged(function, type, place);
    }
    function.isStatic |= specifiers.has(Storage.STATIC);
    boolean inline = specifiers.function().contains(Specifiers.FunctionSpecifier.INLINE);
    function.isInline |= inline;
    function.isExtern |= inline && specifiers.has(Storage.EXTERN);
    function.isDeclaredPlainly |= !inline;
    for (String role : roles) {
      function.annotations.add(new Annotation(Annotation.ROLE, List.of(role)));
    }
    for (Attribute attribute : specifiers.attributes()) {
      function.annotations.add(context.attributes().annotation(attribute));
    }
    for (Attribute attribute : declarator.attributes()) {
      function.annotations.add(context.attributes().annotation(attribute));
    }
    context.scope().declare(name, new Symbol.Function(function));
    return function;
  }

  /** The attribute of that name. */
  static Optional<Attribute> attribute(String name, Specifiers specifiers, Declarator declarator) {
    return Stream.concat(specifiers.attributes().stream(), declarator.attributes().stream())
        .filter(a -> a.name().equals(name))
        .findFirst();
  }

  private FunctionType merged(DeclaredFunction function, FunctionType type, Place place) {
    if (function.type.equals(type)
        || !type.prototyped() && type.result().equals(function.type.result())) {
      return function.type;
    }
    if (function.type.prototyped() && type.prototyped() && !context.unit().isHeader(place)) {
      context
          .unit()
          .messages()
          .add(
              new Message(
                  Message.Severity.WARNING,
                  place.range(),
                  "`" + function.name + "` is declared with another type than before",
                  List.of(new Message.Note(function.origin.range(), "declared here before")),
                  List.of()));
    }
    return type;
  }

  /**
   * The function that a definition declares; its body waits until the whole file has been read.
   *
   * @throws Unsupported where its type cannot be lowered: then it is there, but lost
   */
  void define(FunctionDefinition definition) {
    try {
      defined(definition);
    } catch (Unsupported e) {
      String name = definition.declarator().name();
      DeclaredFunction function =
          new DeclaredFunction(
              name,
              new FunctionType(VoidType.VOID, List.of(), false, false),
              context.origin(definition.declarator().place()));
      function.isStatic = definition.specifiers().has(Storage.STATIC);
      function.isInline =
          definition.specifiers().function().contains(Specifiers.FunctionSpecifier.INLINE);
      function.order = context.unit().nextOrder();
      function.lost = e.what();
      context.unit().functions().put(name, function);
      context.scope().declare(name, new Symbol.Lost(e.what()));
      throw e;
    }
  }

  private void defined(FunctionDefinition definition) {
    Specifiers specifiers = definition.specifiers();
    TypeInfo base = context.types().specified(specifiers, null);
    TypeInfo info = context.types().declared(base, definition.declarator());
    if (!(info.type() instanceof FunctionType type)) {
      throw new Invalid(
          definition.place().range(), "`" + definition.declarator().name() + "` is no function");
    }
    requireComplete(type.result(), definition.place());
    type.parameters().forEach(t -> requireComplete(t, definition.place()));
    DeclaredFunction known = context.unit().functions().get(definition.declarator().name());
    boolean wasInlineOnly =
        known != null && known.isInlineOnly(context.unit().dialect().oldInline());
    DeclaredFunction function = function(specifiers, definition.declarator(), type, info.roles());
    if (function.definition != null && !wasInlineOnly) {
      context
          .unit()
          .messages()
          .add(
              new Message(
                  Message.Severity.ERROR,
                  definition.declarator().place().range(),
                  "`" + function.name + "` is defined twice",
                  List.of(new Message.Note(function.origin.range(), "defined here before")),
                  List.of()));
      return;
    }
    function.definition = definition;
    function.order = context.unit().nextOrder();
    function.type = type;
    function.origin = context.origin(definition.declarator().place());
  }

  private void requireComplete(Type type, Place place) {
    if (type instanceof CompositeType c && !c.isComplete()) {
      throw context.unit().incomplete(c, place, "`" + c + "` is not defined here");
    }
  }

  private void local(InitDeclarator declarator, TypeInfo info) {
    String name = declarator.declarator().name();
    Place place = declarator.declarator().place();
    Initializer initializer = declarator.initializer();
    if (info.variableSize() != null) {
      variableLength(name, info, info.variableSize(), place);
      return;
    }
    Type type =
        initializer == null
            ? info.type()
            : context.initialisers().completed(info.type(), initializer);
    requireComplete(type, place);
    if (type instanceof VoidType || StaticVariables.isIncomplete(type)) {
      throw new Invalid(place.range(), "`" + name + "` has the incomplete type " + type);
    }
    Variable variable = context.local(name, type, info.isVolatile(), place);
    context.scope().declare(name, new Symbol.Declared(variable, type, null));
    LValue object = LValue.Var.of(variable);
    if (initializer == null || context.isExposed(variable) || !type.isScalar()) {
      context.emit(new Statement.Havoc(object, new Cause.Uninitialised()), place);
    }
    if (initializer != null) {
      context.initialisers().local(object, initializer, place);
    }
    context.statements().cleanup(declarator.declarator().attributes(), variable, place);
  }

  /** An array of variable length is an object of its own, which the variable points to. */
  private void variableLength(String name, TypeInfo info, Expr size, Place place) {
    Variable pointer =
        context.local(name, context.types().pointerTo(info.type()), info.isVolatile(), place);
    context.scope().declare(name, new Symbol.Declared(pointer, info.type(), size));
    context.emit(new Statement.Allocate(LValue.Var.of(pointer), size, Content.ARBITRARY), place);
  }

  void check(StaticAssert check) {
    if (context.constant(check.condition()).signum() == 0) {
      String message = check.message().isEmpty() ? "" : ": " + check.message();
      throw new Invalid(check.place().range(), "the static assertion does not hold" + message);
    }
  }
}

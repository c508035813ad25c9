// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.InitDeclarator;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.Specifiers.Storage;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.Type;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variables with static storage: those outside functions, and what blocks call extern or static.
 */
final class StaticVariables {
  private final Context context;
  private final Map<InitDeclarator, Variable> blockStatics = new IdentityHashMap<>();

  StaticVariables(Context context) {
    this.context = context;
  }

  /** A variable outside functions. */
  void global(Specifiers specifiers, InitDeclarator declarator, TypeInfo info) {
    String name = declarator.declarator().name();
    Initializer initializer = declarator.initializer();
    Type type =
        initializer == null
            ? info.type()
            : context.initialisers().completed(info.type(), initializer);
    Optional<Attribute> alias =
        Declarations.attribute("alias", specifiers, declarator.declarator());
    if (alias.isPresent()) {
      alias(name, alias.get(), type);
      return;
    }
    boolean defined = initializer != null || !specifiers.has(Storage.EXTERN);
    boolean isWeak =
        Declarations.attribute("weak", specifiers, declarator.declarator()).isPresent()
            || Declarations.attribute("selectany", specifiers, declarator.declarator()).isPresent();
    Variable.Linkage linkage =
        specifiers.has(Storage.STATIC)
            ? Variable.Linkage.INTERNAL
            : !defined
                ? Variable.Linkage.DECLARED
                : isWeak ? Variable.Linkage.WEAK : Variable.Linkage.EXTERNAL;
    Place place = declarator.declarator().place();
    String id = id(name, declarator.asmLabel(), place);
    Variable variable = global(id, name, type, linkage, info.isVolatile(), place);
    if (defined) {
      context.unit().globals().put(id, variable);
    }
    if (initializer != null) {
      context.unit().later(declarator.place(), () -> initialise(name, initializer));
    }
  }

  /** The variable of that name; the one before where a further declaration says nothing new. */
  private Variable global(
      String id,
      String name,
      Type type,
      Variable.Linkage linkage,
      boolean isVolatile,
      Place place) {
    Variable before =
        context.scope().findHere(name) instanceof Symbol.Declared known ? known.variable() : null;
    Type newType = before != null && isIncomplete(type) ? before.type() : type;
    Variable.Linkage newLinkage =
        before != null && before.linkage() != Variable.Linkage.DECLARED
            ? before.linkage()
            : linkage;
    if (before != null && before.type().equals(newType) && before.linkage() == newLinkage) {
      return before;
    }
    String newId = before == null ? id : before.id();
    Variable variable =
        new Variable(
            newId, name, newType, Variable.Kind.GLOBAL, newLinkage, isVolatile, place.range());
    context.scope().declare(name, new Symbol.Declared(variable, newType, null));
    context.unit().globals().computeIfPresent(newId, (i, old) -> variable);
    return variable;
  }

  /**
   * What other units know it by: GNU's assembler name, which headers give to what they redirect.
   */
  private String id(String name, @Nullable String assemblerName, Place place) {
    return assemblerName == null || context.unit().isHeader(place)
        ? name
        : Declarations.label(assemblerName);
  }

  /** GNU's second name for a variable of this unit. */
  private void alias(String name, Attribute alias, Type type) {
    String target = context.attributes().annotation(alias).arguments().getFirst();
    if (!(context.unit().fileScope().find(target) instanceof Symbol.Declared known)
        || !known.type().equals(type)) {
      throw new Unsupported(
          alias.place().range(), "another name of a variable that is not declared alike before");
    }
    context.scope().declare(name, known);
    if (known.variable().linkage() != Variable.Linkage.INTERNAL) {
      context
          .unit()
          .warn(
              alias.place(),
              "`"
                  + name
                  + "` is a name of `"
                  + target
                  + "` in this unit alone, for others another object");
    }
  }

  private void initialise(String name, Initializer initializer) {
    if (context.unit().fileScope().find(name) instanceof Symbol.Declared o) {
      context.initialisers().global(o.variable(), initializer);
    }
  }

  static boolean isIncomplete(Type type) {
    return type instanceof ArrayType a && a.length() == ArrayType.UNKNOWN_LENGTH;
  }

  /** A block's declaration of a variable that is defined elsewhere. */
  void external(InitDeclarator declarator, TypeInfo info) {
    String name = declarator.declarator().name();
    Symbol known = context.unit().fileScope().findHere(name);
    if (known == null) {
      Variable variable =
          new Variable(
              name,
              name,
              info.type(),
              Variable.Kind.GLOBAL,
              Variable.Linkage.DECLARED,
              info.isVolatile(),
              declarator.place().range());
      known = new Symbol.Declared(variable, info.type(), null);
      context.unit().fileScope().declare(name, known);
    }
    context.scope().declare(name, known);
  }

  /** A static variable of a block. */
  void ofBlock(InitDeclarator declarator, TypeInfo info) {
    String name = declarator.declarator().name();
    Initializer initializer = declarator.initializer();
    Type type =
        initializer == null
            ? info.type()
            : context.initialisers().completed(info.type(), initializer);
    // A `__finally` block is lowered more than once, but its statics exist once.
    Variable known = blockStatics.get(declarator);
    Variable variable =
        known != null
            ? known
            : new Variable(
                context.localId(name),
                name,
                type,
                Variable.Kind.GLOBAL,
                Variable.Linkage.INTERNAL,
                info.isVolatile(),
                declarator.place().range());
    blockStatics.put(declarator, variable);
    context.unit().globals().put(variable.id(), variable);
    context.scope().declare(name, new Symbol.Declared(variable, type, null));
    if (initializer != null && known == null) {
      context.initialisers().global(variable, initializer);
    }
  }
}

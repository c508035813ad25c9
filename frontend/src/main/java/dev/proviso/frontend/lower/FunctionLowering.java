// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Derivation;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.syntax.Parameter;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lowers one function. */
final class FunctionLowering {
  private final DeclaredFunction function;
  private final FunctionDefinition definition;
  private final Context context;
  private final List<Variable> formals = new ArrayList<>();

  FunctionLowering(Unit unit, DeclaredFunction function, FunctionDefinition definition) {
    this.function = function;
    this.definition = definition;
    Set<String> exposed = new HashSet<>();
    Effects.collectExposed(definition.body(), exposed);
    this.context = new Context(unit, function.name, exposed);
  }

  String name() {
    return function.name;
  }

  List<Variable> formals() {
    return formals;
  }

  /** All variables but the formals; complete once the body is lowered. */
  List<Variable> locals() {
    return context.locals();
  }

  Cfg lower() {
    context.enter();
    declareFormals();
    for (Problem problem : definition.problems()) {
      throw new Invalid(problem.place().range(), problem.reason());
    }
    context.statements().body(definition.body(), function.type.result());
    context.variableArguments().begin(function.origin);
    return context.cfg().build(function.name);
  }

  private void declareFormals() {
    if (definition.declarator().derivations().isEmpty()
        || !(definition.declarator().derivations().get(0) instanceof Derivation.Function f)) {
      return;
    }
    int number = 0;
    for (Parameter parameter : f.parameters()) {
      number++;
      TypeInfo info = context.types().parameter(parameter);
      String name = parameter.declarator().name();
      String shown = name.isEmpty() ? "$p" + number : name;
      Type type = info.type();
      Variable formal =
          new Variable(
              context.localId(shown),
              shown,
              type,
              Variable.Kind.FORMAL,
              info.isVolatile(),
              parameter.place().range());
      formals.add(formal);
      if (!name.isEmpty()) {
        context.scope().declare(name, new Symbol.Declared(formal, type, null));
      }
      evaluateSize(parameter);
    }
  }

  /** The outermost size of an array parameter is evaluated, though it means nothing. */
  private void evaluateSize(Parameter parameter) {
    List<Derivation> derivations = parameter.declarator().derivations();
    if (!derivations.isEmpty()
        && derivations.get(0) instanceof Derivation.Array a
        && a.size() != null
        && !context.effects().of(a.size()).isEmpty()) {
      context.expressions().effect(a.size());
    }
  }
}

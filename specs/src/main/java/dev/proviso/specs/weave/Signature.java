// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule may ask of a function's calls.
 *
 * @param function the procedure's name in the program
 * @param parameters their types
 * @param names their names, empty where the declaration gives none
 * @param open true if calls may have more arguments than {@code parameters}: variadic functions,
 *     functions without prototype
 */
public record Signature(
    String function, Type result, List<Type> parameters, List<String> names, boolean open) {
  public Signature {
    parameters = List.copyOf(parameters);
    names = List.copyOf(names);
  }

  public static Signature of(Procedure procedure, Target target) {
    FunctionType type = procedure.type();
    List<Type> parameters = new ArrayList<>();
    for (Type parameter : procedure.isDefined() ? types(procedure.formals()) : type.parameters()) {
      parameters.add(parameter instanceof ArrayType a ? target.pointerTo(a.element()) : parameter);
    }
    boolean named = procedure.formals().size() == parameters.size();
    List<String> names =
        parameters.isEmpty() || !named
            ? parameters.stream().map(p -> "").toList()
            : procedure.formals().stream().map(Variable::name).toList();
    boolean open = type.variadic() || (!type.prototyped() && !procedure.isDefined());
    return new Signature(procedure.name(), type.result(), parameters, names, open);
  }

  private static List<Type> types(List<Variable> variables) {
    return variables.stream().map(Variable::type).toList();
  }

  /** The function's name as the source has it. */
  public String sourceName() {
    return sourceName(function);
  }

  /** The C name of a procedure: static ones of several files carry their file's name before it. */
  public static String sourceName(String procedure) {
    int colons = procedure.lastIndexOf("::");
    return colons < 0 ? procedure : procedure.substring(colons + 2);
  }

  /** True if there is a {@code $k}. */
  public boolean hasParameter(int k) {
    return k >= 1 && (k <= parameters.size() || open);
  }

  /** The type of {@code $k}; C's implicit {@code int} where nothing declares it. */
  public Type parameter(int k) {
    return k <= parameters.size() ? parameters.get(k - 1) : IntType.INT;
  }

  public boolean hasResult() {
    return !(result instanceof VoidType);
  }

  /** How messages call {@code $k}. */
  public String describe(int k) {
    boolean named = k <= names.size() && !names.get(k - 1).isEmpty();
    return named ? names.get(k - 1) : "argument " + k + " of " + sourceName();
  }
}

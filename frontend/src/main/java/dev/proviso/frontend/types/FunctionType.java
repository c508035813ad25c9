// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function.
 *
 * @param prototyped false for {@code f()} and for functions declared by use: the parameters are
 *     then unknown
 */
public record FunctionType(Type result, List<Type> parameters, boolean variadic, boolean prototyped)
    implements Type {
  public FunctionType {
    parameters = List.copyOf(parameters);
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public long alignment() {
    return 1;
  }

  @Override
  public String toString() {
    String shown = parameters.stream().map(Type::toString).collect(Collectors.joining(", "));
    String rest = variadic ? ", ..." : prototyped ? "" : "?";
    return result + " (" + shown + rest + ")";
  }
}

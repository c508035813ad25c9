// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Calls through a pointer that hand over scalars. Those through pointers that are the same are one
 * call: each of them reaches the same procedures, whose formals get what any of them passes.
 */
final class Invocation implements Use {
  /** What is passed, by position. */
  final List<Value> arguments;

  /** What comes back. */
  final Value result;

  private final Inclusions inclusions;
  private final BiConsumer<String, Invocation> bind;
  private final Set<String> bound = new HashSet<>();

  private record Key(int arguments) {}

  /**
   * @param bind what is done with each procedure that the pointer turns out to point to, once
   */
  Invocation(Inclusions inclusions, int arguments, BiConsumer<String, Invocation> bind) {
    this.inclusions = inclusions;
    this.bind = bind;
    this.arguments = Stream.generate(inclusions::newValue).limit(arguments).toList();
    this.result = inclusions.newValue();
  }

  @Override
  public void at(Place place) {
    if (place.object.thing instanceof Thing.Function f && bound.add(f.procedure())) {
      bind.accept(f.procedure(), this);
    }
  }

  @Override
  public Object key() {
    return new Key(arguments.size());
  }

  @Override
  public void unite(Use other) {
    Invocation call = (Invocation) other;
    for (int i = 0; i < arguments.size(); i++) {
      inclusions.merge(arguments.get(i), call.arguments.get(i));
    }
    inclusions.merge(result, call.result);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {
  private final Memory memory = new Memory();
  private final Inclusions inclusions = memory.inclusions;
  private final List<String> bound = new ArrayList<>();

  private Invocation call(int arguments) {
    return new Invocation(inclusions, arguments, (name, call) -> bound.add(name));
  }

  private Place function(String name) {
    return memory.newObject(new Thing.Function(name)).place(0);
  }

  private Value pointer(Place place) {
    Value value = inclusions.newValue();
    inclusions.point(value, place);
    return value;
  }

  @Test
  void eachFunctionIsBoundOnceAndDataNever() {
    Place f = function("f");
    Value pointer = pointer(f);
    inclusions.each(pointer, call(1));
    inclusions.point(pointer, f);
    inclusions.point(pointer, function("g"));
    inclusions.point(pointer, memory.newObject(new Thing.Internal()).place(0));
    inclusions.solve();
    assertThat(bound).containsExactly("f", "g");
  }

  @Test
  void callsThroughOnePointerAreOneForEachNumberOfArguments() {
    Value pointer = pointer(function("f"));
    Invocation first = inclusions.each(pointer, call(2));
    assertThat(inclusions.each(pointer, call(2))).isSameAs(first);
    assertThat(inclusions.each(pointer, call(1))).isNotSameAs(first);
  }

  @Test
  void callsThroughPointersThatBecomeTheSamePassTheSame() {
    Value one = pointer(function("f"));
    Value other = pointer(function("g"));
    Invocation first = inclusions.each(one, call(1));
    Invocation second = inclusions.each(other, call(1));
    Place object = memory.newObject(new Thing.Internal()).place(0);
    inclusions.point(second.arguments.getFirst(), object);
    inclusions.merge(one, other);
    inclusions.solve();
    assertThat(first.arguments.getFirst().root()).isSameAs(second.arguments.getFirst().root());
    assertThat(first.result.root()).isSameAs(second.result.root());
    assertThat(first.arguments.getFirst().targets()).containsExactly(object);
    assertThat(bound).contains("f", "g");
  }
}

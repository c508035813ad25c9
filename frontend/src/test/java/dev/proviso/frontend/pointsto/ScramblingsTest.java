// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static dev.proviso.frontend.program.ProgramBuilder.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.program.ProgramBuilder;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of unknown code, each handed what a global points to. */
class ScramblingsTest {
  /** Enough to make a call one of those that others are compared with. */
  private static final int MANY = 80;

  private static final PointerType LINK = pointer(INT);

  private final ProgramBuilder program = new ProgramBuilder();
  private final Variable first = program.global("first", LINK);
  private final Variable second = program.global("second", LINK);
  private final Scramblings scramblings = new Scramblings();
  private Constraints constraints;
  private Memory memory;

  @BeforeEach
  void start() {
    program.procedure("main", VOID).end();
    constraints = new Constraints(new World(program.build("main"), new Scalars()));
    memory = constraints.world.memory;
  }

  /** An object that begins with a pointer to int. */
  private MemoryObject object() {
    MemoryObject object = memory.newObject(new Thing.Internal());
    memory.access(object.place(0), LINK);
    return object;
  }

  private List<MemoryObject> objects(int count) {
    List<MemoryObject> objects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      objects.add(object());
    }
    return objects;
  }

  private void point(Variable variable, List<MemoryObject> objects) {
    objects.forEach(o -> memory.inclusions.point(constraints.variable(variable), o.place(0)));
  }

  private void call(Variable handed) {
    scramblings.add(new Scrambling(constraints, List.of(read(handed))));
  }

  private void apply() {
    long before;
    do {
      before = memory.changes();
      scramblings.apply();
      memory.arithmetic.solve();
    } while (memory.changes() != before);
  }

  private static Value held(MemoryObject object) {
    return object.cells.firstEntry().getValue().value.root();
  }

  @Test
  void pointersThatOneCallReachesMayBeExchangedAndMayGetOthers() {
    MemoryObject target = memory.newObject(new Thing.Internal());
    List<MemoryObject> two = objects(2);
    memory.inclusions.point(held(two.getFirst()), target.place(0));
    point(first, two);
    call(first);
    apply();
    assertThat(held(two.getLast()).targets()).contains(target.place(0));
    assertThat(held(two.getLast()).targets())
        .anyMatch(p -> p.object.thing instanceof Thing.External);
  }

  @Test
  void callsThatReachOtherObjectsStayApart() {
    List<MemoryObject> some = objects(MANY);
    List<MemoryObject> others = objects(MANY);
    point(first, some);
    point(second, others);
    call(first);
    call(second);
    apply();
    assertThat(held(some.getFirst())).isNotSameAs(held(others.getFirst()));
  }

  @Test
  void callsThatReachMuchAndMostlyTheSameAreOne() {
    List<MemoryObject> some = objects(MANY);
    MemoryObject one = object();
    MemoryObject other = object();
    point(first, some);
    point(second, some);
    point(first, List.of(one));
    point(second, List.of(other));
    call(first);
    call(second);
    apply();
    assertThat(held(one)).isSameAs(held(other));
  }

  @Test
  void whatIsHandedWithinTheReachOfAnotherCallMayBeKeptThere() {
    List<MemoryObject> some = objects(MANY);
    point(first, some);
    point(second, List.of(some.getFirst()));
    call(first);
    call(second);
    apply();
    assertThat(held(some.getLast()).targets()).contains(some.getFirst().place(0));
  }
}

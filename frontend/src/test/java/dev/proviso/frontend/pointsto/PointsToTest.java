// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static dev.proviso.frontend.program.ProgramBuilder.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.ProgramBuilder;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointsToTest {
  private static final FunctionType CALLBACK =
      new FunctionType(VOID, List.of(pointer(VOID)), false, true);

  private final ProgramBuilder program = new ProgramBuilder();
  private final ProgramBuilder.Body main = program.procedure("main", VOID);

  private PointsTo analyse() {
    main.end();
    return PointsTo.analyse(program.build("main"));
  }

  @Test
  void variablesWithoutAddressAreNotInMemory() {
    Variable x = main.local("x", INT);
    Variable y = main.local("y", INT);
    Variable p = main.local("p", pointer(INT));
    main.set(var(p), address(x)).set(var(y), read(deref(read(p))));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.inMemory(x)).isTrue();
    assertThat(pointsTo.inMemory(y)).isFalse();
    assertThat(pointsTo.inMemory(p)).isFalse();
    assertThat(pointsTo.region(var(x))).isSameAs(pointsTo.region(deref(read(p))));
    assertThat(pointsTo.region(var(x)).cellBits()).isEqualTo(32);
    assertThat(pointsTo.variables(pointsTo.region(var(x)))).containsExactly(x);
    assertThatThrownBy(() -> pointsTo.region(var(y))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aggregatesIndexedByVariablesAreInMemory() {
    Variable i = main.local("i", LONG);
    Variable a = main.local("a", new ArrayType(struct("s", "x", INT), 4));
    Variable b = main.local("b", new ArrayType(INT, 4));
    main.set(member(element(var(a), read(i)), "x"), read(element(var(b), 1)));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.inMemory(a)).isTrue();
    assertThat(pointsTo.inMemory(b)).isFalse();
  }

  @Test
  void unionsStayVariablesWhileOnlyOneMemberIsUsed() {
    CompositeType union =
        complete(new CompositeType(CompositeType.Kind.UNION, "u"), "i", INT, "c", CHAR);
    Variable one = main.local("one", union);
    Variable both = main.local("both", union);
    main.add(new Statement.Havoc(var(one), new Statement.Cause.Uninitialised()))
        .set(member(var(one), "i"), number32(1))
        .set(member(var(both), "i"), number32(1))
        .set(member(var(both), "c"), cast(number(1), CHAR));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.inMemory(one)).isFalse();
    assertThat(pointsTo.inMemory(both)).isTrue();
    Region region = pointsTo.region(member(var(both), "i"));
    assertThat(region).isSameAs(pointsTo.region(member(var(both), "c")));
    assertThat(region.cellBits()).isEqualTo(8);
  }

  private static Expr number32(long value) {
    return Expr.IntConst.of(value, INT);
  }

  @Test
  void membersHaveRegionsOfTheirOwn() {
    CompositeType s = struct("s", "a", INT, "b", INT, "c", pointer(INT));
    Variable v = program.global("v", s);
    Variable p = main.local("p", pointer(s));
    main.set(var(p), address(v))
        .set(arrow(read(p), "a"), number32(1))
        .set(arrow(read(p), "b"), number32(2))
        .set(arrow(read(p), "c"), address(arrow(read(p), "b")));
    PointsTo pointsTo = analyse();
    Region a = pointsTo.region(member(var(v), "a"));
    Region b = pointsTo.region(arrow(read(p), "b"));
    assertThat(a).isNotSameAs(b);
    assertThat(b).isSameAs(pointsTo.region(deref(read(member(var(v), "c")))));
    assertThat(b.name()).isEqualTo("v.b");
  }

  @Test
  void containerOfFindsTheContainer() {
    CompositeType link = struct("link", "next", pointer(VOID));
    CompositeType record = struct("record", "key", INT, "link", link);
    Variable v = program.global("v", record);
    Variable l = main.local("l", pointer(link));
    Variable r = main.local("r", pointer(record));
    Expr start = plus(cast(read(l), pointer(CHAR)), number(-8));
    main.set(var(l), address(member(var(v), "link")))
        .set(var(r), cast(start, pointer(record)))
        .set(arrow(read(r), "key"), number32(3))
        .set(arrow(read(l), "next"), Expr.IntConst.of(0, pointer(VOID)));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(arrow(read(r), "key")))
        .isSameAs(pointsTo.region(member(var(v), "key")));
    assertThat(pointsTo.region(arrow(read(r), "key")))
        .isNotSameAs(pointsTo.region(arrow(read(l), "next")));
    assertThat(pointsTo.region(arrow(read(r), "key")).cellBits()).isEqualTo(32);
  }

  @Test
  void listsAreOneRecord() {
    CompositeType node = new CompositeType(CompositeType.Kind.STRUCT, "node");
    complete(node, "value", INT, "next", pointer(node));
    Variable head = program.global("head", pointer(node));
    Variable n = main.local("n", pointer(node));
    main.add(new Statement.Allocate(var(n), number(16), Statement.Allocate.Content.ARBITRARY))
        .set(arrow(read(n), "next"), read(head))
        .set(var(head), read(n))
        .set(arrow(read(arrow(read(head), "next")), "value"), number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(arrow(read(arrow(read(head), "next")), "value")))
        .isSameAs(pointsTo.region(arrow(read(n), "value")));
    assertThat(pointsTo.region(arrow(read(n), "value")))
        .isNotSameAs(pointsTo.region(arrow(read(n), "next")));
    assertThat(pointsTo.reachable(read(n))).hasSize(2);
  }

  @Test
  void walkingOverAMemberArrayLeavesTheOtherMembersAlone() {
    CompositeType s = struct("s", "before", INT, "a", new ArrayType(INT, 4), "after", INT);
    Variable v = program.global("v", s);
    Variable p = main.local("p", pointer(INT));
    LValue after = deref(address(member(var(v), "after")));
    main.set(var(p), decay(member(var(v), "a")))
        .set(var(p), plus(read(p), number(4)))
        .set(deref(read(p)), number32(1))
        .set(member(var(v), "before"), read(element(member(var(v), "a"), 3)))
        .set(after, number32(1));
    PointsTo pointsTo = analyse();
    Region array = pointsTo.region(element(member(var(v), "a"), 3));
    assertThat(array).isSameAs(pointsTo.region(deref(read(p))));
    assertThat(array.cellBits()).isEqualTo(32);
    assertThat(array).isNotIn(pointsTo.region(member(var(v), "before")), pointsTo.region(after));
  }

  @Test
  void walkingFromOneRowReachesTheNext() {
    Variable grid = program.global("grid", new ArrayType(new ArrayType(INT, 3), 2));
    Variable p = main.local("p", pointer(INT));
    Variable i = main.local("i", LONG);
    main.set(var(p), address(element(element(var(grid), 0), 0)))
        .set(deref(plus(read(p), read(i))), number32(1))
        .set(element(element(var(grid), 1), 0), number32(2));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(element(element(var(grid), 1), 0)))
        .isSameAs(pointsTo.region(deref(plus(read(p), read(i)))));
  }

  @Test
  void bytesOfAStructThatBeginsWithAnArrayAreAllOfIt() {
    CompositeType s = struct("s", "text", new ArrayType(CHAR, 8), "after", INT);
    Variable v = program.global("v", s);
    Variable p = main.local("p", pointer(CHAR));
    Variable i = main.local("i", LONG);
    main.set(var(p), cast(address(v), pointer(CHAR)))
        .set(deref(plus(read(p), read(i))), cast(number(0), CHAR))
        .set(element(member(var(v), "text"), 0), cast(number(1), CHAR))
        .set(member(var(v), "after"), number32(1));
    PointsTo pointsTo = analyse();
    Region after = pointsTo.region(member(var(v), "after"));
    assertThat(after).isSameAs(pointsTo.region(deref(plus(read(p), read(i)))));
    assertThat(after.cellBits()).isEqualTo(8);
  }

  @Test
  void arraysOfStructsKeepTheirFieldsApart() {
    CompositeType s = struct("s", "a", INT, "b", INT);
    Variable i = main.local("i", LONG);
    Variable array = program.global("array", new ArrayType(s, 10));
    Variable p = main.local("p", pointer(s));
    main.add(new Statement.Allocate(var(p), times(read(i), 8), Statement.Allocate.Content.ZERO))
        .set(arrow(plus(read(p), times(read(i), 8)), "a"), number32(1))
        .set(arrow(plus(read(p), times(read(i), 8)), "b"), number32(1))
        .set(member(element(var(array), read(i)), "b"), number32(1))
        .set(member(element(var(array), 3), "a"), number32(1));
    PointsTo pointsTo = analyse();
    Region heapA = pointsTo.region(arrow(plus(read(p), times(read(i), 8)), "a"));
    Region heapB = pointsTo.region(arrow(plus(read(p), times(read(i), 8)), "b"));
    assertThat(heapA).isNotSameAs(heapB);
    assertThat(heapB.cellBits()).isEqualTo(32);
    Region b = pointsTo.region(member(element(var(array), 7), "b"));
    assertThat(b).isSameAs(pointsTo.region(member(element(var(array), read(i)), "b")));
    assertThat(b).isNotSameAs(pointsTo.region(member(element(var(array), 7), "a")));
  }

  @Test
  void structCopiesCopyPointers() {
    CompositeType s = struct("s", "n", INT, "p", pointer(INT));
    Variable x = main.local("x", INT);
    Variable a = main.local("a", s);
    Variable b = main.local("b", s);
    main.set(member(var(a), "p"), address(x))
        .set(var(b), read(a))
        .set(deref(read(member(var(b), "p"))), number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.inMemory(b)).isFalse();
    assertThat(pointsTo.region(deref(read(member(var(b), "p"))))).isSameAs(pointsTo.region(var(x)));
  }

  @Test
  void copiedMemoryHoldsTheSamePointers() {
    CompositeType s = struct("s", "n", INT, "p", pointer(INT));
    Variable x = main.local("x", INT);
    Variable a = main.local("a", s);
    Variable b = main.local("b", s);
    main.add(new Statement.CopyMemory(address(b), address(a), number(16)))
        .set(member(var(a), "p"), address(x))
        .set(deref(read(member(var(b), "p"))), number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(deref(read(member(var(b), "p"))))).isSameAs(pointsTo.region(var(x)));
    assertThat(pointsTo.region(member(var(a), "p")))
        .isNotSameAs(pointsTo.region(member(var(b), "p")));
    assertThat(pointsTo.touched(address(b), number(8))).isEmpty();
    assertThat(pointsTo.touched(address(b), number(16)))
        .containsExactly(pointsTo.region(member(var(b), "p")));
  }

  @Test
  void pointersCopiedByBytesAreFollowed() {
    Variable x = main.local("x", INT);
    Variable p = main.local("p", pointer(INT));
    Variable q = main.local("q", pointer(INT));
    Variable i = main.local("i", LONG);
    main.set(var(p), address(x))
        .set(
            deref(plus(cast(address(q), pointer(CHAR)), read(i))),
            read(deref(plus(cast(address(p), pointer(CHAR)), read(i)))))
        .set(deref(read(q)), number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(deref(read(q)))).isSameAs(pointsTo.region(var(x)));
    assertThat(pointsTo.region(var(q)).cellBits()).isEqualTo(8);
  }

  @Test
  void integersHoldPointers() {
    Variable x = main.local("x", INT);
    Variable n = main.local("n", LONG);
    Variable m = main.local("m", LONG);
    main.set(var(n), cast(address(x), LONG))
        .set(deref(cast(read(n), pointer(INT))), number32(1))
        .set(deref(cast(read(m), pointer(INT))), number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(deref(cast(read(n), pointer(INT)))))
        .isSameAs(pointsTo.region(var(x)));
    assertThat(pointsTo.region(deref(cast(read(m), pointer(INT)))))
        .isNotSameAs(pointsTo.region(var(x)));
  }

  @Test
  void functionTablesResolve() {
    CompositeType operations =
        struct("operations", "open", pointer(CALLBACK), "close", pointer(CALLBACK));
    Variable table = program.global("table", operations);
    Variable p = main.local("p", pointer(operations));
    program.initialise(member(var(table), "open"), function("open", CALLBACK));
    program.initialise(member(var(table), "close"), function("close", CALLBACK));
    Variable x = main.local("x", INT);
    for (String name : List.of("open", "close")) {
      ProgramBuilder.Body body = program.procedure(name, VOID);
      Variable context = body.formal("context", pointer(VOID));
      body.set(deref(cast(read(context), pointer(INT))), number32(1)).end();
    }
    Expr open = read(arrow(read(p), "open"));
    main.set(var(p), address(table)).callThrough(open, cast(address(x), pointer(VOID)));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.callees(new Callee.Indirect(open))).containsExactly("open");
    assertThat(pointsTo.unresolved(new Callee.Indirect(open))).isFalse();
    CallGraph calls = CallGraph.of(program.build("main"), pointsTo);
    assertThat(calls.reachable()).containsExactly("main", "open");
    assertThat(calls.bottomUp()).containsExactly("open", "main");
    ModRef modRef = ModRef.of(program.build("main"), pointsTo, calls);
    assertThat(modRef.modifiedRegions("open")).containsExactly(pointsTo.region(var(x)));
    assertThat(modRef.modifiedRegions("main")).containsExactly(pointsTo.region(var(x)));
    assertThat(modRef.readRegions("open")).isEmpty();
  }

  @Test
  void callbacksGetTheirContext() {
    ProgramBuilder.Body each = program.procedure("each", VOID);
    Variable f = each.formal("f", pointer(CALLBACK));
    Variable c = each.formal("c", pointer(VOID));
    each.callThrough(read(f), read(c)).end();
    ProgramBuilder.Body body = program.procedure("callback", VOID);
    Variable context = body.formal("context", pointer(VOID));
    LValue target = deref(cast(read(context), pointer(INT)));
    body.set(target, number32(1)).end();
    Variable x = main.local("x", INT);
    main.call("each", function("callback", CALLBACK), cast(address(x), pointer(VOID)));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(target)).isSameAs(pointsTo.region(var(x)));
    assertThat(pointsTo.escapes(x)).isFalse();
  }

  @Test
  void callsThroughNullOnlyAreResolvedAndThroughAnythingAreNot() {
    Variable hook = program.global("hook", pointer(CALLBACK));
    Variable wild = main.local("wild", pointer(CALLBACK));
    Variable external = main.local("external", pointer(CALLBACK));
    main.add(new Statement.Havoc(var(wild), new Statement.Cause.Uninitialised()))
        .add(new Statement.Havoc(var(external), new Statement.Cause.External()));
    for (Variable v : List.of(hook, wild, external)) {
      main.callThrough(read(v), Expr.IntConst.of(0, pointer(VOID)));
    }
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.callees(new Callee.Indirect(read(hook)))).isEmpty();
    assertThat(pointsTo.unresolved(new Callee.Indirect(read(hook)))).isFalse();
    assertThat(pointsTo.unresolved(new Callee.Indirect(read(wild)))).isTrue();
    assertThat(pointsTo.unresolved(new Callee.Indirect(read(external)))).isTrue();
    assertThat(CallGraph.of(program.build("main"), pointsTo).unresolved()).hasSize(2);
  }

  @Test
  void externalObjectsAreTheirOwn() {
    CompositeType inner = struct("inner", "n", INT);
    CompositeType outer = struct("outer", "p", pointer(inner));
    Variable o = main.local("o", pointer(outer));
    Variable x = program.global("x", inner);
    Variable i = main.local("i", pointer(inner));
    Expr p = read(arrow(read(o), "p"));
    main.add(new Statement.Havoc(var(o), new Statement.Cause.External()))
        .set(arrow(p, "n"), number32(1))
        .set(var(i), address(x))
        .set(arrow(read(i), "n"), number32(2));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.pointsToExternalOnly(read(o))).isTrue();
    assertThat(pointsTo.pointsToExternalOnly(p)).isTrue();
    assertThat(pointsTo.pointsToExternalOnly(read(i))).isFalse();
    assertThat(pointsTo.region(arrow(p, "n"))).isNotSameAs(pointsTo.region(arrow(read(i), "n")));
  }

  @Test
  void scrambledPointersPointToWhatWasReachable() {
    CompositeType s = struct("s", "a", pointer(INT), "b", pointer(INT));
    Variable x = main.local("x", INT);
    Variable y = main.local("y", INT);
    Variable z = main.local("z", INT);
    Variable v = main.local("v", s);
    Variable p = main.local("p", pointer(INT));
    main.set(member(var(v), "a"), address(x))
        .set(member(var(v), "b"), address(y))
        .set(var(p), address(z))
        .add(new Statement.Scramble(List.of(address(v))))
        .set(deref(read(member(var(v), "a"))), number32(1));
    PointsTo pointsTo = analyse();
    Region a = pointsTo.region(deref(read(member(var(v), "a"))));
    assertThat(a).isSameAs(pointsTo.region(var(y))).isSameAs(pointsTo.region(var(x)));
    assertThat(a).isNotSameAs(pointsTo.region(var(z)));
    assertThat(pointsTo.reachable(address(v))).contains(a);
  }

  @Test
  void localsEscapeThroughGlobalsAndResults() {
    Variable keep = program.global("keep", pointer(INT));
    Variable stored = main.local("stored", INT);
    Variable linked = main.local("linked", INT);
    Variable used = main.local("used", INT);
    Variable local = main.local("local", pointer(INT));
    Variable p = main.local("p", pointer(INT));
    Variable holder = main.local("holder", pointer(pointer(INT)));
    main.set(var(keep), address(stored))
        .set(var(holder), address(local))
        .set(deref(read(holder)), address(linked))
        .set(var(p), address(used));
    ProgramBuilder.Body giving = program.procedure("giving", pointer(INT));
    Variable given = giving.local("given", INT);
    giving.add(new Statement.Return(address(given))).end();
    main.call("giving");
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.escapes(stored)).isTrue();
    assertThat(pointsTo.escapes(given)).isTrue();
    assertThat(pointsTo.escapes(linked)).isFalse();
    assertThat(pointsTo.escapes(used)).isFalse();
  }

  @Test
  void misalignedAccessesMakeBytes() {
    Variable x = program.global("x", new ArrayType(CHAR, 16));
    Variable p = main.local("p", pointer(CHAR));
    LValue word = deref(cast(plus(read(p), number(2)), pointer(INT)));
    main.set(var(p), decay(var(x))).set(word, number32(1));
    PointsTo pointsTo = analyse();
    assertThat(pointsTo.region(word).cellBits()).isEqualTo(8);
  }

  @Test
  void recursionIsSeen() {
    program.procedure("even", VOID).call("odd").end();
    program.procedure("odd", VOID).call("even").end();
    main.call("even");
    PointsTo pointsTo = analyse();
    CallGraph calls = CallGraph.of(program.build("main"), pointsTo);
    assertThat(calls.isRecursive("even")).isTrue();
    assertThat(calls.isRecursive("main")).isFalse();
    assertThat(calls.bottomUp()).last().isEqualTo("main");
    assertThat(calls.callers("even")).containsExactlyInAnyOrder("main", "odd");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import static dev.proviso.frontend.program.ProgramBuilder.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.ProgramBuilder;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final FunctionType CALLBACK =
      new FunctionType(VOID, List.of(pointer(VOID)), false, true);

  private final ProgramBuilder program = new ProgramBuilder();
  private final ProgramBuilder.Body main = program.procedure("main", VOID);

  private Completed complete() {
    main.end();
    return Environment.complete(program.build("main"));
  }

  private static String print(Completed completed, String name) {
    Procedure procedure = completed.program().procedures().get(name);
    return Printer.print(java.util.Objects.requireNonNull(procedure));
  }

  @Test
  void outParametersAreWrittenOnlyWhereTheyPoint() {
    Variable x = main.local("x", INT);
    program.declare("get", INT, pointer(INT));
    main.call("get", address(x));
    Completed completed = complete();
    assertThat(completed.environmentFunctions()).containsExactly("get (main.c:1:1)");
    assertThat(print(completed, "get"))
        .contains("*get::p1 = *")
        .contains("assume (get::p1 == 0)")
        .doesNotContain("scramble");
    assertThat(print(completed, "main")).doesNotContain("scramble");
  }

  @Test
  void globalsThatAreOnlyDeclaredStartWithAnyValue() throws InputException {
    Frontend.Options options =
        new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), Origin.Kind.USER);
    String text =
        """
        extern int limit, unused, table[];
        extern struct s { int *p; } object;
        int defined;
        int main(void) { return limit + defined + table[1] + (object.p == 0); }
        """;
    Completed completed = Environment.complete(Frontend.readText("a.c", text, options));
    assertThat(print(completed, "main"))
        .contains("limit = *")
        .contains("object = *")
        .contains("scramble(&table)")
        .doesNotContain("unused = *")
        .doesNotContain("defined = *");
  }

  @Test
  void arraysAreWrittenByTheCaller() {
    Variable a = main.local("a", new ArrayType(INT, 4));
    Variable p = main.local("p", pointer(INT));
    program.declare("fill", VOID, pointer(INT));
    main.call("fill", decay(var(a))).call("fill", read(p));
    Completed completed = complete();
    assertThat(print(completed, "main")).contains("main::a = *").contains("scramble(main::p)");
  }

  @Test
  void pointersInStructsAreKeptOrExternalAndWhatIsBehindThemIsScrambled() {
    CompositeType s = struct("s", "n", INT, "next", pointer(INT));
    Variable v = main.local("v", s);
    program.declare("update", VOID, pointer(s));
    main.call("update", address(v));
    String body = print(complete(), "update");
    assertThat(body)
        .contains("scramble(update::p1->next)")
        .contains("update::p1->n = *")
        .contains("update::p1->next = *")
        .contains("skip");
  }

  @Test
  void callbacksAreCalledBackWithTheirContext() {
    ProgramBuilder.Body body = program.procedure("callback", VOID);
    Variable context = body.formal("context", pointer(VOID));
    body.set(deref(cast(read(context), pointer(INT))), Expr.IntConst.of(1, INT)).end();
    Variable x = main.local("x", INT);
    program.declare("each", VOID, pointer(CALLBACK), pointer(VOID));
    main.call("each", function("callback", CALLBACK), cast(address(x), pointer(VOID)));
    Completed completed = complete();
    PointsTo pointsTo = PointsTo.analyse(completed.program());
    CallGraph calls = CallGraph.of(completed.program(), pointsTo);
    assertThat(calls.reachable()).containsExactly("main", "each", "callback");
    assertThat(calls.unresolved()).isEmpty();
    assertThat(pointsTo.region(deref(cast(read(context), pointer(INT)))))
        .isSameAs(pointsTo.region(var(x)));
  }

  @Test
  void callbacksInStructsAreCalledBack() {
    CompositeType operations = struct("operations", "run", pointer(CALLBACK));
    Variable table = program.global("table", operations);
    program.initialise(member(var(table), "run"), function("run", CALLBACK));
    ProgramBuilder.Body run = program.procedure("run", VOID);
    run.formal("context", pointer(VOID));
    run.end();
    program.declare("install", VOID, pointer(operations));
    main.call("install", address(table));
    Completed completed = complete();
    CallGraph calls = CallGraph.of(completed.program(), PointsTo.analyse(completed.program()));
    assertThat(calls.callees("install")).contains("run");
  }

  @Test
  void aNullStructHoldsNoCallback() {
    CompositeType operations = struct("operations", "run", pointer(CALLBACK));
    Variable table = program.global("table", operations);
    program.declare("install", VOID, pointer(operations));
    main.call("install", address(table));
    String body = print(complete(), "install");
    String notNull = "assume !(install::p1 == 0)";
    String asked = "assume !(install::p1->run == 0)";
    assertThat(body).contains(notNull).contains(asked);
    // Once before it is written, once before its callback is looked at.
    assertThat(body.split(Pattern.quote(notNull), -1)).hasSize(3);
  }

  @Test
  void functionPointersFromOutsidePointToExternalCode() {
    Variable f = main.local("f", pointer(CALLBACK));
    program.declare("lookup", pointer(CALLBACK));
    main.add(new Statement.Call(var(f), new Callee.Direct("lookup"), List.of()));
    main.callThrough(read(f), Expr.IntConst.of(0, pointer(VOID)));
    Completed completed = complete();
    PointsTo pointsTo = PointsTo.analyse(completed.program());
    Callee callee = new Callee.Indirect(read(f));
    assertThat(pointsTo.callees(callee)).containsExactly("external code 1");
    assertThat(pointsTo.unresolved(callee)).isFalse();
    assertThat(print(completed, "external code 1")).contains("scramble(external code 1::p1)");
  }

  @Test
  void argumentsWithoutFormalsAreReached() {
    Variable x = main.local("x", INT);
    program.declare("scan", INT);
    main.call("scan", address(x));
    Completed completed = complete();
    assertThat(print(completed, "main")).contains("further arguments 1 of scan(&main::x)");
    assertThat(print(completed, "further arguments 1 of scan")).contains("p1 = *");
  }

  @Test
  void functionsThatEndTheProgramEndThePath() {
    program.declare("abort", VOID);
    program.declare("unused", VOID);
    main.call("abort");
    Completed completed = complete();
    assertThat(completed.environmentFunctions()).isEmpty();
    assertThat(print(completed, "abort")).contains("assume 0").doesNotContain("return");
    assertThat(completed.program().procedures().get("unused").body())
        .isInstanceOf(Procedure.Body.Undefined.class);
  }

  @Test
  void jumpsAndThreadsAreLost() {
    program.declare("longjmp", VOID, pointer(VOID), INT);
    main.call("longjmp", Expr.IntConst.of(0, pointer(VOID)), Expr.IntConst.of(1, INT));
    assertThat(complete().program().procedures().get("longjmp").body())
        .isInstanceOf(Procedure.Body.Lost.class);
  }

  @Test
  void resultsMayBeArguments() {
    program.declare("same", pointer(VOID), pointer(VOID));
    Variable x = main.local("x", INT);
    Variable p = main.local("p", pointer(VOID));
    main.add(
        new Statement.Call(
            var(p), new Callee.Direct("same"), List.of(cast(address(x), pointer(VOID)))));
    main.set(deref(cast(read(p), pointer(INT))), Expr.IntConst.of(1, INT));
    PointsTo pointsTo = PointsTo.analyse(complete().program());
    assertThat(pointsTo.region(deref(cast(read(p), pointer(INT)))))
        .isSameAs(pointsTo.region(var(x)));
    assertThat(pointsTo.pointsToExternalOnly(read(p))).isFalse();
  }

  @Test
  void aFunctionThatIsSaidToBePureOnlyReturns() throws Exception {
    String text =
        "int get(int *p, void (*f)(void)); void g(void); int main(void) { int x = 1; return get(&x, g); }";
    Completed completed =
        Environment.complete(
            Frontend.readText("a.c", text, Frontend.Options.of(Target.LP64)), "get"::equals);
    assertThat(print(completed, "get")).contains("return get::t0").doesNotContain("get::p");
    assertThat(completed.environmentFunctions()).contains("get (a.c:1:84)");
  }
}

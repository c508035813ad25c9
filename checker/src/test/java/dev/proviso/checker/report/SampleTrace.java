// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small driver that takes a lock twice, written step by step, with harness, model and rule around
 * it.
 */
final class SampleTrace {
  static final String DRIVER =
      """
      int Read(int length)
      {
          int count = 0;
          if (length > 4 && !closed) {
              Take(&lock);
          }
          Helper(count);
          return count;
      }
      void Helper(int n)
      {
          Take(&lock);
      }
      """;
  static final String RULE =
      """
      state { enum { free, held } s = free; }
      Take.call { if (s == held) { abort "the lock is held already"; } s = held; }
      """;

  private static final IntType INT = IntType.INT;
  private static final FunctionType FUNCTION =
      new FunctionType(VoidType.VOID, List.of(), false, true);

  private final Map<String, Origin.Kind> kinds =
      Map.of(
          "main", Origin.Kind.HARNESS,
          "Read", Origin.Kind.USER,
          "Helper", Origin.Kind.USER,
          "Take", Origin.Kind.MODEL,
          "on_Take", Origin.Kind.RULE);
  private final Variable state =
      new Variable(
          "s", "s", INT, Variable.Kind.GLOBAL, false, new SourceRange("lock.slic", 1, 1, 1, 1));
  private final Variable irql = global("irql");
  private final Variable length = local("length", Variable.Kind.FORMAL);
  private final Variable count = local("count", Variable.Kind.LOCAL);
  private final Variable temporary = local("t1", Variable.Kind.TEMPORARY);
  private final List<Trace.Step> steps = new ArrayList<>();

  static Sources sources() {
    return new Sources().with("src/driver.c", DRIVER).with("lock.slic", RULE);
  }

  Trace trace() {
    step(0, "main", Origin.Kind.HARNESS, "h.c", 3, call("Read"), change(length, "5"));
    step(1, "Read", Origin.Kind.USER, "src/driver.c", 3, havoc(count));
    step(1, "Read", Origin.Kind.USER, "src/driver.c", 3, assign(count, 0), change(count, "0"));
    branch(1, "Read", 4, "&&", "true");
    step(
        1,
        "Read",
        Origin.Kind.USER,
        "src/driver.c",
        4,
        assign(temporary, 1),
        change(temporary, "1"));
    branch(1, "Read", 4, "if", "true");
    step(1, "Read", Origin.Kind.RULE, "src/driver.c", 5, call("on_Take"));
    step(2, "on_Take", Origin.Kind.RULE, "lock.slic", 2, assign(state, 1), change(state, "1"));
    step(2, "on_Take", Origin.Kind.RULE, "lock.slic", 2, new Statement.Return(null));
    step(1, "Read", Origin.Kind.USER, "src/driver.c", 5, call("Take"));
    step(2, "Take", Origin.Kind.MODEL, "model.c", 9, assign(irql, 2), change(irql, "2"));
    step(2, "Take", Origin.Kind.MODEL, "model.c", 9, new Statement.Return(null));
    step(1, "Read", Origin.Kind.USER, "src/driver.c", 7, call("Helper"));
    step(2, "Helper", Origin.Kind.RULE, "src/driver.c", 12, call("on_Take"));
    step(
        3,
        "on_Take",
        Origin.Kind.RULE,
        "lock.slic",
        2,
        new Statement.Abort("the lock is held already"));
    return new Trace(steps);
  }

  WovenProgram woven() {
    LinkedHashMap<String, Procedure> procedures = new LinkedHashMap<>();
    kinds.keySet().stream().sorted().forEach(n -> procedures.put(n, procedure(n)));
    Program program =
        new Program(Target.LP64, List.of(state, irql), List.of(), procedures, "main", List.of());
    return new WovenProgram(
        "Lock", program, List.of(state), null, program, List.of(), List.of("no interrupts"));
  }

  private Procedure procedure(String name) {
    Location entry = new Location(name, 0);
    SourceRange range = range("src/driver.c", name.equals("Helper") ? 10 : 1);
    Procedure.Body body =
        new Procedure.Body.Defined(new Cfg(entry, new Location(name, 1), List.of()));
    Origin origin = Origin.of(kinds.getOrDefault(name, Origin.Kind.USER), range);
    return new Procedure(name, FUNCTION, List.of(), List.of(), body, List.of(), origin);
  }

  private void step(
      int depth,
      String procedure,
      Origin.Kind kind,
      String file,
      int line,
      Statement statement,
      Trace.Change... changes) {
    add(depth, procedure, statement, Origin.of(kind, range(file, line)), changes);
  }

  private void branch(int depth, String procedure, int line, String keyword, String value) {
    SourceRange range = range("src/driver.c", line);
    Statement assume =
        new Statement.Assume(Expr.IntConst.of(1, INT), Statement.Assume.Reason.BRANCH);
    Origin origin =
        Origin.of(Origin.Kind.USER, range).withBranch(new Origin.Branch(keyword, range, value));
    add(depth, procedure, assume, origin);
  }

  private void add(
      int depth, String procedure, Statement statement, Origin origin, Trace.Change... changes) {
    Edge edge =
        new Edge(
            new Location(procedure, steps.size()),
            statement,
            new Location(procedure, steps.size() + 1),
            origin);
    steps.add(new Trace.Step(depth, edge, List.of(changes)));
  }

  private static SourceRange range(String file, int line) {
    String text = file.endsWith(".slic") ? RULE : DRIVER;
    int column = 1;
    int end = 1;
    if (!file.equals("model.c") && !file.equals("h.c")) {
      String source = text.lines().toList().get(line - 1);
      column = source.indexOf(source.strip()) + 1;
      end = source.length();
    }
    return new SourceRange(file, line, column, line, end);
  }

  private static Trace.Change change(Variable variable, String value) {
    return new Trace.Change(LValue.Var.of(variable), value);
  }

  private static Statement assign(Variable variable, long value) {
    return new Statement.Assign(LValue.Var.of(variable), Expr.IntConst.of(value, INT));
  }

  private static Statement havoc(Variable variable) {
    return new Statement.Havoc(LValue.Var.of(variable), new Statement.Cause.Uninitialised());
  }

  private static Statement call(String procedure) {
    return new Statement.Call(null, new Statement.Callee.Direct(procedure), List.of());
  }

  private static Variable global(String name) {
    return new Variable(name, name, INT, Variable.Kind.GLOBAL, false, SourceRange.NONE);
  }

  private static Variable local(String name, Variable.Kind kind) {
    return new Variable("Read::" + name, name, INT, kind, false, SourceRange.NONE);
  }
}

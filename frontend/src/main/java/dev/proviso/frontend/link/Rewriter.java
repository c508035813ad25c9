// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the linked program's types, variables and procedures into expressions and statements of one
 * part.
 */
final class Rewriter {
  private final TypeMerger types;
  private final Globals globals;
  private final UnaryOperator<String> procedureName;
  private final UnaryOperator<String> localId;
  private final int pointerBits;
  private final Map<Variable, Variable> locals = new IdentityHashMap<>();
  private final Map<Expr, Expr> expressions = new IdentityHashMap<>();
  private final Map<LValue, LValue> places = new IdentityHashMap<>();

  /**
   * @param localId the new id of a local, by its old one
   */
  Rewriter(
      TypeMerger types,
      Globals globals,
      UnaryOperator<String> procedureName,
      UnaryOperator<String> localId,
      int pointerBits) {
    this.types = types;
    this.globals = globals;
    this.procedureName = procedureName;
    this.localId = localId;
    this.pointerBits = pointerBits;
  }

  Variable map(Variable variable) {
    Variable global = globals.of(variable);
    return global != null ? global : locals.computeIfAbsent(variable, this::local);
  }

  private Variable local(Variable v) {
    return new Variable(
        localId.apply(v.id()),
        v.name(),
        types.map(v.type()),
        v.kind(),
        v.linkage(),
        v.isVolatile(),
        v.declaration());
  }

  Expr map(Expr e) {
    Expr known = expressions.get(e);
    if (known == null) {
      known = rewritten(e);
      expressions.put(e, known);
    }
    return known;
  }

  private Expr rewritten(Expr e) {
    return switch (e) {
      case Expr.IntConst c -> Expr.IntConst.of(c.value(), types.map(c.type()));
      case Expr.FloatConst c -> c;
      case Expr.Read r -> Expr.Read.of(map(r.source()));
      case Expr.AddressOf a -> Expr.AddressOf.of(map(a.object()), pointer(a.type()));
      case Expr.FunctionAddress f ->
          Expr.FunctionAddress.of(procedureName.apply(f.procedure()), pointer(f.type()));
      case Expr.Unary u -> Expr.Unary.of(u.op(), map(u.operand()));
      case Expr.Binary b -> Expr.Binary.of(b.op(), map(b.left()), map(b.right()));
      case Expr.Cast c -> Expr.Cast.of(map(c.operand()), types.map(c.type()));
      case Expr.Conditional c ->
          Expr.Conditional.of(map(c.condition()), map(c.then()), map(c.otherwise()));
    };
  }

  private PointerType pointer(Type type) {
    return (PointerType) types.map(type);
  }

  LValue map(LValue place) {
    LValue known = places.get(place);
    if (known == null) {
      known = rewritten(place);
      places.put(place, known);
    }
    return known;
  }

  private LValue rewritten(LValue place) {
    return switch (place) {
      case LValue.Var v -> seenAs(LValue.Var.of(map(v.variable())), types.map(v.type()));
      case LValue.Deref d -> LValue.Deref.of(map(d.pointer()));
      case LValue.Member m -> LValue.Member.of(map(m.base()), types.map(m.field()));
      case LValue.Element e -> LValue.Element.of(map(e.base()), map(e.index()));
    };
  }

  /** Where units disagree about the type of a global, each sees its memory in its own way. */
  private LValue seenAs(LValue variable, Type type) {
    boolean agrees =
        variable.type().equals(type)
            || variable.type() instanceof ArrayType a
                && type instanceof ArrayType b
                && a.element().equals(b.element());
    if (agrees) {
      return variable;
    }
    Expr address = Expr.AddressOf.of(variable, new PointerType(variable.type(), pointerBits));
    return LValue.Deref.of(Expr.Cast.of(address, new PointerType(type, pointerBits)));
  }

  List<Expr> map(List<Expr> list) {
    return list.stream().map(this::map).toList();
  }

  private @Nullable Expr mapNullable(@Nullable Expr e) {
    return e == null ? null : map(e);
  }

  Statement map(Statement statement) {
    return switch (statement) {
      case Statement.Assign s -> new Statement.Assign(map(s.target()), map(s.value()));
      case Statement.Assume s -> new Statement.Assume(map(s.condition()), s.reason());
      case Statement.Call s ->
          new Statement.Call(
              s.result() == null ? null : map(s.result()), map(s.callee()), map(s.arguments()));
      case Statement.Return s -> new Statement.Return(mapNullable(s.value()));
      case Statement.Havoc s -> new Statement.Havoc(map(s.target()), map(s.cause()));
      case Statement.Allocate s ->
          new Statement.Allocate(map(s.target()), map(s.size()), s.content());
      case Statement.Free s -> new Statement.Free(map(s.pointer()));
      case Statement.CopyMemory s ->
          new Statement.CopyMemory(map(s.destination()), map(s.source()), map(s.size()));
      case Statement.FillMemory s ->
          new Statement.FillMemory(map(s.destination()), map(s.value()), map(s.size()));
      case Statement.Scramble s -> new Statement.Scramble(map(s.pointers()));
      case Statement.Abort s -> s;
      case Statement.Skip s -> s;
    };
  }

  private Statement.Cause map(Statement.Cause cause) {
    return switch (cause) {
      case Statement.Cause.Unspecified c when c.usual() != null ->
          new Statement.Cause.Unspecified(map(c.usual()));
      default -> cause;
    };
  }

  private Callee map(Callee callee) {
    return switch (callee) {
      case Callee.Direct d -> new Callee.Direct(procedureName.apply(d.procedure()));
      case Callee.Indirect i -> new Callee.Indirect(map(i.pointer()));
    };
  }
}

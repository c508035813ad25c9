// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where lowering stands: the function (or none, at file scope), its scope, its growing control
 * flow, and who lowers what.
 */
final class Context {
  private final Unit unit;
  private final String function;
  private final Set<String> exposedNames;
  private final Types types;
  private final Attributes attributes;
  private final Expressions expressions;
  private final Initialisers initialisers;
  private final Declarations declarations;
  private final Statements statements;
  private final VariableArguments variableArguments;
  private final Map<Expression, Known> typesOfExpressions = new IdentityHashMap<>();
  private final Effects effects = new Effects();
  private Scope scope;
  private CfgBuilder cfg = new CfgBuilder();
  private NullChecks nullChecks;
  private List<Variable> locals = new ArrayList<>();
  private Map<String, Integer> names = new HashMap<>();
  private int temporaries;
  private final Map<Long, Expr> variableSizes = new HashMap<>();

  /**
   * @param function the name of the procedure, empty at file scope
   * @param exposedNames the names whose address the function takes
   */
  Context(Unit unit, String function, Set<String> exposedNames) {
    this.unit = unit;
    this.function = function;
    this.exposedNames = exposedNames;
    this.scope = unit.fileScope();
    this.nullChecks = new NullChecks(this);
    this.attributes = new Attributes(this);
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.initialisers = new Initialisers(this);
    this.declarations = new Declarations(this);
    this.statements = new Statements(this);
    this.variableArguments = new VariableArguments(this);
  }

  Unit unit() {
    return unit;
  }

  String function() {
    return function;
  }

  /** The function's name as the source has it. */
  String sourceFunction() {
    return function;
  }

  boolean isFile() {
    return function.isEmpty();
  }

  Types types() {
    return types;
  }

  Attributes attributes() {
    return attributes;
  }

  Expressions expressions() {
    return expressions;
  }

  Initialisers initialisers() {
    return initialisers;
  }

  Declarations declarations() {
    return declarations;
  }

  Statements statements() {
    return statements;
  }

  VariableArguments variableArguments() {
    return variableArguments;
  }

  Effects effects() {
    return effects;
  }

  CfgBuilder cfg() {
    return cfg;
  }

  List<Variable> locals() {
    return locals;
  }

  Scope scope() {
    return scope;
  }

  /** Opens a scope; returns to the one around it by {@link #leaveTo}. */
  void enter() {
    scope = new Scope(scope);
  }

  void leaveTo(Scope outer) {
    scope = outer;
  }

  Origin origin(Place place) {
    return unit.origin(place);
  }

  /** The id of a local or block-scope static: {@code f::x}, the second one {@code f::x@2}. */
  String localId(String name) {
    int count = names.merge(name, 1, Integer::sum);
    return function + "::" + name + (count == 1 ? "" : "@" + count);
  }

  Variable local(String name, Type type, boolean isVolatile, Place place) {
    Variable variable =
        new Variable(localId(name), name, type, Variable.Kind.LOCAL, isVolatile, place.range());
    locals.add(variable);
    return variable;
  }

  Variable temporary(Type type, Place place) {
    String name = "$" + ++temporaries;
    // Rules have parameters $1, $2, …
    while (names.putIfAbsent(name, 1) != null) {
      name = "$" + ++temporaries;
    }
    Variable variable =
        new Variable(
            function + "::" + name, name, type, Variable.Kind.TEMPORARY, false, place.range());
    locals.add(variable);
    return variable;
  }

  /** True if code other than this function's plain assignments to it may change the variable. */
  boolean isExposed(Variable variable) {
    return switch (variable.kind()) {
      case GLOBAL -> true;
      case TEMPORARY -> false;
      case FORMAL, LOCAL -> exposedNames.contains(variable.name()) || !variable.type().isScalar();
    };
  }

  void emit(Statement statement, Place place) {
    cfg.emit(statement, origin(place));
    nullChecks.after(statement);
  }

  void assign(LValue target, Expr value, Place place) {
    emit(new Statement.Assign(target, value), place);
  }

  /** Points where paths meet: what was known on one of them is forgotten. */
  void place(Point point, Place place) {
    cfg.place(point, origin(place));
    nullChecks.forget();
  }

  /** Ends the path where an object is accessed through null. */
  void access(LValue object, Place place) {
    nullChecks.access(object, place);
  }

  /** Ends the path where a pointer is null. */
  void checkNull(Expr pointer, Place place) {
    nullChecks.check(pointer, place);
  }

  void call(Statement.Call call, Place place) {
    statements.aroundCall(place);
    emit(call, place);
    statements.aroundCall(place);
  }

  /** Calls a function without parameters that the text does not mention. */
  void call(String name, Place place) {
    unit.functions()
        .computeIfAbsent(
            name,
            n ->
                new DeclaredFunction(
                    n, new FunctionType(VoidType.VOID, List.of(), false, true), origin(place)));
    call(new Statement.Call(null, new Statement.Callee.Direct(name), List.of()), place);
  }

  /** Keeps a value in a temporary, unless nothing can change it. */
  Expr save(Expr value, Place place) {
    if (Effects.isFixed(value)) {
      return value;
    }
    Type type = objectType(value.type());
    LValue temporary = LValue.Var.of(temporary(type, place));
    assign(temporary, Exprs.cast(value, type), place);
    return Exprs.cast(Expr.Read.of(temporary), value.type());
  }

  private static Type objectType(Type type) {
    return type instanceof IntType t ? t.ofObjects() : type;
  }

  /** An arbitrary value; of type _Bool there are two. */
  Expr arbitrary(Type type, Statement.Cause cause, Place place) {
    if (type instanceof IntType t && t.isBool()) {
      return Exprs.cast(arbitrary(IntType.INT, cause, place), type);
    }
    LValue temporary = LValue.Var.of(temporary(objectType(type), place));
    emit(new Statement.Havoc(temporary, cause), place);
    return Exprs.cast(Expr.Read.of(temporary), type);
  }

  /** What cannot be said exactly: an arbitrary value, and the user is told. */
  Expr inexact(Type type, String what, Place place) {
    unit.warn(place, what + " is not lowered exactly: any value is assumed");
    return arbitrary(type, new Statement.Cause.Inexact(what), place);
  }

  /** Lowers something for its type or its constant value alone: what it emits is dropped. */
  <T> T aside(Supplier<T> work) {
    CfgBuilder savedCfg = cfg;
    NullChecks savedChecks = nullChecks;
    List<Variable> savedLocals = locals;
    Map<String, Integer> savedNames = names;
    int savedTemporaries = temporaries;
    Scope savedScope = scope;
    cfg = new CfgBuilder();
    nullChecks = new NullChecks(this);
    locals = new ArrayList<>();
    names = new HashMap<>(names);
    try {
      return work.get();
    } finally {
      cfg = savedCfg;
      nullChecks = savedChecks;
      locals = savedLocals;
      names = savedNames;
      temporaries = savedTemporaries;
      scope = savedScope;
    }
  }

  /**
   * Types of an expression.
   *
   * @param operand a bit-field's is the declared one
   * @param value a bit-field is promoted
   */
  private record Known(Type operand, Type value) {}

  private Known known(Expression expression) {
    Known known = typesOfExpressions.get(expression);
    if (known == null) {
      known = newlyKnown(expression);
      typesOfExpressions.put(expression, known);
    }
    return known;
  }

  private Known newlyKnown(Expression expression) {
    if (expression instanceof Expression.Conditional c) {
      // Chains of ?: are common; lowering each side for its type alone would take quadratic time.
      Type type = expressions.conditions().typeOf(c);
      return new Known(type, type);
    }
    Operand operand = aside(() -> expressions.operand(expression));
    return new Known(objectType(operand.type()), expressions.promoted(operand));
  }

  Type typeOf(Expression expression) {
    return known(expression).operand();
  }

  /** The type that its value has in arithmetic before other integers are promoted. */
  Type typeOfPromoted(Expression expression) {
    return expressions.decayed(known(expression).value());
  }

  /** The type of its value: arrays and functions decayed. */
  Type typeOfValue(Expression expression) {
    return expressions.decayed(typeOf(expression));
  }

  /** An array of that many bytes, which are known only when it is declared. */
  ArrayType variableArray(Type element, Expr bytes) {
    long number = ArrayType.UNKNOWN_LENGTH - 1 - variableSizes.size();
    variableSizes.put(number, bytes);
    return new ArrayType(element, number);
  }

  /** The size in bytes of an array of variable length; null for all other types. */
  @Nullable Expr variableSize(Type type) {
    return type instanceof ArrayType a ? variableSizes.get(a.length()) : null;
  }

  /** The value of a constant expression, addresses included; null where it is none. */
  @Nullable Expr constantOrNull(Expression expression) {
    try {
      return constantValue(expression);
    } catch (Unsupported e) {
      return null;
    }
  }

  private @Nullable Expr constantValue(Expression expression) {
    return aside(
        () -> {
          Expr value = expressions.value(expression);
          return cfg.size() == 0 && Exprs.isAddressConstant(value) ? value : null;
        });
  }

  BigInteger constant(Expression expression) {
    if (constantValue(expression) instanceof IntConst c) {
      return c.value();
    }
    throw new Invalid(expression.place().range(), "this must be an integer constant");
  }
}

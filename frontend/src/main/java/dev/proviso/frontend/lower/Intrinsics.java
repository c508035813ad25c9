// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Allocate.Content;
import dev.proviso.frontend.program.Statement.Assume.Reason;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that the lowering knows by name (docs/architecture.md has the table) and the compiler's
 * builtins.
 */
final class Intrinsics {
  private static final String BUILTIN = "__builtin_";
  private static final String NONDET = "__proviso_nondet_";
  private static final String INEXACT = "__proviso_inexact_";

  private final Context context;
  private final Coercions coercions;
  private final Builtins builtins;

  Intrinsics(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
    this.builtins = new Builtins(context, coercions);
  }

  /** What a call of a known function denotes; null where the function is an ordinary one. */
  @Nullable Operand call(String name, Expression.Call call) {
    Symbol symbol = context.scope().find(name);
    boolean ordinary =
        symbol != null && !(symbol instanceof Symbol.Function)
            || symbol instanceof Symbol.Function f && f.function().definition != null;
    if (ordinary) {
      return null;
    }
    if (name.startsWith(NONDET)) {
      return arbitrary(name, call, new Cause.Environment());
    }
    if (name.startsWith(INEXACT)) {
      return arbitrary(name, call, new Cause.Inexact("a result that its model leaves open"));
    }
    Expression.Call unchecked = CheckedFunctions.unchecked(name, call);
    if (unchecked != null) {
      return context.expressions().operand(unchecked);
    }
    List<Expression> arguments = call.arguments();
    Operand builtin = arguments.size() == arity(name) ? known(name, arguments, call.place()) : null;
    if (builtin == null) {
      builtin = builtins.call(name, arguments, call.place());
    }
    if (builtin == null && name.startsWith(BUILTIN)) {
      builtin = variadic(name, call);
    }
    return builtin == null && symbol == null ? ofLibrary(name, call) : builtin;
  }

  private static int arity(String name) {
    return switch (name) {
      case "__builtin_unreachable", "__proviso_external", "__builtin_trap", "__debugbreak" -> 0;
      case "__proviso_assume",
          "__proviso_abort",
          "__proviso_new",
          "__proviso_new_zeroed",
          "__proviso_free",
          "__proviso_scramble",
          "__assume",
          "__analysis_assume",
          "__builtin_assume",
          "__builtin_constant_p",
          "__builtin_classify_type",
          "__builtin_alloca",
          "alloca",
          "_alloca" ->
          1;
      case "__builtin_expect",
          "__builtin_assume_aligned",
          "__builtin_object_size",
          "__builtin_dynamic_object_size" ->
          2;
      case "memcpy",
          "memmove",
          "memset",
          "__builtin_memcpy",
          "__builtin_memmove",
          "__builtin_memset",
          "__builtin_choose_expr",
          "__builtin_expect_with_probability" ->
          3;
      default -> -1;
    };
  }

  private @Nullable Operand known(String name, List<Expression> arguments, Place place) {
    return switch (name) {
      case "__proviso_assume" -> assume(arguments.get(0), Reason.MODEL, place);
      case "__assume", "__analysis_assume", "__builtin_assume" ->
          assume(arguments.get(0), Reason.ASSERTED, place);
      case "__builtin_unreachable", "__builtin_trap", "__debugbreak" -> {
        context.emit(new Statement.Assume(Exprs.ZERO, Reason.ASSERTED), place);
        yield new Operand.Nothing();
      }
      case "__proviso_abort" -> abort(arguments.get(0), place);
      case "__proviso_new" -> allocate(arguments.get(0), Content.ARBITRARY, place);
      case "__proviso_new_zeroed" -> allocate(arguments.get(0), Content.ZERO, place);
      case "__builtin_alloca", "alloca", "_alloca" -> automatic(arguments.get(0), place);
      case "__proviso_free" -> {
        context.emit(new Statement.Free(context.expressions().value(arguments.get(0))), place);
        yield new Operand.Nothing();
      }
      case "__proviso_external" ->
          Operand.Value.of(
              context.arbitrary(
                  context.types().pointerTo(VoidType.VOID), new Cause.External(), place));
      case "__proviso_scramble" -> {
        context.emit(
            new Statement.Scramble(List.of(context.expressions().value(arguments.get(0)))), place);
        yield new Operand.Nothing();
      }
      case "__builtin_expect" ->
          first(arguments, context.unit().target().intType(IntType.Kind.LONG));
      case "__builtin_expect_with_probability" ->
          first(arguments, context.unit().target().intType(IntType.Kind.LONG));
      case "__builtin_assume_aligned" -> first(arguments, context.types().pointerTo(VoidType.VOID));
      case "__builtin_object_size", "__builtin_dynamic_object_size" ->
          Operand.Value.of(new ObjectSizes(context).of(arguments.get(0), arguments.get(1)));
      case "__builtin_classify_type" ->
          Operand.Value.of(
              IntConst.of(Builtins.classOf(context.typeOfValue(arguments.get(0))), IntType.INT));
      case "__builtin_constant_p" -> {
        Expr value = context.constantOrNull(arguments.get(0));
        boolean isText =
            arguments.get(0) instanceof Expression.Literal l
                && l.kind() == Expression.Literal.Kind.STRING;
        yield Operand.Value.of(Exprs.truth(isText || value != null && Exprs.isConstant(value)));
      }
      case "__builtin_choose_expr" ->
          context
              .expressions()
              .operand(arguments.get(context.constant(arguments.get(0)).signum() != 0 ? 1 : 2));
      case "memcpy", "memmove", "__builtin_memcpy", "__builtin_memmove" -> copy(arguments, place);
      case "memset", "__builtin_memset" -> fill(arguments, place);
      default -> null;
    };
  }

  /** {@code __builtin_strlen} is strlen. Any other builtin may do what nobody else could. */
  private @Nullable Operand ofLibrary(String name, Expression.Call call) {
    if (name.startsWith(BUILTIN)) {
      String bare = name.substring(BUILTIN.length()).replaceFirst("_unlocked$", "");
      if (LibraryFunctions.typeOf(bare, context.unit().target()) != null) {
        Expression function = new Expression.Identifier(call.function().place(), bare);
        return context
            .expressions()
            .operand(new Expression.Call(call.place(), function, call.arguments()));
      }
    }
    if (name.startsWith(BUILTIN) || name.startsWith("__sync_") || name.startsWith("__atomic_")) {
      throw new Unsupported(call.place().range(), "`" + name + "`");
    }
    return null;
  }

  /** The other builtins of the compilers: those on variadic lists. */
  private @Nullable Operand variadic(String name, Expression.Call call) {
    switch (name) {
      case "__builtin_va_start", "__builtin_c23_va_start" -> {
        context.variableArguments().start(call.arguments().get(0), call.place());
        return new Operand.Nothing();
      }
      case "__builtin_va_copy" -> {
        context
            .variableArguments()
            .copy(call.arguments().get(0), call.arguments().get(1), call.place());
        return new Operand.Nothing();
      }
      case "__builtin_setjmp", "__builtin_longjmp" -> {
        String plain = name.substring(BUILTIN.length());
        return context
            .expressions()
            .operand(
                new Expression.Call(
                    call.place(),
                    new Expression.Identifier(call.function().place(), plain),
                    call.arguments()));
      }
      case "__builtin_va_end", "__builtin_prefetch" -> {
        call.arguments().forEach(context.expressions()::effect);
        return new Operand.Nothing();
      }
      case "__builtin_offsetof" ->
          throw new Unsupported(call.place().range(), "`__builtin_offsetof` in this form");
      default -> {
        return null;
      }
    }
  }

  private Operand arbitrary(String name, Expression.Call call, Cause cause) {
    if (!(context.scope().find(name) instanceof Symbol.Function f)) {
      throw new Invalid(
          call.place().range(), "`" + name + "` is not declared: its result type is unknown");
    }
    FunctionType type = f.function().type;
    if (type.result() instanceof VoidType) {
      throw new Invalid(call.place().range(), "`" + name + "` must be declared with a result");
    }
    return Operand.Value.of(context.arbitrary(type.result(), cause, call.place()));
  }

  private Operand assume(Expression condition, Reason reason, Place place) {
    if (reason == Reason.ASSERTED && !context.effects().of(condition).isEmpty()) {
      return new Operand.Nothing();
    }
    Expr value = Exprs.condition(context.expressions().value(condition));
    context.emit(new Statement.Assume(value, reason), place);
    return new Operand.Nothing();
  }

  private Operand abort(Expression message, Place place) {
    String text =
        message instanceof Expression.Literal l && l.kind() == Expression.Literal.Kind.STRING
            ? text(context.expressions().literals().string(l))
            : "abort";
    context.cfg().emitTo(new Statement.Abort(text), context.cfg().exit(), context.origin(place));
    return new Operand.Nothing();
  }

  private static String text(Literals.Text text) {
    byte[] bytes = new byte[text.units().size() - 1];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) text.units().get(i);
    }
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Ends with the activation, as what a local (and no temporary) gets by an allocation does. */
  private Operand automatic(Expression size, Place place) {
    Type pointer = context.types().pointerTo(VoidType.VOID);
    return allocate(size, Content.ARBITRARY, context.local("alloca", pointer, false, place), place);
  }

  private Operand allocate(Expression size, Content content, Place place) {
    Type pointer = context.types().pointerTo(VoidType.VOID);
    return allocate(size, content, context.temporary(pointer, place), place);
  }

  private Operand allocate(Expression size, Content content, Variable pointer, Place place) {
    Expr bytes = size(size);
    LValue result = LValue.Var.of(pointer);
    context.emit(new Statement.Allocate(result, bytes, content), place);
    return Operand.Value.of(Expr.Read.of(result));
  }

  private Expr size(Expression size) {
    return coercions.to(
        context.expressions().value(size), context.unit().target().sizeType(), size.place());
  }

  private Operand first(List<Expression> arguments, Type type) {
    Place place = arguments.get(0).place();
    List<Expression> others = arguments.subList(1, arguments.size());
    Expr value = coercions.to(context.expressions().value(arguments.get(0)), type, place);
    Expr kept = context.expressions().stable(value, place, others.toArray(new Expression[0]));
    others.forEach(context.expressions()::effect);
    return Operand.Value.of(kept);
  }

  /**
   * {@code (T *)__proviso_external()}: the cast gives the type of the object that the environment
   * hands out.
   */
  @Nullable Operand external(Expression.Cast cast, Type type) {
    boolean is =
        cast.operand() instanceof Expression.Call c
            && c.function() instanceof Expression.Identifier i
            && i.name().equals("__proviso_external")
            && type instanceof PointerType;
    return is
        ? Operand.Value.of(context.arbitrary(type, new Cause.External(), cast.place()))
        : null;
  }

  /** A copy of a whole known object is an assignment. */
  private Operand copy(List<Expression> arguments, Place place) {
    List<Expr> values = values(arguments);
    Expr target = values.get(0);
    Expr source = values.get(1);
    Expr size = coercions.to(values.get(2), context.unit().target().sizeType(), place);
    Expr typedTarget = whole(target, size);
    Expr typedSource = whole(source, size);
    checkPointers(values.subList(0, 2), size, place);
    if (typedTarget != null
        && typedSource != null
        && typedTarget.type().equals(typedSource.type())) {
      context.assign(
          LValue.Deref.of(typedTarget), Expr.Read.of(LValue.Deref.of(typedSource)), place);
    } else if (!Exprs.isZero(size)) {
      context.emit(new Statement.CopyMemory(target, source, size), place);
    }
    return Operand.Value.of(Exprs.cast(target, context.types().pointerTo(VoidType.VOID)));
  }

  private Operand fill(List<Expression> arguments, Place place) {
    List<Expr> values = values(arguments);
    Expr target = values.get(0);
    Expr value = coercions.to(values.get(1), IntType.INT, place);
    Expr size = coercions.to(values.get(2), context.unit().target().sizeType(), place);
    Expr typed = whole(target, size);
    checkPointers(values.subList(0, 1), size, place);
    if (typed != null && Exprs.isZero(value)) {
      context.initialisers().zero(LValue.Deref.of(typed), place);
    } else if (!Exprs.isZero(size)) {
      context.emit(new Statement.FillMemory(target, value, size), place);
    }
    return Operand.Value.of(Exprs.cast(target, context.types().pointerTo(VoidType.VOID)));
  }

  private List<Expr> values(List<Expression> arguments) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression[] later = arguments.subList(i + 1, arguments.size()).toArray(new Expression[0]);
      Expr value = context.expressions().value(arguments.get(i));
      values.add(context.expressions().stable(value, arguments.get(i).place(), later));
    }
    return values;
  }

  private void checkPointers(List<Expr> pointers, Expr size, Place place) {
    if (size instanceof IntConst && !Exprs.isZero(size)) {
      pointers.forEach(p -> context.checkNull(p, place));
    }
  }

  /**
   * The pointer, seen as one to a complete object of exactly that size; null where it points to no
   * such.
   */
  private static @Nullable Expr whole(Expr pointer, Expr size) {
    Expr typed = pointer;
    while (typed instanceof Expr.Cast c && c.operand().type() instanceof PointerType) {
      typed = c.operand();
    }
    if (!(size instanceof IntConst bytes) || !(typed.type() instanceof PointerType p)) {
      return null;
    }
    boolean copied = p.pointee().isScalar() || p.pointee() instanceof CompositeType;
    return copied && bytes.value().longValue() == p.pointee().size() && bytes.value().signum() > 0
        ? typed
        : null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.environment.EnvironmentFunction.Kind;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes arbitrary values into the objects that a function of the environment is handed. A pointer
 * to a complete type is taken to point to one object, which is written part by part; what is found
 * through pointers in it, or through pointers to bytes, is scrambled.
 */
final class ArbitraryObjects {
  /** Objects with more pointers than this are scrambled whole. */
  private static final int MOST_POINTERS = 8;

  /** Longer arrays that hold pointers are scrambled whole. */
  private static final long MOST_ELEMENTS = 8;

  private final BodyBuilder body;
  private final List<Variable> formals;
  private final Kind kind;
  private final Target target;
  private final SequencedSet<Callback> callbacks = new LinkedHashSet<>();

  /**
   * A pointer to a function that was handed over.
   *
   * @param holder what points to the object that it stands in: only where that is not null, there
   *     is one; null where it was handed over itself
   */
  record Callback(Expr function, @Nullable Expr holder) {}

  ArbitraryObjects(BodyBuilder body, List<Variable> formals, Kind kind, Target target) {
    this.target = target;
    this.kind = kind;
    this.body = body;
    this.formals = formals;
  }

  /** The pointers to functions that were met. */
  List<Callback> callbacks() {
    return List.copyOf(callbacks);
  }

  /** Writes what the pointer points to. */
  void reach(Expr pointer) {
    Type pointee = ((PointerType) pointer.type()).pointee();
    if (pointee instanceof FunctionType) {
      callbacks.add(new Callback(pointer, null));
    } else if (isBytes(pointee) || kind == Kind.ARRAYS && pointee.isScalar()) {
      scramble(pointer);
    } else {
      LValue object = LValue.Deref.of(pointer);
      List<LValue> pointers = pointers(object);
      body.ifNotNull(
          pointer,
          () -> {
            if (pointers.size() > MOST_POINTERS || !isSimple(pointee)) {
              scramble(pointer);
            } else {
              reachThrough(pointers);
              write(object);
            }
          });
      pointers.forEach(p -> addCallback(p, pointer));
    }
  }

  /** Writes what pointers in the object point to. */
  void reachFrom(LValue object) {
    List<LValue> pointers = pointers(object);
    reachThrough(pointers);
    pointers.forEach(p -> addCallback(p, null));
  }

  private void reachThrough(List<LValue> pointers) {
    for (LValue pointer : pointers) {
      if (!isFunctionPointer(pointer.type())) {
        scramble(Expr.Read.of(pointer));
      }
    }
  }

  private void addCallback(LValue pointer, @Nullable Expr holder) {
    if (isFunctionPointer(pointer.type())) {
      callbacks.add(new Callback(Expr.Read.of(pointer), holder));
    }
  }

  private void scramble(Expr pointer) {
    body.add(new Statement.Scramble(List.of(pointer)));
  }

  private void write(LValue object) {
    Type type = object.type();
    if (!holdsPointers(type)) {
      body.add(new Statement.Havoc(object, new Cause.Environment()));
      return;
    }
    switch (type) {
      case PointerType p -> body.choose(List.of(() -> {}, () -> set(object)));
      case CompositeType c -> c.fields().forEach(f -> write(LValue.Member.of(object, f)));
      case ArrayType a -> {
        for (long i = 0; i < a.length(); i++) {
          write(LValue.Element.of(object, Expr.IntConst.of(i, target.differenceType())));
        }
      }
      case IntType i -> {}
      case FloatType f -> {}
      case VoidType v -> {}
      case FunctionType f -> {}
    }
  }

  /** Gives the object any value that the environment can make up or was handed. */
  void set(LValue object) {
    List<Runnable> ways = new ArrayList<>();
    boolean holdsPointers = holdsPointers(object.type());
    Cause cause = holdsPointers ? new Cause.External() : new Cause.Environment();
    ways.add(() -> body.add(new Statement.Havoc(object, cause)));
    if (object.type() instanceof PointerType wanted) {
      for (Variable formal : formals) {
        if (formal.type() instanceof PointerType given
            && mayBecome(given.pointee(), wanted.pointee())) {
          Expr value = Expr.Cast.of(Expr.Read.of(LValue.Var.of(formal)), wanted);
          ways.add(() -> body.add(new Statement.Assign(object, value)));
        }
      }
    }
    if (ways.size() == 1) {
      ways.getFirst().run();
    } else {
      body.choose(ways);
    }
  }

  private static boolean mayBecome(Type given, Type wanted) {
    boolean isUntyped = given instanceof VoidType || wanted instanceof VoidType;
    return given.equals(wanted)
        || isUntyped && !(given instanceof FunctionType) && !(wanted instanceof FunctionType);
  }

  static boolean isFunctionPointer(Type type) {
    return type instanceof PointerType p && p.pointee() instanceof FunctionType;
  }

  private static boolean isBytes(Type type) {
    return type instanceof IntType ? type.size() == 1 : type.size() == 0;
  }

  static boolean holdsPointers(Type type) {
    return switch (type) {
      case PointerType p -> true;
      case ArrayType a -> holdsPointers(a.element());
      case CompositeType c -> c.fields().stream().anyMatch(f -> holdsPointers(f.type()));
      case IntType i -> false;
      case FloatType f -> false;
      case VoidType v -> false;
      case FunctionType f -> false;
    };
  }

  // No union of pointers and others, no long array of pointers, nothing that goes on behind its
  // end.
  private static boolean isSimple(Type type) {
    return switch (type) {
      case CompositeType c ->
          !(c.isUnion() && holdsPointers(c))
              && c.fields().stream().map(Field::type).allMatch(ArbitraryObjects::isSimple);
      case ArrayType a ->
          a.length() > 0
              && (!holdsPointers(a) || a.length() <= MOST_ELEMENTS)
              && isSimple(a.element());
      case PointerType p -> true;
      case IntType i -> true;
      case FloatType f -> true;
      case VoidType v -> true;
      case FunctionType f -> true;
    };
  }

  private List<LValue> pointers(LValue object) {
    List<LValue> found = new ArrayList<>();
    new PointerCollector(target, MOST_ELEMENTS, found).collect(object);
    return found;
  }
}

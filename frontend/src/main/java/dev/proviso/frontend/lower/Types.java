// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Declarator;
import dev.proviso.frontend.syntax.Derivation;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Parameter;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.Qualifier;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.TypeName;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.syntax.TypeSpecifier.Basic;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that specifiers and declarators spell. */
final class Types {
  private final Context context;
  private final Target target;

  /** How many function types are being read whose parameters stand around what is read. */
  private int prototypes;

  private final Composites composites;

  Types(Context context) {
    this.context = context;
    this.target = context.unit().target();
    this.composites = new Composites(context, this);
  }

  TypeInfo named(TypeName name) {
    return declared(specified(name.specifiers(), null), name.declarator());
  }

  /**
   * The type that specifiers name.
   *
   * @param hint a name for a struct without a tag: that of the typedef it defines
   */
  TypeInfo specified(Specifiers specifiers, @Nullable String hint) {
    TypeInfo base = base(specifiers.type(), hint);
    Type type = withMode(base.type(), specifiers.attributes());
    boolean isVolatile = base.isVolatile() || specifiers.qualifiers().contains(Qualifier.VOLATILE);
    return new TypeInfo(type, isVolatile, base.aligned(), base.roles(), base.variableSize());
  }

  private TypeInfo base(TypeSpecifier specifier, @Nullable String hint) {
    return switch (specifier) {
      case Basic b -> TypeInfo.of(basic(b));
      case TypeSpecifier.Named n -> typedef(n);
      case TypeSpecifier.Composite c -> TypeInfo.of(composites.composite(c, hint));
      case TypeSpecifier.Enumeration e -> TypeInfo.of(composites.enumeration(e));
      case TypeSpecifier.TypeofExpression t -> TypeInfo.of(context.typeOf(t.expression()));
      case TypeSpecifier.TypeofType t -> named(t.type());
      case TypeSpecifier.Inferred i ->
          throw new Unsupported(i.place().range(), "`__auto_type` here");
      case Problem p -> throw new Invalid(p.place().range(), p.reason());
    };
  }

  private TypeInfo typedef(TypeSpecifier.Named named) {
    Symbol symbol = context.scope().find(named.name());
    if (symbol instanceof Symbol.Typedef t) {
      return t.type().type() instanceof FunctionType
          ? new TypeInfo(t.type().type(), false, 0, roles(named.name(), t.type().roles()), null)
          : t.type();
    }
    if (symbol instanceof Symbol.Lost lost) {
      throw new Unsupported(named.place().range(), lost.what());
    }
    if (named.name().equals("__builtin_va_list")) {
      return TypeInfo.of(context.unit().variadicList());
    }
    throw new Invalid(named.place().range(), "`" + named.name() + "` names no type");
  }

  private static List<String> roles(String name, List<String> others) {
    List<String> roles = new ArrayList<>(List.of(name));
    roles.addAll(others);
    return List.copyOf(roles);
  }

  private Type basic(Basic basic) {
    return switch (basic.kind()) {
      case VOID -> VoidType.VOID;
      case BOOL -> target.intType(Kind.BOOL);
      case CHAR -> context.unit().plainChar();
      case SIGNED_CHAR -> target.intType(Kind.SIGNED_CHAR);
      case UNSIGNED_CHAR -> target.intType(Kind.UNSIGNED_CHAR);
      case SHORT -> target.intType(Kind.SHORT);
      case UNSIGNED_SHORT -> target.intType(Kind.UNSIGNED_SHORT);
      case INT -> IntType.INT;
      case UNSIGNED_INT -> target.intType(Kind.UNSIGNED_INT);
      case LONG -> target.intType(Kind.LONG);
      case UNSIGNED_LONG -> target.intType(Kind.UNSIGNED_LONG);
      case LONG_LONG -> target.intType(Kind.LONG_LONG);
      case UNSIGNED_LONG_LONG -> target.intType(Kind.UNSIGNED_LONG_LONG);
      case INT128 -> target.intType(Kind.INT128);
      case UNSIGNED_INT128 -> target.intType(Kind.UNSIGNED_INT128);
      case FLOAT -> FloatType.FLOAT;
      case DOUBLE -> FloatType.DOUBLE;
      case LONG_DOUBLE -> target.longDouble();
      case FLOAT16,
          FLOAT128,
          DECIMAL32,
          DECIMAL64,
          DECIMAL128,
          FLOAT_COMPLEX,
          DOUBLE_COMPLEX,
          LONG_DOUBLE_COMPLEX,
          FLOAT_IMAGINARY,
          DOUBLE_IMAGINARY,
          LONG_DOUBLE_IMAGINARY ->
          throw new Unsupported(
              basic.place().range(),
              "the type " + basic.kind().name().toLowerCase(java.util.Locale.ROOT));
    };
  }

  /** GNU's {@code mode(DI)}, and vectors, which are not lowered. */
  private Type withMode(Type type, List<Attribute> attributes) {
    requireNoVector(attributes);
    for (Attribute attribute : attributes) {
      if (attribute.name().equals("mode")
          && type instanceof IntType t
          && !attribute.arguments().isEmpty()) {
        Kind kind =
            switch (attribute.arguments().get(0).replace("_", "")) {
              case "QI", "byte" -> Kind.SIGNED_CHAR;
              case "HI" -> Kind.SHORT;
              case "DI" -> Kind.LONG_LONG;
              case "TI" -> Kind.INT128;
              case "word", "pointer" -> target.differenceType().kind();
              default -> Kind.INT;
            };
        IntType sized = target.intType(kind);
        return t.signed() ? sized : Conversions.unsigned(sized);
      }
    }
    return type;
  }

  private static void requireNoVector(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals("vector_size")) {
        throw new Unsupported(attribute.place().range(), "a vector type");
      }
    }
  }

  /** Builds what a declarator derives from the specifiers' type. */
  TypeInfo declared(TypeInfo base, Declarator declarator) {
    TypeInfo info = base;
    requireNoVector(declarator.attributes());
    if (!declarator.attributes().isEmpty() && declarator.derivations().isEmpty()) {
      Type type = withMode(info.type(), declarator.attributes());
      info =
          new TypeInfo(type, info.isVolatile(), info.aligned(), info.roles(), info.variableSize());
    }
    List<Derivation> derivations = declarator.derivations();
    for (int i = derivations.size() - 1; i >= 0; i--) {
      info = derive(info, derivations.get(i), declarator.place());
    }
    return info;
  }

  private TypeInfo derive(TypeInfo base, Derivation derivation, Place place) {
    return switch (derivation) {
      case Derivation.Pointer p ->
          new TypeInfo(
              target.pointerTo(base.type()),
              p.qualifiers().contains(Qualifier.VOLATILE),
              0,
              List.of(),
              null);
      case Derivation.Array a -> array(base, a, place);
      case Derivation.Function f ->
          base.derived(new FunctionType(base.type(), parameters(f), f.variadic(), f.prototyped()));
    };
  }

  private TypeInfo array(TypeInfo element, Derivation.Array array, Place place) {
    if (element.type() instanceof FunctionType) {
      throw new Invalid(place.range(), "an array of functions");
    }
    if (array.size() == null) {
      return new TypeInfo(
          new ArrayType(element.type(), ArrayType.UNKNOWN_LENGTH),
          element.isVolatile(),
          0,
          List.of(),
          null);
    }
    Expr length = prototypes > 0 ? constantIn(array.size()) : context.constantOrNull(array.size());
    Expr elementSize = context.variableSize(element.type());
    if (length instanceof IntConst c && elementSize == null) {
      if (c.value().signum() < 0 || c.value().bitLength() > 40) {
        throw new Invalid(
            array.size().place().range(), "an array cannot have " + c.value() + " elements");
      }
      return new TypeInfo(
          new ArrayType(element.type(), c.value().longValue()),
          element.isVolatile(),
          0,
          List.of(),
          null);
    }
    if (prototypes > 0) {
      return element.derived(new ArrayType(element.type(), ArrayType.UNKNOWN_LENGTH));
    }
    if (context.isFile()) {
      throw new Invalid(
          array.size().place().range(), "the size of this array is no integer constant");
    }
    Expr count = Exprs.cast(context.expressions().value(array.size()), target.sizeType());
    Expr size =
        elementSize == null ? IntConst.of(element.type().size(), target.sizeType()) : elementSize;
    Expr bytes = context.save(Exprs.binary(BinaryOp.MULTIPLY, count, size), array.size().place());
    return new TypeInfo(
        context.variableArray(element.type(), bytes), element.isVolatile(), 0, List.of(), bytes);
  }

  /** In a prototype a size may name other parameters, and then means nothing. */
  private @Nullable Expr constantIn(Expression size) {
    try {
      return context.constantOrNull(size);
    } catch (Invalid e) {
      return null;
    }
  }

  private List<Type> parameters(Derivation.Function function) {
    List<Type> types = new ArrayList<>();
    Scope outer = context.scope();
    context.enter();
    prototypes++;
    for (Parameter parameter : function.parameters()) {
      types.add(parameter(parameter).type());
    }
    prototypes--;
    context.leaveTo(outer);
    return types;
  }

  /** The type of a parameter: arrays and functions become pointers. */
  TypeInfo parameter(Parameter parameter) {
    TypeInfo base = specified(parameter.specifiers(), null);
    List<Derivation> derivations = parameter.declarator().derivations();
    if (!derivations.isEmpty() && derivations.get(0) instanceof Derivation.Array a) {
      // The outermost size of an array parameter means nothing and may name other parameters.
      Declarator inner =
          new Declarator(
              parameter.declarator().place(),
              parameter.declarator().name(),
              derivations.subList(1, derivations.size()),
              parameter.declarator().attributes());
      TypeInfo element = declared(base, inner);
      return new TypeInfo(
          target.pointerTo(element.type()),
          a.qualifiers().contains(Qualifier.VOLATILE),
          0,
          List.of(),
          null);
    }
    TypeInfo info = declared(base, parameter.declarator());
    return switch (info.type()) {
      case ArrayType a -> info.derived(target.pointerTo(a.element()));
      case FunctionType f -> info.derived(target.pointerTo(f));
      default -> info;
    };
  }

  /** The alignment that attributes and {@code _Alignas} ask for, or 0. */
  long aligned(Specifiers specifiers, List<Attribute> attributes) {
    return Math.max(composites.aligned(specifiers), composites.aligned(attributes));
  }

  /** Pointer to it. */
  PointerType pointerTo(Type type) {
    return target.pointerTo(type);
  }
}

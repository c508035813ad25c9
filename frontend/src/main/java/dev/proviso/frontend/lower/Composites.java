// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Enumerator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Member;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structs, unions and enumerations: their tags, members and layout. */
final class Composites {
  private final Context context;
  private final Types types;

  Composites(Context context, Types types) {
    this.context = context;
    this.types = types;
  }

  Type composite(TypeSpecifier.Composite specifier, @Nullable String hint) {
    CompositeType known = context.unit().composites().get(specifier);
    if (known != null) {
      if (!specifier.tag().isEmpty() && context.scope().findTag(specifier.tag()) == null) {
        context.scope().declareTag(specifier.tag(), known);
      }
      return known;
    }
    CompositeType.Kind kind =
        specifier.kind() == TypeSpecifier.Composite.Kind.UNION
            ? CompositeType.Kind.UNION
            : CompositeType.Kind.STRUCT;
    if (specifier.members() == null) {
      Type declared = context.scope().findTag(specifier.tag());
      return declared == null ? declare(kind, specifier.tag()) : declared;
    }
    CompositeType composite = toDefine(kind, specifier, hint);
    context.unit().composites().put(specifier, composite);
    try {
      define(composite, specifier);
    } catch (Unsupported e) {
      context.unit().lost(composite, e.what());
      throw e;
    }
    return composite;
  }

  private CompositeType declare(CompositeType.Kind kind, String tag) {
    CompositeType composite = new CompositeType(kind, context.unit().uniqueTag(tag));
    context.scope().declareTag(tag, composite);
    return composite;
  }

  private CompositeType toDefine(
      CompositeType.Kind kind, TypeSpecifier.Composite specifier, @Nullable String hint) {
    if (specifier.tag().isEmpty()) {
      String place = "anonymous@" + specifier.place().range();
      return new CompositeType(kind, context.unit().uniqueTag(hint == null ? place : hint));
    }
    Type declared = context.scope().findTagHere(specifier.tag());
    if (declared instanceof CompositeType c && c.kind() == kind) {
      if (c.isComplete()) {
        throw new Invalid(specifier.place().range(), "`" + c + "` is defined twice");
      }
      return c;
    }
    return declare(kind, specifier.tag());
  }

  private void define(CompositeType composite, TypeSpecifier.Composite specifier) {
    boolean packed = has(specifier.attributes(), "packed");
    Map<Specifiers, TypeInfo> bases = new IdentityHashMap<>();
    List<Layout.Request> requests = new ArrayList<>();
    for (Member member : specifier.members() == null ? List.<Member>of() : specifier.members()) {
      TypeInfo base = bases.get(member.specifiers());
      if (base == null) {
        base = types.specified(member.specifiers(), null);
        bases.put(member.specifiers(), base);
      }
      TypeInfo info = types.declared(base, member.declarator());
      if (context.variableSize(info.type()) != null) {
        throw new Unsupported(member.place().range(), "a member of variable length");
      }
      boolean memberPacked =
          has(member.declarator().attributes(), "packed")
              || has(member.specifiers().attributes(), "packed");
      long aligned =
          Math.max(
              info.aligned(),
              Math.max(aligned(member.specifiers()), aligned(member.declarator().attributes())));
      requests.add(
          new Layout.Request(
              member.declarator().name(),
              info.type(),
              width(member, info),
              aligned,
              packed || memberPacked));
    }
    Layout.complete(
        context.unit().target(),
        composite,
        requests,
        specifier.packing(),
        aligned(specifier.attributes()));
  }

  private int width(Member member, TypeInfo info) {
    if (member.bitWidth() == null) {
      return -1;
    }
    BigInteger width = context.constant(member.bitWidth());
    if (!(info.type() instanceof IntType t) || width.signum() < 0 || width.intValue() > t.bits()) {
      throw new Invalid(
          member.place().range(),
          "a bit-field of type " + info.type() + " cannot have " + width + " bits");
    }
    return width.intValueExact();
  }

  private static boolean has(List<Attribute> attributes, String name) {
    return attributes.stream().anyMatch(a -> a.name().equals(name));
  }

  /** The alignment that {@code aligned} asks for: 16 without an argument, as gcc has it on x86. */
  long aligned(List<Attribute> attributes) {
    long most = 0;
    for (Attribute attribute : attributes) {
      if (attribute.name().equals("aligned") || attribute.name().equals("align")) {
        most =
            Math.max(
                most,
                attribute.arguments().isEmpty() ? 16 : context.attributes().integer(attribute));
      }
    }
    return most;
  }

  long aligned(Specifiers specifiers) {
    long most = aligned(specifiers.attributes());
    for (Specifiers.Alignment alignment : specifiers.alignments()) {
      if (alignment.type() != null) {
        most = Math.max(most, types.named(alignment.type()).type().alignment());
      } else if (alignment.bytes() != null) {
        most = Math.max(most, context.constant(alignment.bytes()).longValue());
      }
    }
    return most;
  }

  Type enumeration(TypeSpecifier.Enumeration specifier) {
    if (specifier.enumerators() == null) {
      Type declared = context.scope().findTag(specifier.tag());
      return declared == null ? IntType.INT : declared;
    }
    List<BigInteger> values = new ArrayList<>();
    BigInteger next = BigInteger.ZERO;
    for (Enumerator enumerator : specifier.enumerators()) {
      Expression given = enumerator.value();
      BigInteger value = given == null ? next : context.constant(given);
      values.add(value);
      context.scope().declare(enumerator.name(), new Symbol.Constant(constant(value)));
      next = value.add(BigInteger.ONE);
    }
    Type type = has(specifier.attributes(), "packed") ? smallest(values) : enumType(values);
    if (!specifier.tag().isEmpty()) {
      context.scope().declareTag(specifier.tag(), type);
    }
    return type;
  }

  /** A constant is an {@code int} where it fits, as in gcc and Microsoft's compiler. */
  private Expr constant(BigInteger value) {
    Target target = context.unit().target();
    for (Kind kind :
        List.of(Kind.INT, Kind.UNSIGNED_INT, Kind.LONG_LONG, Kind.UNSIGNED_LONG_LONG)) {
      IntType type = target.intType(kind);
      if (target == Target.LLP64 && kind != Kind.INT) {
        return IntConst.of(value, IntType.INT);
      }
      if (value.compareTo(type.min()) >= 0 && value.compareTo(type.max()) <= 0) {
        return IntConst.of(value, type);
      }
    }
    return IntConst.of(value, IntType.INT);
  }

  /**
   * {@code int} for Microsoft; for gcc {@code unsigned int} without negative values, and wider
   * where needed.
   */
  private Type enumType(List<BigInteger> values) {
    Target target = context.unit().target();
    if (target == Target.LLP64) {
      return IntType.INT;
    }
    boolean negative = values.stream().anyMatch(v -> v.signum() < 0);
    for (Kind kind :
        List.of(Kind.UNSIGNED_INT, Kind.INT, Kind.UNSIGNED_LONG, Kind.LONG, Kind.LONG_LONG)) {
      IntType type = target.intType(kind);
      boolean fits =
          values.stream()
              .allMatch(v -> v.compareTo(type.min()) >= 0 && v.compareTo(type.max()) <= 0);
      if (fits && type.signed() == negative) {
        return type;
      }
    }
    return target.intType(Kind.LONG_LONG);
  }

  /** The smallest integer type that holds all constants. */
  private Type smallest(List<BigInteger> values) {
    for (Kind kind :
        List.of(Kind.UNSIGNED_CHAR, Kind.SIGNED_CHAR, Kind.UNSIGNED_SHORT, Kind.SHORT)) {
      IntType type = context.unit().target().intType(kind);
      if (values.stream()
          .allMatch(v -> v.compareTo(type.min()) >= 0 && v.compareTo(type.max()) <= 0)) {
        return type;
      }
    }
    return enumType(values);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type that specifiers name. */
public sealed interface TypeSpecifier extends Node
    permits Problem,
        TypeSpecifier.Basic,
        TypeSpecifier.Named,
        TypeSpecifier.Composite,
        TypeSpecifier.Enumeration,
        TypeSpecifier.TypeofExpression,
        TypeSpecifier.TypeofType,
        TypeSpecifier.Inferred {

  /** A type made of keywords. A missing type is {@code INT}. */
  record Basic(Place place, Kind kind) implements TypeSpecifier {
    /** The types that keywords make, each once. */
    public enum Kind {
      VOID,
      BOOL,
      CHAR,
      SIGNED_CHAR,
      UNSIGNED_CHAR,
      SHORT,
      UNSIGNED_SHORT,
      INT,
      UNSIGNED_INT,
      LONG,
      UNSIGNED_LONG,
      LONG_LONG,
      UNSIGNED_LONG_LONG,
      INT128,
      UNSIGNED_INT128,
      FLOAT16,
      FLOAT,
      DOUBLE,
      LONG_DOUBLE,
      FLOAT128,
      DECIMAL32,
      DECIMAL64,
      DECIMAL128,
      FLOAT_COMPLEX,
      DOUBLE_COMPLEX,
      LONG_DOUBLE_COMPLEX,
      FLOAT_IMAGINARY,
      DOUBLE_IMAGINARY,
      LONG_DOUBLE_IMAGINARY
    }
  }

  /** A typedef name; {@code __builtin_va_list} is one that no one declares. */
  record Named(Place place, String name) implements TypeSpecifier {}

  /**
   * A struct or union.
   *
   * @param tag empty where there is none
   * @param members in order; null where the type is only mentioned
   * @param packing the greatest alignment of a member that {@code #pragma pack} allows here; 0 for
   *     no limit
   */
  record Composite(
      Place place,
      Kind kind,
      String tag,
      @Nullable List<Member> members,
      int packing,
      List<Attribute> attributes)
      implements TypeSpecifier {
    /** Struct or union. */
    public enum Kind {
      STRUCT,
      UNION
    }

    public Composite {
      members = members == null ? null : List.copyOf(members);
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * An enumeration.
   *
   * @param tag empty where there is none
   * @param enumerators in order; null where the type is only mentioned
   */
  record Enumeration(
      Place place, String tag, @Nullable List<Enumerator> enumerators, List<Attribute> attributes)
      implements TypeSpecifier {
    public Enumeration {
      enumerators = enumerators == null ? null : List.copyOf(enumerators);
      attributes = List.copyOf(attributes);
    }
  }

  /** {@code typeof(expression)}. */
  record TypeofExpression(Place place, Expression expression) implements TypeSpecifier {}

  /** {@code typeof(type)}, and {@code _Atomic(type)} with the qualifier among the specifiers. */
  record TypeofType(Place place, TypeName type) implements TypeSpecifier {}

  /** {@code __auto_type}: that of the initialiser. */
  record Inferred(Place place) implements TypeSpecifier {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Enumerator;
import dev.proviso.frontend.syntax.Member;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Qualifier;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.Specifiers.Alignment;
import dev.proviso.frontend.syntax.Specifiers.FunctionSpecifier;
import dev.proviso.frontend.syntax.Specifiers.Storage;
import dev.proviso.frontend.syntax.TypeName;
import dev.proviso.frontend.syntax.TypeSpecifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTAlignmentSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;

/** CDT's specifiers and type names to ours. */
final class TypeConverter {
  private final Conversion conversion;

  TypeConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  TypeName typeName(IASTTypeId node) {
    IASTDeclarator declarator = node.getAbstractDeclarator();
    Specifiers specifiers = specifiers(node.getDeclSpecifier(), Conversion.offset(declarator));
    return new TypeName(
        conversion.places.of(node),
        specifiers,
        conversion.declarators.declarator(declarator, Conversion.end(node)));
  }

  /**
   * @param end where the first declarator begins
   */
  Specifiers specifiers(IASTDeclSpecifier node, int end) {
    TypeSpecifier type = type(node);
    Set<Storage> storage = storage(node);
    Set<FunctionSpecifier> function = EnumSet.noneOf(FunctionSpecifier.class);
    Set<Qualifier> qualifiers = qualifiers(node.isConst(), node.isVolatile(), node.isRestrict());
    if (node.isInline()) {
      function.add(FunctionSpecifier.INLINE);
    }
    int from = Conversion.offset(node);
    List<Attribute> attributes = new ArrayList<>();
    for (Attribute attribute :
        conversion.takeAttributes(from, Math.max(end, Conversion.end(node)))) {
      switch (attribute.name()) {
        case DialectWords.THREAD_LOCAL -> storage.add(Storage.THREAD_LOCAL);
        case DialectWords.ATOMIC -> qualifiers.add(Qualifier.ATOMIC);
        default -> attributes.add(attribute);
      }
      if (attribute.name().equals("noreturn")) {
        function.add(FunctionSpecifier.NORETURN);
      }
    }
    @SuppressWarnings("deprecation") // the only way to C11's _Alignas
    List<Alignment> alignments = alignments(node.getAlignmentSpecifiers());
    return new Specifiers(
        conversion.places.of(node), storage, function, qualifiers, type, alignments, attributes);
  }

  static Set<Qualifier> qualifiers(boolean isConst, boolean isVolatile, boolean isRestrict) {
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (isConst) {
      qualifiers.add(Qualifier.CONST);
    }
    if (isVolatile) {
      qualifiers.add(Qualifier.VOLATILE);
    }
    if (isRestrict) {
      qualifiers.add(Qualifier.RESTRICT);
    }
    return qualifiers;
  }

  private static Set<Storage> storage(IASTDeclSpecifier node) {
    return switch (node.getStorageClass()) {
      case IASTDeclSpecifier.sc_typedef -> EnumSet.of(Storage.TYPEDEF);
      case IASTDeclSpecifier.sc_extern -> EnumSet.of(Storage.EXTERN);
      case IASTDeclSpecifier.sc_static -> EnumSet.of(Storage.STATIC);
      case IASTDeclSpecifier.sc_auto -> EnumSet.of(Storage.AUTO);
      case IASTDeclSpecifier.sc_register -> EnumSet.of(Storage.REGISTER);
      default -> EnumSet.noneOf(Storage.class);
    };
  }

  private List<Alignment> alignments(IASTAlignmentSpecifier[] nodes) {
    List<Alignment> result = new ArrayList<>();
    for (IASTAlignmentSpecifier node : nodes) {
      IASTTypeId type = node.getTypeId();
      IASTExpression bytes = node.getExpression();
      result.add(
          new Alignment(
              type == null ? null : typeName(type),
              bytes == null ? null : conversion.expressions.convert(bytes)));
    }
    return result;
  }

  private TypeSpecifier type(IASTDeclSpecifier node) {
    Place place = conversion.places.of(node);
    return switch (node) {
      case IASTCompositeTypeSpecifier n -> composite(place, n);
      case IASTEnumerationSpecifier n -> enumeration(place, n);
      case IASTElaboratedTypeSpecifier n -> mention(place, n);
      case IASTNamedTypeSpecifier n -> named(place, n.getName().toString());
      case IASTSimpleDeclSpecifier n -> simple(place, n);
      default -> conversion.unknown(node);
    };
  }

  private static TypeSpecifier named(Place place, String name) {
    return switch (name) {
      case "__auto_type" -> new TypeSpecifier.Inferred(place);
      case "_Float16" -> new TypeSpecifier.Basic(place, TypeSpecifier.Basic.Kind.FLOAT16);
      default -> new TypeSpecifier.Named(place, name);
    };
  }

  private TypeSpecifier simple(Place place, IASTSimpleDeclSpecifier node) {
    IASTExpression typeof = node.getDeclTypeExpression();
    if (typeof instanceof IASTTypeIdExpression ofType) {
      return new TypeSpecifier.TypeofType(place, typeName(ofType.getTypeId()));
    }
    if (typeof != null) {
      return new TypeSpecifier.TypeofExpression(place, conversion.expressions.convert(typeof));
    }
    return new TypeSpecifier.Basic(place, BasicTypes.kind(node));
  }

  private TypeSpecifier mention(Place place, IASTElaboratedTypeSpecifier node) {
    String tag = node.getName().toString();
    return switch (node.getKind()) {
      case IASTElaboratedTypeSpecifier.k_struct ->
          new TypeSpecifier.Composite(
              place, TypeSpecifier.Composite.Kind.STRUCT, tag, null, 0, List.of());
      case IASTElaboratedTypeSpecifier.k_union ->
          new TypeSpecifier.Composite(
              place, TypeSpecifier.Composite.Kind.UNION, tag, null, 0, List.of());
      default -> new TypeSpecifier.Enumeration(place, tag, null, List.of());
    };
  }

  private TypeSpecifier enumeration(Place place, IASTEnumerationSpecifier node) {
    List<Enumerator> enumerators = new ArrayList<>();
    for (IASTEnumerationSpecifier.IASTEnumerator enumerator : node.getEnumerators()) {
      IASTExpression value = enumerator.getValue();
      enumerators.add(
          new Enumerator(
              conversion.places.of(enumerator),
              enumerator.getName().toString(),
              value == null ? null : conversion.expressions.convert(value)));
    }
    String tag = node.getName().toString();
    return new TypeSpecifier.Enumeration(
        place,
        tag,
        enumerators,
        conversion.takeAttributes(Conversion.offset(node), Conversion.end(node)));
  }

  private TypeSpecifier composite(Place place, IASTCompositeTypeSpecifier node) {
    var kind =
        node.getKey() == IASTCompositeTypeSpecifier.k_union
            ? TypeSpecifier.Composite.Kind.UNION
            : TypeSpecifier.Composite.Kind.STRUCT;
    List<Member> members = new ArrayList<>();
    for (IASTDeclaration declaration : node.getDeclarations(false)) {
      addMembers(declaration, members);
    }
    int keyword = conversion.structKeyword(node);
    return new TypeSpecifier.Composite(
        place,
        kind,
        node.getName().toString(),
        members,
        conversion.packing.at(Conversion.end(node)),
        conversion.takeAttributes(keyword, Conversion.end(node)));
  }

  private void addMembers(IASTDeclaration declaration, List<Member> members) {
    switch (declaration) {
      case DialectNodes.Assertion n -> conversion.declarations.assertion(n);
      case IASTSimpleDeclaration n -> addMembers(n, members);
      case IASTProblemDeclaration n -> conversion.problem(n.getProblem());
      default -> conversion.unknown(declaration);
    }
  }

  private void addMembers(IASTSimpleDeclaration node, List<Member> members) {
    IASTDeclarator[] declarators = node.getDeclarators();
    if (conversion.declarations.isEmpty(node)) {
      return;
    }
    int end = Conversion.end(node);
    Specifiers specifiers =
        specifiers(
            node.getDeclSpecifier(),
            declarators.length == 0 ? end : Conversion.offset(declarators[0]));
    if (declarators.length == 0) {
      Place place = conversion.places.of(node);
      members.add(new Member(place, specifiers, conversion.declarators.unnamed(place), null));
    }
    for (int i = 0; i < declarators.length; i++) {
      int next = i + 1 < declarators.length ? Conversion.offset(declarators[i + 1]) : end;
      members.add(
          new Member(
              conversion.places.of(declarators[i]),
              specifiers,
              conversion.declarators.declarator(declarators[i], next),
              conversion.declarators.bitWidth(declarators[i])));
    }
  }
}

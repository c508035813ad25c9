// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Declarator;
import dev.proviso.frontend.syntax.Derivation;
import dev.proviso.frontend.syntax.Parameter;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.syntax.TypeSpecifier.Basic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.gnu.c.ICASTKnRFunctionDeclarator;
import org.eclipse.cdt.internal.core.dom.parser.ASTQueries;

/** Parameter lists, new and old. */
final class ParameterConverter {
  private final Conversion conversion;

  ParameterConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  Derivation function(IASTStandardFunctionDeclarator node) {
    List<Parameter> parameters = new ArrayList<>();
    boolean definition =
        ASTQueries.findOutermostDeclarator(node).getParent() instanceof IASTFunctionDefinition;
    boolean names = node.getParameters().length > 0;
    for (IASTParameterDeclaration parameter : node.getParameters()) {
      boolean nameOnly = isNameOnly(parameter);
      names &= nameOnly;
      parameters.add(nameOnly && !definition ? unnamed(parameter) : parameter(parameter));
    }
    if (parameters.size() == 1 && isVoid(parameters.get(0))) {
      return new Derivation.Function(List.of(), false, true);
    }
    boolean oldStyle = definition && names;
    return new Derivation.Function(
        parameters, node.takesVarArgs(), !oldStyle && !parameters.isEmpty() || node.takesVarArgs());
  }

  private Parameter parameter(IASTParameterDeclaration node) {
    IASTDeclarator declarator = node.getDeclarator();
    Specifiers specifiers =
        conversion.types.specifiers(node.getDeclSpecifier(), Conversion.offset(declarator));
    Declarator converted = conversion.declarators.declarator(declarator, Conversion.end(node));
    return new Parameter(conversion.places.of(node), specifiers, converted);
  }

  private static boolean isNameOnly(IASTParameterDeclaration node) {
    IASTDeclSpecifier specifier = node.getDeclSpecifier();
    return specifier instanceof IASTSimpleDeclSpecifier
        && Conversion.offset(specifier) == Conversion.end(specifier)
        && node.getDeclarator().getPointerOperators().length == 0
        && node.getDeclarator().getName().getSimpleID().length > 0;
  }

  /**
   * In a declaration, a lone name that CDT does not know is a type all the same, not a parameter
   * without a type.
   */
  private Parameter unnamed(IASTParameterDeclaration node) {
    Declarator named =
        conversion.declarators.declarator(node.getDeclarator(), Conversion.end(node));
    Place place = named.place();
    TypeSpecifier type = new TypeSpecifier.Named(place, named.name());
    return new Parameter(
        place, specifiers(place, type), new Declarator(place, "", named.derivations(), List.of()));
  }

  private static Specifiers specifiers(Place place, TypeSpecifier type) {
    return new Specifiers(place, Set.of(), Set.of(), Set.of(), type, List.of(), List.of());
  }

  private static boolean isVoid(Parameter parameter) {
    return parameter.declarator().name().isEmpty()
        && parameter.declarator().derivations().isEmpty()
        && parameter.specifiers().type() instanceof Basic basic
        && basic.kind() == Basic.Kind.VOID;
  }

  /** The parameters in the order of the names, each with the type of its declaration. */
  Derivation oldStyle(ICASTKnRFunctionDeclarator node) {
    Map<String, Parameter> declared = new LinkedHashMap<>();
    for (IASTDeclaration declaration : node.getParameterDeclarations()) {
      if (declaration instanceof IASTSimpleDeclaration simple) {
        declare(simple, declared);
      } else {
        conversion.unknown(declaration);
      }
    }
    List<Parameter> parameters = new ArrayList<>();
    for (IASTName name : node.getParameterNames()) {
      Parameter parameter = declared.get(name.toString());
      parameters.add(parameter == null ? implicitInt(name) : parameter);
    }
    return new Derivation.Function(parameters, false, false);
  }

  private void declare(IASTSimpleDeclaration node, Map<String, Parameter> declared) {
    IASTDeclarator[] declarators = node.getDeclarators();
    int end = Conversion.end(node);
    Specifiers specifiers =
        conversion.types.specifiers(
            node.getDeclSpecifier(),
            declarators.length == 0 ? end : Conversion.offset(declarators[0]));
    for (int i = 0; i < declarators.length; i++) {
      int next = i + 1 < declarators.length ? Conversion.offset(declarators[i + 1]) : end;
      Declarator declarator = conversion.declarators.declarator(declarators[i], next);
      declared.put(declarator.name(), new Parameter(declarator.place(), specifiers, declarator));
    }
  }

  private Parameter implicitInt(IASTName name) {
    Place place = conversion.places.of(name);
    TypeSpecifier type = new Basic(place, Basic.Kind.INT);
    return new Parameter(
        place,
        specifiers(place, type),
        new Declarator(place, name.toString(), List.of(), List.of()));
  }
}

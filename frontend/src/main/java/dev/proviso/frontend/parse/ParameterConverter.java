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
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.gnu.c.ICASTKnRFunctionDeclarator;

/** Parameter lists, new and old. */
final class ParameterConverter {
  private final Conversion conversion;

  ParameterConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  Derivation function(IASTStandardFunctionDeclarator node) {
    List<Parameter> parameters = new ArrayList<>();
    for (IASTParameterDeclaration parameter : node.getParameters()) {
      IASTDeclarator declarator = parameter.getDeclarator();
      Specifiers specifiers =
          conversion.types.specifiers(parameter.getDeclSpecifier(), Conversion.offset(declarator));
      Declarator converted = conversion.declarators.declarator(declarator, Conversion.end(parameter));
      parameters.add(new Parameter(conversion.places.of(parameter), specifiers, converted));
    }
    if (parameters.size() == 1 && isVoid(parameters.get(0))) {
      return new Derivation.Function(List.of(), false, true);
    }
    return new Derivation.Function(
        parameters, node.takesVarArgs(), !parameters.isEmpty() || node.takesVarArgs());
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
            node.getDeclSpecifier(), declarators.length == 0 ? end : Conversion.offset(declarators[0]));
    for (int i = 0; i < declarators.length; i++) {
      int next = i + 1 < declarators.length ? Conversion.offset(declarators[i + 1]) : end;
      Declarator declarator = conversion.declarators.declarator(declarators[i], next);
      declared.put(declarator.name(), new Parameter(declarator.place(), specifiers, declarator));
    }
  }

  private Parameter implicitInt(IASTName name) {
    Place place = conversion.places.of(name);
    TypeSpecifier type = new Basic(place, Basic.Kind.INT);
    Specifiers specifiers = new Specifiers(place, Set.of(), Set.of(), Set.of(), type, List.of(), List.of());
    return new Parameter(place, specifiers, new Declarator(place, name.toString(), List.of(), List.of()));
  }
}

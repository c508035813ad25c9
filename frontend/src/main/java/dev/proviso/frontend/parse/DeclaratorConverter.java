// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Declarator;
import dev.proviso.frontend.syntax.Derivation;
import dev.proviso.frontend.syntax.Designator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Qualifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTArrayModifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTPointer;
import org.eclipse.cdt.core.dom.ast.IASTPointerOperator;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.c.ICASTArrayDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTArrayModifier;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignatedInitializer;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTFieldDesignator;
import org.eclipse.cdt.core.dom.ast.gnu.c.ICASTKnRFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.gnu.c.IGCCASTArrayRangeDesignator;
import org.jspecify.annotations.Nullable;

/** CDT's declarators and initialisers to ours. */
final class DeclaratorConverter {
  private final Conversion conversion;
  private final ParameterConverter parameters;

  DeclaratorConverter(Conversion conversion) {
    this.conversion = conversion;
    this.parameters = new ParameterConverter(conversion);
  }

  Declarator unnamed(Place place) {
    return new Declarator(place, "", List.of(), List.of());
  }

  /**
   * @param end where what follows the declarator begins; attributes up to there are its own
   */
  Declarator declarator(IASTDeclarator node, int end) {
    List<Derivation> derivations = new ArrayList<>();
    addDerivations(node, derivations);
    List<Attribute> attributes = new ArrayList<>();
    boolean atomic = false;
    for (Attribute attribute : conversion.takeAttributes(Conversion.offset(node), end)) {
      if (attribute.name().equals(DialectWords.ATOMIC)) {
        atomic = true;
      } else {
        attributes.add(attribute);
      }
    }
    if (atomic
        && !derivations.isEmpty()
        && derivations.get(0) instanceof Derivation.Pointer pointer) {
      Set<Qualifier> qualifiers = EnumSet.of(Qualifier.ATOMIC);
      qualifiers.addAll(pointer.qualifiers());
      derivations.set(0, new Derivation.Pointer(qualifiers));
    }
    IASTName name = innermost(node).getName();
    boolean named = name != null && name.getSimpleID().length > 0;
    Place place = conversion.places.of(named ? name : node);
    return new Declarator(place, named ? name.toString() : "", derivations, attributes);
  }

  static IASTDeclarator innermost(IASTDeclarator node) {
    IASTDeclarator current = node;
    while (current.getNestedDeclarator() != null) {
      current = current.getNestedDeclarator();
    }
    return current;
  }

  /**
   * From the name outwards: what is nested, then what follows the name, then the stars before it,
   * the last of them first.
   */
  private void addDerivations(IASTDeclarator node, List<Derivation> derivations) {
    if (node.getNestedDeclarator() != null) {
      addDerivations(node.getNestedDeclarator(), derivations);
    }
    switch (node) {
      case IASTArrayDeclarator array -> {
        for (IASTArrayModifier modifier : array.getArrayModifiers()) {
          derivations.add(array(modifier));
        }
      }
      case IASTStandardFunctionDeclarator function ->
          derivations.add(parameters.function(function));
      case ICASTKnRFunctionDeclarator function -> derivations.add(parameters.oldStyle(function));
      default -> {}
    }
    IASTPointerOperator[] stars = node.getPointerOperators();
    for (int i = stars.length - 1; i >= 0; i--) {
      boolean pointer = stars[i] instanceof IASTPointer;
      IASTPointer star = pointer ? (IASTPointer) stars[i] : null;
      derivations.add(
          new Derivation.Pointer(
              star == null
                  ? Set.of()
                  : TypeConverter.qualifiers(
                      star.isConst(), star.isVolatile(), star.isRestrict())));
    }
  }

  private Derivation array(IASTArrayModifier modifier) {
    IASTExpression size = modifier.getConstantExpression();
    Expression converted = size == null ? null : conversion.expressions.convert(size);
    if (modifier instanceof ICASTArrayModifier c) {
      return new Derivation.Array(
          converted,
          TypeConverter.qualifiers(c.isConst(), c.isVolatile(), c.isRestrict()),
          c.isVariableSized());
    }
    return new Derivation.Array(converted, Set.of(), false);
  }

  @Nullable Expression bitWidth(IASTDeclarator node) {
    return node instanceof IASTFieldDeclarator field && field.getBitFieldSize() != null
        ? conversion.expressions.convert(field.getBitFieldSize())
        : null;
  }

  // Initialisers

  @Nullable Initializer initializer(@Nullable IASTInitializer node) {
    return switch (node) {
      case null -> null;
      case IASTEqualsInitializer equals -> clause(equals.getInitializerClause());
      case IASTInitializerList list -> braces(list);
      default -> new Initializer.Value(conversion.unknown(node));
    };
  }

  Initializer.Braces braces(IASTNode node) {
    List<Initializer.Item> items = new ArrayList<>();
    if (node instanceof IASTInitializerList list) {
      for (IASTInitializerClause clause : list.getClauses()) {
        items.add(item(clause));
      }
    }
    return new Initializer.Braces(conversion.places.of(node), items);
  }

  private Initializer clause(IASTInitializerClause node) {
    return node instanceof IASTInitializerList list
        ? braces(list)
        : new Initializer.Value(conversion.expressions.convert(node));
  }

  private Initializer.Item item(IASTInitializerClause node) {
    if (!(node instanceof ICASTDesignatedInitializer designated)) {
      return new Initializer.Item(List.of(), clause(node));
    }
    List<Designator> designators = new ArrayList<>();
    for (ICASTDesignator designator : designated.getDesignators()) {
      designators.add(designator(designator));
    }
    return new Initializer.Item(designators, clause(designated.getOperand()));
  }

  private Designator designator(ICASTDesignator node) {
    Place place = conversion.places.of(node);
    return switch (node) {
      case ICASTFieldDesignator n -> new Designator.Field(place, n.getName().toString());
      case IGCCASTArrayRangeDesignator n ->
          new Designator.Range(
              place,
              conversion.expressions.convert(n.getRangeFloor()),
              conversion.expressions.convert(n.getRangeCeiling()));
      case ICASTArrayDesignator n ->
          new Designator.Index(place, conversion.expressions.convert(n.getSubscriptExpression()));
      default -> new Designator.Index(place, conversion.unknown(node));
    };
  }
}

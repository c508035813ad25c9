// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Declaration;
import dev.proviso.frontend.syntax.Declarator;
import dev.proviso.frontend.syntax.ExternalDeclaration;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.syntax.InitDeclarator;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.Specifiers;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.syntax.StaticAssert;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTASMDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.internal.core.dom.parser.ASTQueries;

/** CDT's declarations and function definitions to ours. */
final class DeclarationConverter {
  /** GNU's local declaration of labels, which CDT takes for a type's name. */
  private static final String LABEL_DECLARATION = "__label__";

  private final Conversion conversion;

  DeclarationConverter(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Adds what a declaration at the top level is: nothing for a lone semicolon. */
  void add(IASTDeclaration node, List<ExternalDeclaration> declarations) {
    switch (node) {
      case DialectNodes.Assertion n -> declarations.add(assertion(n));
      case IASTSimpleDeclaration n -> {
        if (!isEmpty(n)) {
          declarations.add(declaration(n));
        }
      }
      case IASTFunctionDefinition n -> declarations.add(function(n));
      case IASTASMDeclaration n ->
          declarations.add(new ExternalDeclaration.Asm(conversion.places.of(n), n.getAssembly()));
      case IASTProblemDeclaration n -> addProblem(n, declarations);
      default -> declarations.add(conversion.unknown(node));
    }
  }

  /**
   * A problem that is found where a function ends, such as a missing brace, is the function's: it
   * may lack anything.
   */
  private void addProblem(IASTProblemDeclaration node, List<ExternalDeclaration> declarations) {
    Problem problem = conversion.problem(node.getProblem());
    boolean missingBrace = Conversion.offset(node) == Conversion.end(node);
    if (missingBrace
        && !declarations.isEmpty()
        && declarations.getLast() instanceof FunctionDefinition function) {
      List<Problem> problems = new ArrayList<>(function.problems());
      problems.add(problem);
      declarations.set(
          declarations.size() - 1,
          new FunctionDefinition(
              function.place(),
              function.specifiers(),
              function.declarator(),
              function.body(),
              problems));
    } else {
      declarations.add(problem);
    }
  }

  /** Whether it is a semicolon alone. */
  boolean isEmpty(IASTSimpleDeclaration node) {
    IASTDeclSpecifier specifier = node.getDeclSpecifier();
    return node.getDeclarators().length == 0
        && specifier instanceof IASTSimpleDeclSpecifier
        && Conversion.end(specifier) == Conversion.offset(specifier);
  }

  Statement local(Place place, IASTSimpleDeclaration node) {
    boolean labels =
        node.getDeclSpecifier() instanceof IASTNamedTypeSpecifier named
            && named.getName().toString().equals(LABEL_DECLARATION);
    return labels || isEmpty(node)
        ? new Statement.Empty(place)
        : new Statement.Declare(place, declaration(node));
  }

  Declaration declaration(IASTSimpleDeclaration node) {
    IASTDeclarator[] nodes = node.getDeclarators();
    int end = Conversion.end(node);
    Specifiers specifiers =
        conversion.types.specifiers(
            node.getDeclSpecifier(), nodes.length == 0 ? end : Conversion.offset(nodes[0]));
    List<InitDeclarator> declarators = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      int next = i + 1 < nodes.length ? Conversion.offset(nodes[i + 1]) : end;
      // The initialiser first: attributes inside it are not the declarator's.
      var initializer = conversion.declarators.initializer(nodes[i].getInitializer());
      Declarator declarator = conversion.declarators.declarator(nodes[i], next);
      String assemblerName = conversion.takeAssemblerName(Conversion.offset(nodes[i]), next);
      declarators.add(
          new InitDeclarator(
              conversion.places.of(nodes[i]), declarator, initializer, assemblerName));
    }
    return new Declaration(conversion.places.of(node), specifiers, declarators);
  }

  FunctionDefinition function(IASTFunctionDefinition node) {
    int before = conversion.problems().size();
    IASTDeclarator declarator = ASTQueries.findOutermostDeclarator(node.getDeclarator());
    Specifiers specifiers =
        conversion.types.specifiers(node.getDeclSpecifier(), Conversion.offset(declarator));
    Declarator converted =
        conversion.declarators.declarator(declarator, Conversion.offset(node.getBody()));
    Statement.Block body =
        node.getBody() instanceof IASTCompoundStatement compound
            ? conversion.statements.block(compound)
            : noBody(node);
    List<Problem> problems = conversion.problems();
    return new FunctionDefinition(
        conversion.places.of(node),
        specifiers,
        converted,
        body,
        problems.subList(before, problems.size()));
  }

  private Statement.Block noBody(IASTFunctionDefinition node) {
    Problem problem = conversion.unknown(node);
    return new Statement.Block(problem.place(), List.of(problem), problem.place().range());
  }

  StaticAssert assertion(DialectNodes.Assertion node) {
    var condition = ((IASTSimpleDeclSpecifier) node.getDeclSpecifier()).getDeclTypeExpression();
    return new StaticAssert(
        conversion.places.of(node), conversion.expressions.convert(condition), node.message);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/**
 * A function with its body.
 *
 * @param declarator its innermost derivation is a {@link Derivation.Function}, unless the
 *     function's type comes from a typedef
 * @param problems what inside it could not be parsed. If there is any, the function is lost: the
 *     body may lack any code
 */
public record FunctionDefinition(
    Place place,
    Specifiers specifiers,
    Declarator declarator,
    Statement.Block body,
    List<Problem> problems)
    implements ExternalDeclaration {
  public FunctionDefinition {
    problems = List.copyOf(problems);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** What stands at the top level of a file. */
public sealed interface ExternalDeclaration extends Node
    permits Declaration, FunctionDefinition, StaticAssert, ExternalDeclaration.Asm, Problem {

  /** Assembler text between functions. */
  record Asm(Place place, String text) implements ExternalDeclaration {}
}

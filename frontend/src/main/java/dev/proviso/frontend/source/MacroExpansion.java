// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

/** One macro whose expansion a piece of code comes from, and where that macro's body is defined. */
public record MacroExpansion(String name, SourceRange definition) {}

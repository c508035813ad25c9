// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A declared name with its initial value.
 *
 * @param asmLabel the assembler name that GNU's {@code asm("name")} gives it
 */
public record InitDeclarator(
    Place place,
    Declarator declarator,
    @Nullable Initializer initializer,
    @Nullable String asmLabel)
    implements Node {}

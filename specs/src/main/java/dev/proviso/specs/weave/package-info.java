// SPDX-License-Identifier: Apache-2.0
/**
 * Makes a rule part of a program: compiles it to a C unit of handlers, links that, and inserts
 * calls of the handlers at the events. Takes a {@link dev.proviso.specs.slic.Rule} and a closed
 * {@link dev.proviso.frontend.program.Program}, gives a {@link
 * dev.proviso.specs.weave.WovenProgram}. Must not know how the program is then decided.
 */
@NullMarked
package dev.proviso.specs.weave;

import org.jspecify.annotations.NullMarked;

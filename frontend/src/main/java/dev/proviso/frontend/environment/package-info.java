// SPDX-License-Identifier: Apache-2.0
/**
 * Gives functions without a body and without a model the meaning of docs/architecture.md: they
 * return anything, may write what their arguments reach, may call back any callback handed to them.
 * Takes and gives a {@link dev.proviso.frontend.program.Program}; knows no rules.
 */
@NullMarked
package dev.proviso.frontend.environment;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;

/**
 * A cell of memory.
 *
 * @param value what it holds; as wide as the cell
 */
public record MemoryCell(Term address, Term value) {}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import java.util.List;
import java.util.function.Supplier;

/**
 * A range of memory that got arbitrary content.
 *
 * @param from its first address
 * @param to the address behind it
 * @param cells gives the cells that were asked for since; some may be outside the range
 */
public record Scrambled(Term from, Term to, Supplier<List<MemoryCell>> cells) {}

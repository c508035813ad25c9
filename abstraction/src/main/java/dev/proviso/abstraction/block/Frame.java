// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

/**
 * One activation inside a block.
 *
 * @param id 0 for the procedure that the block belongs to; folded callees are numbered from 1
 */
public record Frame(int id, String procedure) {}

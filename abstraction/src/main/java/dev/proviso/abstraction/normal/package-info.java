// SPDX-License-Identifier: Apache-2.0
/**
 * Programs in the form that blocks and formulas expect: nothing leads back to a procedure's entry,
 * and locals whose address may outlive their activation, or exist twice at once, are allocated.
 * Takes and gives a program.
 */
@NullMarked
package dev.proviso.abstraction.normal;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The SMT solver: the only package that sees JavaSMT and the native libraries of Z3. Gives solver
 * contexts; knows nothing of predicates, blocks or boolean programs.
 */
@NullMarked
package dev.proviso.abstraction.smt;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Checks proofs: a HOLDS carries, for each cut point that can be reached, a condition on the
 * procedure's state there and on the one in which it was entered (invariants; at exits, summaries),
 * and a small program asks the solver whether these conditions are kept by each block and each
 * call, hold where the program starts, and leave no way to an abort or to lost code (Namjoshi,
 * Certifying model checkers, CAV 2001; Henzinger, Jhala, Majumdar, Necula, Sutre, Weimer,
 * Temporal-safety proofs for systems code, CAV 2002; Beyer, Dangl, Dietsch, Heizmann, Correctness
 * witnesses, FSE 2016). It must not know how they were found: no abstraction, no BDDs, no relations
 * of finite-valued variables, none of their caches. What both rest on, and what is therefore
 * trusted: the woven program in normal form, how it is cut into blocks, what pointers may point to,
 * the encoding of blocks as formulas, the solver. What procedures modify is not trusted: it is
 * checked like the rest.
 */
@NullMarked
package dev.proviso.checker.certify;

import org.jspecify.annotations.NullMarked;

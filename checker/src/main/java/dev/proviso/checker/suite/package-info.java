// SPDX-License-Identifier: Apache-2.0
/**
 * Runs many tasks with expected verdicts, each in a process of its own, and tells how right and how
 * fast. Takes task definitions; gives outcomes, a file of them, tables. Knows no rule and no
 * program: a task is a command line of {@code proviso check}.
 */
@NullMarked
package dev.proviso.checker.suite;

import org.jspecify.annotations.NullMarked;

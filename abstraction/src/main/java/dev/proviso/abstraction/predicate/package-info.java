// SPDX-License-Identifier: Apache-2.0
/** Predicates over program variables, and which of them are tracked where. Plain data. */
@NullMarked
package dev.proviso.abstraction.predicate;

import org.jspecify.annotations.NullMarked;

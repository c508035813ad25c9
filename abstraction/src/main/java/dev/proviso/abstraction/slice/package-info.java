// SPDX-License-Identifier: Apache-2.0
/**
 * What of a program's data cannot matter: decides nothing on the way to an abort, or is not read
 * again. Takes a program and its points-to results; only says so, changes nothing.
 */
@NullMarked
package dev.proviso.abstraction.slice;

import org.jspecify.annotations.NullMarked;

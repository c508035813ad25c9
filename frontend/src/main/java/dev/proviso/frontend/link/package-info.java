// SPDX-License-Identifier: Apache-2.0
/**
 * Makes one program of the programs of several units: structs that units declare alike become one,
 * declarations meet their definitions, names become unique. Knows nothing of C's syntax.
 */
@NullMarked
package dev.proviso.frontend.link;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Where things stand in the text the user wrote: files, ranges, origins through macros, and the
 * messages about them. Knows nothing of C beyond that.
 */
@NullMarked
package dev.proviso.frontend.source;

import org.jspecify.annotations.NullMarked;

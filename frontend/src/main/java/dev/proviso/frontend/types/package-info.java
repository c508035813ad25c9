// SPDX-License-Identifier: Apache-2.0
/** C types with their layout already decided by the target's ABI: widths, offsets, alignment. */
@NullMarked
package dev.proviso.frontend.types;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The facade of the front end: C files or text in, a {@code Program} out. */
@NullMarked
package dev.proviso.frontend;

import org.jspecify.annotations.NullMarked;

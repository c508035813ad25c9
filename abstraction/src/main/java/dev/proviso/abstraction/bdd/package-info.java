// SPDX-License-Identifier: Apache-2.0
/** Sets of bit strings as binary decision diagrams. The only package that sees the BDD library. */
@NullMarked
package dev.proviso.abstraction.bdd;

import org.jspecify.annotations.NullMarked;

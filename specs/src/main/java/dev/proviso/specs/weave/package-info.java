// SPDX-License-Identifier: Apache-2.0
/** Makes a rule part of a program: compiles it to C, inserts calls of its handlers at the events. */
@NullMarked
package dev.proviso.specs.weave;

import org.jspecify.annotations.NullMarked;

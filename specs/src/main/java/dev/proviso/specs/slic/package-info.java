// SPDX-License-Identifier: Apache-2.0
/**
 * The rule language: takes the text of a {@code .slic} file, gives a {@link
 * dev.proviso.specs.slic.Rule} or located messages. Knows the outer structure of a rule only; its C
 * is read by the front end. Must not know the program that is checked.
 */
@NullMarked
package dev.proviso.specs.slic;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Says what is wrong with a rule before it meets a program: takes a {@link
 * dev.proviso.specs.slic.Rule} and its platform, or a rule's folder, gives located messages.
 */
@NullMarked
package dev.proviso.specs.check;

import org.jspecify.annotations.NullMarked;

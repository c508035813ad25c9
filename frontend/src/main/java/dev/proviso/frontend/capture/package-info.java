// SPDX-License-Identifier: Apache-2.0
/**
 * Watches a build and records which compilers it calls, and how. Takes a command, gives its exit
 * code and the calls; what they mean is said in {@code build}.
 */
@NullMarked
package dev.proviso.frontend.capture;

import org.jspecify.annotations.NullMarked;

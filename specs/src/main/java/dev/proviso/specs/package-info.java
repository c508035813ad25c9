// SPDX-License-Identifier: Apache-2.0
/**
 * From files and rules to woven programs: chooses the platform, reads the code, closes it, weaves rules into it. Puts together
 * what the packages below do; decides nothing about the programs.
 */
@NullMarked
package dev.proviso.specs;

import org.jspecify.annotations.NullMarked;

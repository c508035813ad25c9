// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code proviso} command: reads the command line, calls the front pipeline and the engine,
 * prints what comes out, and ends with the documented exit code. Knows no detail of any stage.
 */
@NullMarked
package dev.proviso.checker.cli;

import org.jspecify.annotations.NullMarked;

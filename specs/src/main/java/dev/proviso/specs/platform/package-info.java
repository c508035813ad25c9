// SPDX-License-Identifier: Apache-2.0
/**
 * What surrounds the code under check. Takes the open program of a driver and the folder of a
 * platform ({@code platform.yml}, headers, models, harness); finds the driver's entry points,
 * writes the calls of them, and gives the closed program. Knows no rules.
 */
@NullMarked
package dev.proviso.specs.platform;

import org.jspecify.annotations.NullMarked;

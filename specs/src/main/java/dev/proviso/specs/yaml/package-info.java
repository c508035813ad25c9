// SPDX-License-Identifier: Apache-2.0
/**
 * YAML whose pieces know where they stand: descriptions of platforms, of tasks. Text → nodes; knows
 * nothing of what they mean.
 */
@NullMarked
package dev.proviso.specs.yaml;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What a person or a machine reads: messages with their source lines, traces as text, results as
 * JSON. Takes verdicts and the woven program they speak of; decides nothing.
 */
@NullMarked
package dev.proviso.checker.report;

import org.jspecify.annotations.NullMarked;

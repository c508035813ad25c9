// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

/**
 * Where execution can be.
 *
 * @param node of the procedure's {@link Flow}
 */
record Place(String procedure, int node) {}

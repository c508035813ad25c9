// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** How a file is opened. */
record OpenMode(
    boolean reads,
    boolean writes,
    boolean creates,
    boolean truncates,
    boolean appends,
    boolean isExclusive) {}

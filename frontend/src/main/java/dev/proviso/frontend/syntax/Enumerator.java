// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import org.jspecify.annotations.Nullable;

/** A constant of an enumeration; without a value it is one more than the one before. */
public record Enumerator(Place place, String name, @Nullable Expression value) implements Node {}

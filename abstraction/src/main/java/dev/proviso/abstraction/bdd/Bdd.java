// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

/** A set of valuations of the variables of one {@link Bdds}; equal sets are equal objects. */
public record Bdd(int node) {}

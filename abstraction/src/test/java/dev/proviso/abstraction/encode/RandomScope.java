// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link RandomBlock} may mention where it stands, as texts, by what can be done with it.
 * All of it has a value.
 */
final class RandomScope {
  /** Objects of integer types, no bit-fields. */
  final List<String> scalars = new ArrayList<>();

  /** Those of them whose address may be taken, of any integer type. */
  final List<String> addressable = new ArrayList<>();

  /** Those of type {@code int}. */
  final List<String> ints = new ArrayList<>();

  /** Inputs and loop counters: read, never assigned. */
  final List<String> counters = new ArrayList<>();

  /** Objects of type {@code struct P}; those in memory. */
  final List<String> structs = new ArrayList<>();

  final List<String> structsInMemory = new ArrayList<>();

  /** The same for {@code union U}. */
  final List<String> unions = new ArrayList<>();

  final List<String> unionsInMemory = new ArrayList<>();

  /** Arrays of 16 {@code unsigned char}, four {@code T} and eight {@code int}. */
  final List<String> bytes = new ArrayList<>();

  final List<String> fours = new ArrayList<>();
  final List<String> eights = new ArrayList<>();

  /** Arrays that are read and written at constant places only. */
  final List<String> plainFours = new ArrayList<>();

  /**
   * Pointers to an {@code int}; into four bytes or more; to structs, unions, the first {@code T}s.
   */
  final List<String> intPointers = new ArrayList<>();

  final List<String> bytePointers = new ArrayList<>();
  final List<String> structPointers = new ArrayList<>();
  final List<String> unionPointers = new ArrayList<>();
  final List<String> elementPointers = new ArrayList<>();

  RandomScope() {}

  /** Another scope that may mention the same, and then more. */
  RandomScope(RandomScope outer) {
    scalars.addAll(outer.scalars);
    addressable.addAll(outer.addressable);
    ints.addAll(outer.ints);
    counters.addAll(outer.counters);
    structs.addAll(outer.structs);
    structsInMemory.addAll(outer.structsInMemory);
    unions.addAll(outer.unions);
    unionsInMemory.addAll(outer.unionsInMemory);
    bytes.addAll(outer.bytes);
    fours.addAll(outer.fours);
    eights.addAll(outer.eights);
    plainFours.addAll(outer.plainFours);
    intPointers.addAll(outer.intPointers);
    bytePointers.addAll(outer.bytePointers);
    structPointers.addAll(outer.structPointers);
    unionPointers.addAll(outer.unionPointers);
    elementPointers.addAll(outer.elementPointers);
  }
}

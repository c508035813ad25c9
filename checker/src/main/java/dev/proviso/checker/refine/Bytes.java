// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.encode.InitialValues.Part;
import dev.proviso.abstraction.encode.MemoryCell;
import dev.proviso.abstraction.encode.Scrambled;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a model has in objects and in memory, byte by byte, the low ones first. */
final class Bytes {
  private final Session.Model model;
  private final SortedMap<Long, Byte> bytes = new TreeMap<>();

  private Bytes(Session.Model model) {
    this.model = model;
  }

  /** By their place in the object. */
  static SortedMap<Long, Byte> ofParts(List<Part> parts, Session.Model model) {
    Bytes result = new Bytes(model);
    parts.forEach(p -> result.put(p.offset(), p.value()));
    return result.bytes;
  }

  /** By their address. */
  static SortedMap<Long, Byte> ofCells(List<MemoryCell> cells, Session.Model model) {
    Bytes result = new Bytes(model);
    cells.forEach(c -> result.put(result.number(c.address()), c.value()));
    return result.bytes;
  }

  /** By their address. */
  static SortedMap<Long, Byte> ofRanges(List<Scrambled> ranges, Session.Model model) {
    Bytes result = new Bytes(model);
    for (Scrambled range : ranges) {
      long from = result.number(range.from());
      long to = result.number(range.to());
      result.bytes.putAll(ofCells(range.cells().get(), model).subMap(from, to));
    }
    return result.bytes;
  }

  private long number(Term term) {
    return model.value(term).longValue();
  }

  private void put(long first, Term value) {
    byte[] highFirst = model.value(value).toByteArray();
    for (int i = 0; i < value.bits() / Byte.SIZE; i++) {
      int at = highFirst.length - 1 - i;
      bytes.put(first + i, at < 0 ? 0 : highFirst[at]);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.pointsto.Node.Placed;
import dev.proviso.frontend.pointsto.Node.Thing;
import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.pointsto.Scalars.Parts;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers and names the cells that are accessed. Made when the analysis is done. */
final class Regions {
  private final Memory memory;
  private final List<Region> all = new ArrayList<>();
  private final Map<Region, Set<Variable>> variables = new IdentityHashMap<>();

  Regions(Memory memory) {
    this.memory = memory;
    for (Node node : memory.roots()) {
      if (!node.isInternal) {
        node.cells.values().stream().filter(Cell::isAccessed).forEach(c -> region(node, c, c.width));
      }
    }
  }

  List<Region> all() {
    return Collections.unmodifiableList(all);
  }

  Set<Variable> variables(Region region) {
    return Collections.unmodifiableSet(variables.getOrDefault(region, Set.of()));
  }

  /** The region of the object's first scalar. */
  Region at(Place place, Parts parts) {
    Part first = parts.scalars().isEmpty() ? null : parts.scalars().getFirst();
    Place start = first == null ? place : place.plus(first.offset());
    long length = first == null ? 1 : first.type().size();
    Node node = place.root();
    long position = start.position();
    Map.Entry<Long, Cell> before = node.cells.floorEntry(position);
    Cell cell = before == null ? null : before.getValue();
    if (cell == null || cell.end() <= position) {
      Map.Entry<Long, Cell> after = node.cells.ceilingEntry(position);
      if (after != null && after.getKey() < position + length) {
        throw new IllegalArgumentException("no access of the program is like this one");
      }
      cell = memory.cell(start, length);
      cell.width = length;
    } else if (cell.end() < position + length && !isFolded(node, position)) {
      throw new IllegalArgumentException("no access of the program is as wide as this one");
    }
    return region(node, cell, length);
  }

  /** True if that many bytes are one cell, part of one made of bytes, or touch none. */
  boolean isWhole(Place place, long length) {
    Node node = place.root();
    long position = place.position();
    Map.Entry<Long, Cell> before = node.cells.floorEntry(position);
    if (before == null || before.getValue().end() <= position) {
      Map.Entry<Long, Cell> after = node.cells.ceilingEntry(position);
      return after == null || after.getKey() >= position + length;
    }
    Cell cell = before.getValue();
    if (cell.end() < position + length && !isFolded(node, position)) {
      return false;
    }
    int bits = region(node, cell, length).cellBits();
    return bits == 8 || bits == length * 8 && cell.start == position;
  }

  /** The accessed cells among that many bytes. */
  List<PointsTo.Part> parts(Place place, long length) {
    Node node = place.root();
    List<PointsTo.Part> parts = new ArrayList<>();
    long next = 0;
    while (next < length) {
      long position = place.plus(next).position();
      Map.Entry<Long, Cell> before = node.cells.floorEntry(position);
      Cell cell = before == null ? null : before.getValue();
      if (cell == null || cell.end() <= position || !cell.isAccessed()) {
        next++;
        continue;
      }
      Region region = region(node, cell, cell.width);
      long bytes = region.cellBits() / 8;
      long inside = bytes == 1 ? 0 : position - cell.start;
      parts.add(new PointsTo.Part(next - inside, region));
      next += bytes - inside;
    }
    return parts;
  }

  private static boolean isFolded(Node node, long position) {
    Shape shape = node.shape;
    return shape.isCollapsed() || shape.arrays().stream().anyMatch(a -> a.element() == 1 && a.contains(position));
  }

  /** Adds the cell's region if it has one. */
  void addTo(Set<Region> regions, Cell cell) {
    if (cell.region != null) {
      regions.add(cell.region);
    }
  }

  private Region region(Node node, Cell cell, long width) {
    if (cell.region == null) {
      cell.region = new Region(all.size(), name(node, cell), bits(node, cell, width));
      all.add(cell.region);
      variables.put(cell.region, variables(node, cell));
    }
    return cell.region;
  }

  private static int bits(Node node, Cell cell, long width) {
    boolean agree = width > 0 && cell.length == width && Long.bitCount(width) == 1;
    boolean aligned = node.shape.stride() % Math.max(1, width) == 0;
    for (Range array : node.shape.arrays()) {
      aligned &= !array.contains(cell.start) || array.element() % Math.max(1, width) == 0;
    }
    for (Placed object : node.objects) {
      aligned &= Math.floorMod(cell.start - object.offset(), Math.max(1, width)) == 0;
    }
    return agree && aligned ? (int) width * 8 : 8;
  }

  private static String name(Node node, Cell cell) {
    Placed object = node.objects.isEmpty() ? null : node.objects.getFirst();
    boolean single = node.shape.stride() == 0;
    return object == null
        ? "nothing" + node.id + "+" + cell.start
        : Names.of(object.thing(), cell.start - object.offset(), single) + (cell.width < 0 ? " (bytes)" : "");
  }

  private static Set<Variable> variables(Node node, Cell cell) {
    SequencedSet<Variable> found = new LinkedHashSet<>();
    Range extent = extent(node.shape, cell);
    for (Placed object : node.objects) {
      if (object.thing() instanceof Thing.Of of) {
        long end = object.offset() + Math.max(1, of.variable().type().size());
        if (extent == null || new Range(object.offset(), end, 1).overlaps(extent)) {
          found.add(of.variable());
        }
      }
    }
    return found;
  }

  // All offsets that the cell stands for; null for offsets all over the object.
  private static @Nullable Range extent(Shape shape, Cell cell) {
    if (shape.stride() != 0) {
      return null;
    }
    Range extent = new Range(cell.start, cell.end(), 1);
    for (Range array : shape.arrays()) {
      if (array.contains(cell.start)) {
        long start = Math.min(extent.start(), array.start());
        extent = new Range(start, Math.max(extent.end(), array.end()), 1);
      }
    }
    return extent;
  }

  Map<String, Region> byName() {
    Map<String, Region> names = new java.util.LinkedHashMap<>();
    all.forEach(r -> names.putIfAbsent(r.name(), r));
    return names;
  }
}

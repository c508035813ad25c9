// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers and names the classes of cells that are accessed. Made when the analysis is done. */
final class Regions {
  private final List<Region> all = new ArrayList<>();
  private final Map<Region, Set<Variable>> variables = new IdentityHashMap<>();
  private final Map<Access, Region> byAccess = new IdentityHashMap<>();
  private final Map<LValue, Region> unaccessed = new HashMap<>();

  private record Held(MemoryObject object, Cell cell) {}

  Regions(Memory memory) {
    Map<Access, List<Held>> classes = new LinkedHashMap<>();
    for (MemoryObject object : memory.objects()) {
      if (!object.isInternal()) {
        for (Cell cell : object.cells.values()) {
          if (cell.isAccessed()) {
            classes
                .computeIfAbsent(cell.access.root(), a -> new ArrayList<>())
                .add(new Held(object, cell));
          }
        }
      }
    }
    classes.forEach(this::add);
  }

  private void add(Access access, List<Held> cells) {
    int bits = bits(cells);
    Held first = cells.getFirst();
    boolean single = first.object().shape.stride() == 0;
    String name =
        Names.of(first.object().thing, first.cell().start, single)
            + (first.cell().width < 0 ? " (bytes)" : "");
    Region region = newRegion(name, bits);
    byAccess.put(access, region);
    Set<Variable> held = new LinkedHashSet<>();
    for (Held cell : cells) {
      if (cell.object().thing instanceof Thing.Literals literals) {
        held.addAll(literals.variables());
      } else if (cell.object().thing instanceof Thing.Of of && isInside(cell, of.variable())) {
        held.add(of.variable());
      }
    }
    variables.put(region, held);
  }

  private Region newRegion(String name, int bits) {
    Region region = new Region(all.size(), name, bits);
    all.add(region);
    return region;
  }

  private static int bits(List<Held> cells) {
    long width = cells.getFirst().cell().width;
    boolean agree = width > 0 && Long.bitCount(width) == 1;
    for (Held held : cells) {
      Cell cell = held.cell();
      Shape shape = held.object().shape;
      agree = agree && cell.width == width && cell.length == width && cell.start % width == 0;
      agree = agree && shape.stride() % width == 0;
      for (Range array : shape.arrays()) {
        agree = agree && (!array.contains(cell.start) || array.element() % width == 0);
      }
    }
    return agree ? (int) width * 8 : 8;
  }

  private static boolean isInside(Held held, Variable variable) {
    Shape shape = held.object().shape;
    if (shape.stride() != 0) {
      return true;
    }
    Cell cell = held.cell();
    Range object = new Range(0, Math.max(1, variable.type().size()), 1);
    return object.overlaps(new Range(cell.start, cell.end(), 1))
        || shape.arrays().stream().anyMatch(a -> a.contains(cell.start) && a.overlaps(object));
  }

  List<Region> all() {
    return Collections.unmodifiableList(all);
  }

  Set<Variable> variables(Region region) {
    return Collections.unmodifiableSet(variables.getOrDefault(region, Set.of()));
  }

  /** The cell's region if it has one. */
  @Nullable Region of(Cell cell) {
    return cell.isAccessed() ? byAccess.get(cell.access.root()) : null;
  }

  @Nullable Region of(Access access) {
    return byAccess.get(access.root());
  }

  /** The region of an object that the program does not access, and nothing else. */
  Region ofUnaccessed(LValue object) {
    return unaccessed.computeIfAbsent(object, o -> newRegion("unaccessed " + o, width(o)));
  }

  private static int width(LValue object) {
    long size = object.type().size();
    return object.type().isScalar() && Long.bitCount(size) == 1 ? (int) size * 8 : 8;
  }

  Map<String, Region> byName() {
    Map<String, Region> names = new LinkedHashMap<>();
    all.forEach(r -> names.putIfAbsent(r.name(), r));
    return names;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All calls of unknown code. What is handed to one of them is often within the reach of another,
 * which reaches much: then the other does its work too. Those that reach much, and mostly the same,
 * are taken for one call.
 */
final class Scramblings implements BulkMove {
  /** One that reaches so many objects does the work of others. */
  private static final int MANY = 64;

  private final List<Scrambling> all = new ArrayList<>();

  void add(Scrambling scrambling) {
    all.add(scrambling);
  }

  @Override
  public Object key() {
    return this;
  }

  @Override
  public void apply() {
    all.sort(Comparator.comparingInt(Scrambling::size).reversed());
    List<Scrambling> large = new ArrayList<>();
    List<Scrambling> kept = new ArrayList<>();
    for (Scrambling scrambling : List.copyOf(all)) {
      Scrambling around = large.stream().filter(scrambling::isWithin).findFirst().orElse(null);
      if (around != null) {
        scrambling.applyWithin(around);
        continue;
      }
      scrambling.apply();
      if (scrambling.size() >= MANY) {
        large.add(scrambling);
        Scrambling like = kept.stream().filter(scrambling::isLike).findFirst().orElse(null);
        if (like == null) {
          kept.add(scrambling);
        } else {
          like.takeUp(scrambling);
          all.remove(scrambling);
        }
      }
    }
  }
}

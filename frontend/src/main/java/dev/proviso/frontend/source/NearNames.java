// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names a user may have meant. */
public final class NearNames {
  private static final int AT_MOST = 3;

  private NearNames() {}

  private record Ranked(String name, int distance) {}

  /**
   * The known names nearest to a wrong one by edit distance, case aside, best first; none if all
   * are far.
   */
  public static List<String> of(String wrong, Collection<String> known) {
    int limit = Math.max(2, wrong.length() / 3);
    return known.stream()
        .distinct()
        .map(
            name ->
                new Ranked(
                    name, distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))))
        .filter(r -> r.distance <= limit)
        .sorted(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name))
        .limit(AT_MOST)
        .map(Ranked::name)
        .toList();
  }

  /** A help sentence, or none: {@code did you mean A, B or C?}. */
  public static String[] help(String wrong, Collection<String> known) {
    List<String> near = of(wrong, known);
    return switch (near.size()) {
      case 0 -> new String[0];
      case 1 -> new String[] {"did you mean " + near.get(0) + "?"};
      default -> {
        String head = String.join(", ", near.subList(0, near.size() - 1));
        yield new String[] {"did you mean " + head + " or " + near.getLast() + "?"};
      }
    };
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}

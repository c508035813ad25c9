// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that a mistyped one may have meant, by edit distance (Levenshtein, 1966). */
public final class NearNames {
  private static final int MOST = 3;

  private NearNames() {}

  /** The nearest of the known names, best first; none where all are far off. */
  public static List<String> of(String name, Collection<String> known) {
    int limit = Math.max(2, name.length() / 3);
    String lower = name.toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    return known.stream()
        .distinct()
        .filter(k -> Math.abs(k.length() - name.length()) <= limit)
        .map(k -> new Candidate(k, distance(lower, k.toLowerCase(Locale.ROOT))))
        .filter(c -> c.distance <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** {@code did you mean A, B or C?}, as help of a message; nothing where no name is near. */
  public static String[] help(String name, Collection<String> known) {
    List<String> near = of(name, known);
    return switch (near.size()) {
      case 0 -> new String[0];
      case 1 -> new String[] {"did you mean " + near.getFirst() + "?"};
      default -> {
        String first = near.subList(0, near.size() - 1).stream().collect(Collectors.joining(", "));
        yield new String[] {"did you mean " + first + " or " + near.getLast() + "?"};
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
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An order in which things that belong together stand near each other, by the FORCE heuristic
 * (Aloul, Markov, Sakallah, GLSVLSI 2003): those in one group pull each other. Where what one
 * variable holds tells of another, a diagram is small only if they are neighbours.
 */
public final class Force {
  /** What holds so many together says nothing about which of them belong together. */
  private static final int LARGE = 8;

  private static final int ROUNDS = 60;
  private static final int PATIENCE = 8;

  private final List<int[]> groups = new ArrayList<>();

  private Force() {}

  /**
   * @param groups of items; large ones do not count
   * @return the items, in a deterministic order
   */
  public static <T> List<T> order(List<T> items, List<? extends Collection<T>> groups) {
    Map<T, Integer> numbers = new HashMap<>();
    for (T item : items) {
      numbers.put(item, numbers.size());
    }
    Force force = new Force();
    for (Collection<T> group : groups) {
      int[] members = group.stream().mapToInt(numbers::get).distinct().toArray();
      if (members.length > 1 && members.length <= LARGE) {
        force.groups.add(members);
      }
    }
    double[] chosen = force.arrange(items.size());
    return IntStream.range(0, items.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> chosen[i]))
        .map(items::get)
        .toList();
  }

  /** Positions for so many. */
  private double[] arrange(int count) {
    double[] position = new double[count];
    Arrays.setAll(position, i -> i);
    double[] best = position.clone();
    double smallest = span(position);
    int worse = 0;
    for (int round = 0; round < ROUNDS && worse < PATIENCE; round++) {
      position = pulled(position);
      double span = span(position);
      if (span < smallest) {
        smallest = span;
        best = position.clone();
        worse = 0;
      } else {
        worse++;
      }
    }
    return best;
  }

  /** How far the groups reach, in all. */
  private double span(double[] position) {
    double sum = 0;
    for (int[] group : groups) {
      double least = position[group[0]];
      double most = least;
      for (int v : group) {
        least = Math.min(least, position[v]);
        most = Math.max(most, position[v]);
      }
      sum += most - least;
    }
    return sum;
  }

  /** Each variable at the middle of the middles of its groups, then all in a row again. */
  private double[] pulled(double[] position) {
    double[] sum = new double[position.length];
    int[] count = new int[position.length];
    for (int[] group : groups) {
      double middle = 0;
      for (int v : group) {
        middle += position[v] / group.length;
      }
      for (int v : group) {
        sum[v] += middle;
        count[v]++;
      }
    }
    Integer[] order = new Integer[position.length];
    Arrays.setAll(order, i -> i);
    double[] wanted = new double[position.length];
    Arrays.setAll(wanted, i -> count[i] == 0 ? position[i] : sum[i] / count[i]);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    double[] result = new double[position.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = i;
    }
    return result;
  }
}

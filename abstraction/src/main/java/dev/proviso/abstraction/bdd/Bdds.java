// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import jdd.bdd.BDD;
import jdd.bdd.Permutation;
import jdd.util.Options;

/**
 * Makes and combines BDDs over variables numbered from 0 in their order. Every result lives as long
 * as this object: a check makes a new one.
 */
public final class Bdds {
  private static final int INITIAL_NODES = 10_000;
  private static final int INITIAL_CACHE = 10_000;

  static {
    Options.verbose = false;
  }

  private final BDD manager;
  private final List<Integer> variables = new ArrayList<>();
  private final Map<List<Integer>, Permutation> permutations = new HashMap<>();
  private final Map<List<Integer>, Integer> cubes = new HashMap<>();

  public Bdds() {
    this(() -> {});
  }

  /**
   * @param check asked now and then while an operation runs; what it throws ends the operation, and
   *     the use of this object
   */
  public Bdds(Runnable check) {
    manager = new StoppableBdd(check);
  }

  /** One operation can make more nodes than there is time for. */
  private static final class StoppableBdd extends BDD {
    private static final int INTERVAL = 1 << 16;

    private final Runnable check;
    private int made;

    StoppableBdd(Runnable check) {
      super(INITIAL_NODES, INITIAL_CACHE);
      this.check = check;
    }

    @Override
    public int mk(int variable, int low, int high) {
      if (++made == INTERVAL) {
        made = 0;
        check.run();
      }
      return super.mk(variable, low, high);
    }
  }

  public Bdd all() {
    return new Bdd(manager.getOne());
  }

  public Bdd none() {
    return new Bdd(manager.getZero());
  }

  public boolean isNone(Bdd a) {
    return a.node() == manager.getZero();
  }

  public boolean isAll(Bdd a) {
    return a.node() == manager.getOne();
  }

  private int node(int variable) {
    while (variables.size() <= variable) {
      variables.add(manager.createVar());
    }
    return variables.get(variable);
  }

  /** The valuations in which the variable has that value. */
  public Bdd literal(int variable, boolean value) {
    int node = node(variable);
    return value ? new Bdd(node) : keep(manager.not(node));
  }

  public Bdd and(Bdd a, Bdd b) {
    return keep(manager.and(a.node(), b.node()));
  }

  public Bdd or(Bdd a, Bdd b) {
    return keep(manager.or(a.node(), b.node()));
  }

  public Bdd not(Bdd a) {
    return keep(manager.not(a.node()));
  }

  public Bdd minus(Bdd a, Bdd b) {
    return and(a, not(b));
  }

  public Bdd iff(Bdd a, Bdd b) {
    return keep(manager.biimp(a.node(), b.node()));
  }

  /** The valuations that agree with one of {@code a} on all but these variables. */
  public Bdd exists(Bdd a, List<Integer> quantified) {
    return quantified.isEmpty() ? a : keep(manager.exists(a.node(), cube(quantified)));
  }

  /** {@code exists(and(a, b), quantified)} in one go. */
  public Bdd image(Bdd a, Bdd b, List<Integer> quantified) {
    return quantified.isEmpty()
        ? and(a, b)
        : keep(manager.relProd(a.node(), b.node(), cube(quantified)));
  }

  /** A set that has what {@code a} has within {@code care}, and whose diagram is small. */
  public Bdd within(Bdd a, Bdd care) {
    return isNone(care) ? care : keep(manager.simplify(care.node(), a.node()));
  }

  private int cube(List<Integer> quantified) {
    return cubes.computeIfAbsent(
        List.copyOf(quantified),
        vs -> {
          int result = manager.ref(manager.getOne());
          for (int v : vs) {
            result = manager.ref(manager.and(result, node(v)));
          }
          return result;
        });
  }

  /**
   * Replaces variables.
   *
   * @param renaming from old to new; keeps the order of the variables it renames, and no new one
   *     occurs in {@code a}
   */
  public Bdd rename(Bdd a, SequencedMap<Integer, Integer> renaming) {
    if (renaming.isEmpty()) {
      return a;
    }
    List<Integer> key = new ArrayList<>(renaming.keySet());
    key.addAll(renaming.values());
    Permutation permutation =
        permutations.computeIfAbsent(
            key,
            k ->
                manager.createPermutation(
                    renaming.keySet().stream().mapToInt(this::node).toArray(),
                    renaming.values().stream().mapToInt(this::node).toArray()));
    return keep(manager.replace(a.node(), permutation));
  }

  /** The conjunction of literals. */
  public Bdd cubeOf(Map<Integer, Boolean> literals) {
    Bdd result = all();
    for (Map.Entry<Integer, Boolean> l : new TreeMap<>(literals).descendingMap().entrySet()) {
      result = and(literal(l.getKey(), l.getValue()), result);
    }
    return result;
  }

  /**
   * One valuation of a set that is not empty, as far as it matters: variables left out may have any
   * value.
   */
  public SortedMap<Integer, Boolean> anyCube(Bdd a) {
    SortedMap<Integer, Boolean> result = new TreeMap<>();
    int node = a.node();
    while (node > 1) {
      int variable = manager.getVar(node);
      boolean value = manager.getLow(node) == manager.getZero();
      result.put(variable, value);
      node = value ? manager.getHigh(node) : manager.getLow(node);
    }
    return result;
  }

  /** How many nodes the diagram has. */
  public int size(Bdd a) {
    return manager.nodeCount(a.node());
  }

  /** Takes a diagram apart from the root: what it is above its two children. */
  public <T> T fold(Bdd a, Folding<T> folding) {
    return fold(a.node(), folding, new HashMap<>());
  }

  private <T> T fold(int node, Folding<T> folding, Map<Integer, T> done) {
    if (node <= 1) {
      return folding.leaf(node == 1);
    }
    T known = done.get(node);
    if (known == null) {
      T low = fold(manager.getLow(node), folding, done);
      T high = fold(manager.getHigh(node), folding, done);
      known = folding.node(manager.getVar(node), high, low);
      done.put(node, known);
    }
    return known;
  }

  /** What {@link #fold} makes of leaves and inner nodes. Each node is visited once. */
  public interface Folding<T> {
    T leaf(boolean value);

    T node(int variable, T whereTrue, T whereFalse);
  }

  private Bdd keep(int node) {
    return new Bdd(manager.ref(node));
  }
}

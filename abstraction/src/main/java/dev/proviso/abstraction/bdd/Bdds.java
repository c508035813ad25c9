// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.bdd;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * Makes and combines BDDs over variables numbered from 0 in their order. The nodes of a {@link Bdd}
 * are freed some time after nobody holds it.
 */
public final class Bdds {
  private static final int INITIAL_NODES = 10_000;
  private static final int INITIAL_CACHE = 10_000;

  /** So many nodes are worth a search for garbage, where the table would grow. */
  private static final int LARGE = 1_000_000;

  static {
    Options.verbose = false;
  }

  private final StoppableBdd manager;
  private final ReferenceQueue<Bdd> forgotten = new ReferenceQueue<>();

  /** The ring of all that is held: it keeps them from being garbage themselves. */
  private final Held held = new Held();

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
    private static final int STACK_OF_ONE = 6;

    private final Runnable check;
    private int made;
    private boolean grown;

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

    /** Makes room for more variables than one: the library would copy its stack for each. */
    @Override
    public int createVar() {
      int room = STACK_OF_ONE * (num_vars + 2);
      if (work_stack.length < room) {
        work_stack = Arrays.copyOf(work_stack, 2 * room);
      }
      return super.createVar();
    }

    @Override
    protected void grow() {
      super.grow();
      grown = true;
    }

    int room() {
      return table_size;
    }

    /** Whether the table has become large, and larger than when this was asked last. */
    boolean hasGrown() {
      boolean result = grown && table_size > LARGE;
      grown = false;
      return result;
    }
  }

  /** What a {@link Bdd} holds, until it is gone; one of a ring. */
  private static final class Held extends PhantomReference<Bdd> {
    private final int node;
    private Held before;
    private Held behind;

    /** The ring's first, which holds nothing. */
    Held() {
      super(new Bdd(0), null);
      node = 0;
      before = this;
      behind = this;
    }

    private Held(Bdd bdd, ReferenceQueue<Bdd> queue, Held before, Held behind) {
      super(bdd, queue);
      node = bdd.node();
      this.before = before;
      this.behind = behind;
    }

    /** Puts one more into the ring. */
    void join(Bdd bdd, ReferenceQueue<Bdd> queue) {
      Held next = behind;
      behind = new Held(bdd, queue, this, next);
      next.before = behind;
    }

    void leave() {
      before.behind = behind;
      behind.before = before;
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
          // From the last: each step puts one node on top.
          for (int v : vs.stream().sorted(Comparator.reverseOrder()).toList()) {
            int longer =
                manager.ref(manager.mk(manager.getVar(node(v)), manager.getZero(), result));
            manager.deref(result);
            result = longer;
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

  /** For how many nodes there is room, used or not. */
  public int room() {
    return manager.room();
  }

  /** Takes a diagram apart from the root: what it is above its two children. */
  public <T> T fold(Bdd a, Folding<T> folding) {
    try {
      return fold(a.node(), folding, new HashMap<>());
    } finally {
      Reference.reachabilityFence(a);
    }
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
    Bdd result = new Bdd(node);
    if (node > 1) {
      manager.ref(node);
      held.join(result, forgotten);
    }
    release();
    return result;
  }

  /** Between operations only: the library does not know what the one that runs still needs. */
  private void release() {
    if (manager.hasGrown()) {
      // Nodes are no garbage of Java's, which may see no reason to look.
      System.gc();
    }
    for (Reference<? extends Bdd> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      if (gone instanceof Held one) {
        one.leave();
        manager.deref(one.node);
      }
    }
  }
}

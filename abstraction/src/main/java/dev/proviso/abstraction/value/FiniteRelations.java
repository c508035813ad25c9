// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.FiniteTracking;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The transition relations of finite-valued variables, computed without a solver and remembered.
 * They have every transition that the program has, and more where something else decides.
 */
public final class FiniteRelations {
  private final FiniteContext context;
  private final ModRef modRef;
  private final Scope scope;
  private final Map<Key, Map<Exit, Bdd>> starts = new HashMap<>();
  private final Map<Key, BlockWalk> walks = new HashMap<>();
  private final Map<Key, Done> blocks = new HashMap<>();
  private final Map<Key, Bdd> entries = new HashMap<>();
  private final Map<Key, Bdd> calls = new HashMap<>();

  /** A block or a call, and what is tracked. */
  private record Key(Object place, Set<ValueClass> classes) {}

  /**
   * What is known of a block.
   *
   * @param states for which its relations are complete
   */
  private record Done(Bdd states, Map<Exit, Bdd> relations) {}

  public FiniteRelations(
      Blocks blocks,
      Memory memory,
      ModRef modRef,
      ValueClasses classes,
      Bdds bdds,
      StateVariables variables) {
    classes.share(variables);
    this.modRef = modRef;
    this.scope = new Scope(blocks.program(), classes, modRef, memory.variables());
    this.context =
        new FiniteContext(
            blocks,
            memory.variables(),
            new ConstantAddresses(memory.addresses()),
            classes,
            new Stores(classes, classes.places(), memory.pointsTo()),
            bdds,
            variables,
            new HashSet<>());
  }

  private FiniteRelations(FiniteContext context, ModRef modRef, Scope scope) {
    this.context = context;
    this.modRef = modRef;
    this.scope = scope;
  }

  /** The same, with nothing remembered. */
  public FiniteRelations fresh() {
    return new FiniteRelations(context, modRef, scope);
  }

  /** No class is tracked yet. */
  public FiniteTracking tracking() {
    return new ScopedTracking(scope, Set.of());
  }

  /** From the program's start through its entry's block: over NEXT. */
  public Bdd start(Block block, Exit exit, FiniteTracking tracking) {
    return starts
        .computeIfAbsent(
            new Key(block, tracking.classes()),
            k -> {
              BlockWalk walk = new BlockWalk(context, tracking, block);
              return walk.relations(walk.initial());
            })
        .getOrDefault(exit, context.bdds().none());
  }

  /**
   * Through a block: over CURRENT and NEXT. Complete for the states that it was asked for.
   *
   * @param states over CURRENT
   */
  public Bdd post(Block block, Exit exit, Bdd states, FiniteTracking tracking) {
    Bdds bdds = context.bdds();
    Key key = new Key(block, tracking.classes());
    Done known = blocks.getOrDefault(key, new Done(bdds.none(), Map.of()));
    Bdd missing = bdds.minus(states, known.states());
    if (!bdds.isNone(missing)) {
      BlockWalk walk = walks.computeIfAbsent(key, k -> new BlockWalk(context, tracking, block));
      Map<Exit, Bdd> more = walk.relations(bdds.and(missing, walk.unchanged()));
      Map<Exit, Bdd> all = new HashMap<>(known.relations());
      more.forEach((e, relation) -> all.merge(e, relation, bdds::or));
      known = new Done(bdds.or(known.states(), missing), all);
      blocks.put(key, known);
    }
    return known.relations().getOrDefault(exit, bdds.none());
  }

  /** Into a callee: over CURRENT and CALLEE_ENTRY. */
  public Bdd enter(CutPoint.BeforeCall call, FiniteTracking tracking) {
    return entries.computeIfAbsent(
        new Key(call, tracking.classes()), k -> new CallWalk(context, tracking, call).enter());
  }

  /** Over a call: over CURRENT, CALLEE_ENTRY, CALLEE_EXIT and NEXT. */
  public Bdd leave(CutPoint.BeforeCall call, FiniteTracking tracking) {
    return calls.computeIfAbsent(
        new Key(call, tracking.classes()),
        k -> new CallWalk(context, tracking, call).leave(modRef));
  }
}

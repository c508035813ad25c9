// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.bp.Bits.Copy;
import dev.proviso.checker.reach.Pushdown.Matched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One call. The callee's parameters stand in ARGUMENT; the globals it changes are CURRENT before
 * and NEXT behind the call, as are the variables that get its results.
 */
final class CallSite {
  private final Bdds bdds;
  private final Bits bits;
  private final Model caller;
  private final Model callee;
  private final Place place;
  private final Bdd arguments;
  private final Bdd results;
  private final Set<Variable> changed;
  private final Set<Variable> targets;
  private final Set<Variable> overwritten = new LinkedHashSet<>();
  private final Set<Variable> kept = new LinkedHashSet<>();
  private final List<Integer> notEntered;
  private final List<Integer> forgotten;
  private final Map<Bdd, Bdd> relations = new LinkedHashMap<>();

  /**
   * @param changed the globals that the callee may change
   */
  CallSite(Bdds bdds, Bits bits, Model caller, Model callee, Place place, Set<Variable> changed) {
    this.bdds = bdds;
    this.bits = bits;
    this.caller = caller;
    this.callee = callee;
    this.place = place;
    this.changed = changed;
    BooleanStatement.Call call = (BooleanStatement.Call) caller.flow().statement(place.node());
    targets = caller.scope().targets(call.targets());
    overwritten.addAll(changed);
    overwritten.addAll(targets);
    kept.addAll(overwritten);
    kept.retainAll(caller.known(place.node() + 1));
    arguments = arguments(call);
    results = results(call);
    notEntered = ofCaller(globals());
    Set<Integer> lost = new TreeSet<>(bits.bits(overwritten, Copy.CURRENT));
    lost.addAll(caller.forgotten(place.node(), place.node() + 1));
    forgotten = List.copyOf(lost);
  }

  private Bdd arguments(BooleanStatement.Call call) {
    Bdd relation = bdds.all();
    for (int i = call.arguments().size() - 1; i >= 0; i--) {
      Variable parameter = callee.scope().parameters().get(i);
      relation =
          bdds.and(
              relation,
              caller.meaning().assigns(parameter, Copy.ARGUMENT, call.arguments().get(i)));
    }
    return relation;
  }

  private Bdd results(BooleanStatement.Call call) {
    Bdd relation = bdds.all();
    for (int i = call.targets().size() - 1; i >= 0; i--) {
      String target = call.targets().get(i);
      if (!target.equals(BooleanStatement.DROPPED)) {
        int result = bits.bit(callee.scope().results().get(i), Copy.CURRENT);
        int value = bits.bit(caller.scope().variable(target), Copy.NEXT);
        relation =
            bdds.and(relation, bdds.iff(bdds.literal(result, true), bdds.literal(value, true)));
      }
    }
    return relation;
  }

  Place place() {
    return place;
  }

  String callee() {
    return callee.flow().procedure().name();
  }

  /** What it overwrites, as far as it matters behind it. */
  Set<Variable> kept() {
    return kept;
  }

  /** Over CURRENT before the call and ARGUMENT: how it gets to these path edges at the entry. */
  Bdd entering(Bdd entryEdges) {
    // What has an ENTRY copy is there even where CURRENT does not matter.
    Bdd entry = bdds.exists(entryEdges, bits.bits(callee.changing(), Copy.CURRENT));
    Set<Variable> locals = new LinkedHashSet<>(callee.known(0));
    locals.removeIf(v -> v.isGlobal() || parameters().contains(v));
    return bdds.and(arguments, asEntered(bdds.exists(entry, bits.bits(locals, Copy.CURRENT))));
  }

  private List<Variable> parameters() {
    return callee.scope().parameters();
  }

  /** Everything of which the caller's path edges at the call speak, but the globals given. */
  private List<Integer> ofCaller(Set<Variable> globals) {
    Set<Variable> current = new LinkedHashSet<>(caller.known(place.node()));
    current.removeAll(globals);
    List<Integer> result = new ArrayList<>(bits.bits(current, Copy.CURRENT));
    result.addAll(bits.bits(caller.changing(), Copy.ENTRY));
    result.sort(null);
    return result;
  }

  /** The globals that the callee touches. */
  private Set<Variable> globals() {
    Set<Variable> result = new LinkedHashSet<>();
    callee.constant().stream().filter(Variable::isGlobal).forEach(result::add);
    callee.changing().stream().filter(Variable::isGlobal).forEach(result::add);
    return result;
  }

  /** The callee's path edges at its entry. */
  Bdd into(Bdd pathEdges) {
    Bdd entered = bdds.image(pathEdges, arguments, notEntered);
    return callee.start(
        bdds.rename(entered, bits.renaming(parameters(), Copy.ARGUMENT, Copy.CURRENT)));
  }

  Bdd beforeInto(Bdd pathEdges, Bdd entryEdges) {
    return bdds.and(
        pathEdges, bdds.exists(entering(entryEdges), bits.bits(parameters(), Copy.ARGUMENT)));
  }

  /** From ENTRY, or CURRENT where that is the same, to CURRENT of globals and ARGUMENT. */
  private Bdd asEntered(Bdd edges) {
    List<Variable> changing = new ArrayList<>(callee.changing());
    List<Variable> parameters = new ArrayList<>(parameters());
    parameters.retainAll(changing);
    List<Variable> constant = new ArrayList<>(parameters());
    constant.removeAll(parameters);
    changing.removeAll(parameters);
    Bdd result = bdds.rename(edges, bits.renaming(changing, Copy.ENTRY, Copy.CURRENT));
    result = bdds.rename(result, bits.renaming(parameters, Copy.ENTRY, Copy.ARGUMENT));
    return bdds.rename(result, bits.renaming(constant, Copy.CURRENT, Copy.ARGUMENT));
  }

  /** The callee's path edges at its exit in the caller's words. */
  private Bdd summary(Bdd exitEdges) {
    Bdd behind = bdds.rename(exitEdges, bits.renaming(changed, Copy.CURRENT, Copy.NEXT));
    Set<Variable> lost = new LinkedHashSet<>(changed);
    lost.retainAll(targets);
    return asEntered(bdds.exists(behind, bits.bits(lost, Copy.NEXT)));
  }

  private List<Integer> between() {
    List<Integer> result = new ArrayList<>(bits.bits(parameters(), Copy.ARGUMENT));
    result.addAll(bits.bits(callee.scope().results(), Copy.CURRENT));
    result.sort(null);
    return result;
  }

  /** From before the call to behind it: over CURRENT, and NEXT of what it overwrites. */
  private Bdd relation(Bdd exitEdges) {
    return relations.computeIfAbsent(
        exitEdges,
        e -> {
          Set<Variable> dead = new LinkedHashSet<>(overwritten);
          dead.removeAll(kept);
          Bdd relation = bdds.image(bdds.and(summary(e), results), arguments, between());
          return bdds.exists(relation, bits.bits(dead, Copy.NEXT));
        });
  }

  Bdd over(Bdd pathEdges, Bdd exitEdges) {
    Bdd image = bdds.image(pathEdges, relation(exitEdges), forgotten);
    return caller.enforce(bdds.rename(image, bits.renaming(kept, Copy.NEXT, Copy.CURRENT)));
  }

  Matched beforeOver(Bdd pathEdges, Bdd exitEdges, Bdd targetEdges) {
    // Where the caller ends behind the call, its own results may be any.
    List<Integer> own = bits.bits(caller.scope().results(), Copy.CURRENT);
    Bdd behind =
        bdds.rename(bdds.exists(targetEdges, own), bits.renaming(kept, Copy.CURRENT, Copy.NEXT));
    Bdd call = bdds.and(bdds.and(summary(exitEdges), results), arguments);
    Bdd ways = bdds.and(bdds.and(pathEdges, call), behind);
    if (bdds.isNone(ways)) {
      return new Matched(ways, ways);
    }
    Bdd way = bdds.cubeOf(whole(bdds.anyCube(ways)));
    List<Integer> notOfCaller = between();
    notOfCaller.addAll(bits.bits(overwritten, Copy.NEXT));
    Bdd inCaller = bdds.exists(way, notOfCaller);
    Bdd inCallee = bdds.exists(way, notEntered);
    Set<Variable> notOfCallee = new LinkedHashSet<>(overwritten);
    notOfCallee.removeIf(v -> changed.contains(v) && !targets.contains(v));
    inCallee = bdds.exists(inCallee, bits.bits(notOfCallee, Copy.NEXT));
    return new Matched(inCaller, bdds.and(atExit(inCallee), exitEdges));
  }

  /** What caller and callee share has one value, even where either would do. */
  private SortedMap<Integer, Boolean> whole(SortedMap<Integer, Boolean> cube) {
    SortedMap<Integer, Boolean> result = new TreeMap<>(cube);
    bits.bits(globals(), Copy.CURRENT).forEach(b -> result.putIfAbsent(b, false));
    between().forEach(b -> result.putIfAbsent(b, false));
    return result;
  }

  private Bdd atExit(Bdd inCallee) {
    List<Variable> changing = new ArrayList<>(callee.changing());
    List<Variable> parameters = new ArrayList<>(parameters());
    parameters.retainAll(changing);
    List<Variable> constant = new ArrayList<>(parameters());
    constant.removeAll(parameters);
    changing.removeAll(parameters);
    Bdd result = bdds.rename(inCallee, bits.renaming(constant, Copy.ARGUMENT, Copy.CURRENT));
    result = bdds.rename(result, bits.renaming(parameters, Copy.ARGUMENT, Copy.ENTRY));
    result = bdds.rename(result, bits.renaming(changing, Copy.CURRENT, Copy.ENTRY));
    return bdds.rename(result, bits.renaming(changed, Copy.NEXT, Copy.CURRENT));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Cause;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which words may be read before they have a value: only those are watched. */
final class Assigned {
  private final Storage storage;
  private final Map<Location, BitSet> before = new HashMap<>();
  private final BitSet checked = new BitSet();

  /** Of code outside procedures. */
  static final Assigned NONE = new Assigned();

  private Assigned() {
    storage = Storage.none();
  }

  Assigned(Procedure procedure, Cfg cfg, Storage storage) {
    this.storage = storage;
    BitSet start = new BitSet();
    procedure.formals().stream()
        .map(storage::slot)
        .forEach(
            s -> {
              if (s instanceof Slot.InWord w) {
                start.set(w.index());
              }
            });
    before.put(cfg.entry(), start);
    Deque<Location> work = new ArrayDeque<>();
    work.add(cfg.entry());
    while (!work.isEmpty()) {
      Location at = work.remove();
      for (Edge edge : cfg.outgoing(at)) {
        BitSet after = after(edge.statement(), at);
        BitSet known = before.get(edge.target());
        if (known == null) {
          before.put(edge.target(), after);
          work.add(edge.target());
        } else {
          int count = known.cardinality();
          known.and(after);
          if (known.cardinality() < count) {
            work.add(edge.target());
          }
        }
      }
    }
    cfg.edges().forEach(this::check);
  }

  private BitSet after(Statement statement, Location at) {
    BitSet result = (BitSet) before.getOrDefault(at, new BitSet()).clone();
    switch (statement) {
      case Statement.Assign s -> set(s.target(), result, true);
      case Statement.Call s -> {
        if (s.result() != null) {
          set(s.result(), result, true);
        }
      }
      case Statement.Havoc s ->
          set(s.target(), result, !(s.cause() instanceof Cause.Uninitialised));
      case Statement.Allocate s -> set(s.target(), result, true);
      case Statement.Assume s -> {}
      case Statement.Return s -> {}
      case Statement.Free s -> {}
      case Statement.CopyMemory s -> {}
      case Statement.FillMemory s -> {}
      case Statement.Scramble s -> {}
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
    return result;
  }

  private void set(LValue target, BitSet result, boolean value) {
    if (target instanceof LValue.Var v && storage.find(v.variable()) instanceof Slot.InWord w) {
      result.set(w.index(), value);
    }
  }

  private void check(Edge edge) {
    BitSet set = before.getOrDefault(edge.source(), new BitSet());
    Operands operands =
        new Operands(
            e -> {
              if (e instanceof Expr.Read r
                  && r.source() instanceof LValue.Var v
                  && storage.find(v.variable()) instanceof Slot.InWord w
                  && !set.get(w.index())) {
                checked.set(w.index());
              }
            },
            l -> {});
    operands.visit(edge.statement());
  }

  /** True if the word may be read before it has a value. */
  boolean isChecked(int word) {
    return checked.get(word);
  }

  boolean isAnyChecked() {
    return !checked.isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.refine.PathFormula.PartFormula;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a spurious path backwards and collects at each cut point the conditions that its refutation
 * is about: weakest preconditions of what the unsatisfiable core assumes, through what the core
 * assigns.
 */
final class AtomFinder {
  /** More conditions than this at one place, and those found first stay. */
  private static final int MAX_ATOMS = 60;

  private final Program program;
  private final Memory memory;
  private final ModRef modRef;
  private final Preconditions preconditions;
  private final Scope scope;
  private final Map<CutPoint, Set<Expr>> found = new LinkedHashMap<>();

  AtomFinder(Program program, Memory memory, ModRef modRef) {
    this.program = program;
    this.memory = memory;
    this.modRef = modRef;
    this.preconditions = new Preconditions(program, memory);
    this.scope = new Scope(program, memory);
  }

  /**
   * The conditions at each cut point of the path.
   *
   * @param core the switches that the refutation needs
   */
  Map<CutPoint, Set<Expr>> find(List<PartFormula> parts, Set<Term> core) {
    Set<Expr> atoms = Set.of();
    Deque<Set<Expr>> carried = new ArrayDeque<>();
    for (PartFormula part : parts.reversed()) {
      switch (part.part()) {
        case AbstractPath.Through p -> {
          atoms = through(p.block(), p.exit(), part.switches(), core, atoms);
          record(p.block().source(), atoms);
        }
        case AbstractPath.OutOf p -> {
          CutPoint.BeforeCall call = p.call();
          carried.push(carriedOver(call, atoms));
          atoms = atExit(call, atoms);
          record(new CutPoint.At(exitOf(call.callee())), atoms);
        }
        case AbstractPath.Into p -> {
          Statement.Call call = (Statement.Call) p.call().edge().statement();
          Set<Expr> before =
              new LinkedHashSet<>(preconditions.enter(call, p.call().callee(), atEntry(atoms)));
          if (!carried.isEmpty()) {
            before.addAll(carried.pop());
          }
          atoms = scope.visible(before, p.call().procedure());
          record(p.call(), atoms);
        }
      }
    }
    return found;
  }

  private Location exitOf(String procedure) {
    Procedure callee = program.procedures().get(procedure);
    if (callee != null && callee.body() instanceof Procedure.Body.Defined body) {
      return body.cfg().exit();
    }
    throw new IllegalArgumentException(procedure + " has no control flow");
  }

  private void record(CutPoint cut, Set<Expr> atoms) {
    Set<Expr> here = found.computeIfAbsent(cut, c -> new LinkedHashSet<>());
    for (Expr atom : atoms) {
      if (Conditions.isTrackable(atom)
          && Reads.allAccessible(atom, memory.pointsTo())
          && !isNullOfAnObject(atom)) {
        here.add(atom);
        allocatedBefore(atom).ifPresent(here::add);
      }
    }
    here.addAll(Relatives.of(here));
  }

  /**
   * Whether an address is that of the next allocation is settled for good by whether allocation has
   * passed it: only that is an invariant of loops that allocate.
   */
  private Optional<Expr> allocatedBefore(Expr atom) {
    Expr top = Expr.Read.of(LValue.Var.of(memory.addresses().allocationTop()));
    if (!(atom instanceof Expr.Binary e) || e.op() != BinaryOp.EQUAL) {
      return Optional.empty();
    }
    Expr left = withoutCasts(e.left());
    Expr right = withoutCasts(e.right());
    if (left != top && right != top) {
      return Optional.empty();
    }
    Expr other = left == top ? right : left;
    return other.type().size() == top.type().size()
            && !other.variables().contains(memory.addresses().allocationTop())
        ? Optional.of(Expr.Binary.of(BinaryOp.LESS, Simplifier.cast(other, top.type()), top))
        : Optional.empty();
  }

  /**
   * Whether an object's address is null is known everywhere, and need not be tracked. Of an
   * allocation's, the question may stand as one of the next address and another number.
   */
  private boolean isNullOfAnObject(Expr atom) {
    return atom instanceof Expr.Binary e
        && e.op() == BinaryOp.EQUAL
        && e.right() instanceof Expr.IntConst c
        && (isAllocationTop(withoutCasts(e.left()))
            || c.value().signum() == 0 && isAddress(e.left()));
  }

  private boolean isAllocationTop(Expr e) {
    return e instanceof Expr.Read r
        && r.source().equals(LValue.Var.of(memory.addresses().allocationTop()));
  }

  private boolean isAddress(Expr e) {
    return switch (withoutCasts(e)) {
      case Expr.AddressOf a -> isObject(a.object());
      case Expr.Read r -> isAllocationTop(r);
      case Expr.Binary b ->
          (b.op() == BinaryOp.ADD || b.op() == BinaryOp.POINTER_ADD)
              && b.right() instanceof Expr.IntConst
              && isAddress(b.left());
      default -> false;
    };
  }

  private boolean isObject(LValue place) {
    return switch (place) {
      case LValue.Var v -> true;
      case LValue.Deref d -> isAddress(d.pointer());
      case LValue.Member m -> isObject(m.base());
      case LValue.Element e -> e.index() instanceof Expr.IntConst && isObject(e.base());
    };
  }

  private static Expr withoutCasts(Expr e) {
    return e instanceof Expr.Cast c && c.operand().type().size() == c.type().size()
        ? withoutCasts(c.operand())
        : e;
  }

  private Set<Expr> through(
      Block block, Exit exit, Map<Integer, Term> switches, Set<Term> core, Set<Expr> behind) {
    List<Set<Expr>> atNode = new ArrayList<>();
    for (int i = 0; i < block.nodes(); i++) {
      atNode.add(Set.of());
    }
    boolean[] leadsToExit = new boolean[block.nodes()];
    Integer exitNode = block.exits().get(exit);
    if (exitNode == null) {
      throw new IllegalArgumentException(exit + " is no exit of " + block);
    }
    leadsToExit[exitNode] = true;
    atNode.set(exitNode, behind);
    List<Arc> arcs = block.arcs();
    for (int i = arcs.size() - 1; i >= 0; i--) {
      Arc arc = arcs.get(i);
      if (leadsToExit[arc.to()]) {
        leadsToExit[arc.from()] = true;
        Term label = switches.get(i);
        boolean relevant = label != null && core.contains(label);
        Set<Expr> before = preconditions.before(arc.step(), atNode.get(arc.to()), relevant);
        atNode.set(arc.from(), union(atNode.get(arc.from()), before));
      }
    }
    return scope.visible(atNode.get(0), block.source().procedure());
  }

  private static Set<Expr> union(Set<Expr> a, Set<Expr> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty() || a.containsAll(b)) {
      return a;
    }
    Set<Expr> all = new LinkedHashSet<>(a);
    for (Expr e : b) {
      if (all.size() >= MAX_ATOMS) {
        break;
      }
      all.add(e);
    }
    return all;
  }

  /**
   * The conditions behind a call that may say something before it too: those that are not about its
   * result. Also where the callee modifies what they read, as it may leave it as it was.
   */
  private Set<Expr> carriedOver(CutPoint.BeforeCall call, Set<Expr> behind) {
    Statement.Call statement = (Statement.Call) call.edge().statement();
    Set<Expr> kept = new LinkedHashSet<>();
    for (Expr atom : behind) {
      if (preconditions.leave(statement, call.callee(), Set.of(atom)).contains(atom)) {
        kept.add(atom);
      }
    }
    return kept;
  }

  /**
   * The conditions at the callee's exit for those behind the call: of its result, and of the
   * caller's in its own words.
   */
  private Set<Expr> atExit(CutPoint.BeforeCall call, Set<Expr> behind) {
    Statement.Call statement = (Statement.Call) call.edge().statement();
    Set<Expr> left = preconditions.leave(statement, call.callee(), behind);
    Set<Expr> renamed = new LinkedHashSet<>();
    for (Expr atom : left) {
      renamed.add(atom);
      renamed.add(inWordsOf(call, statement, atom));
    }
    Set<Expr> visible = new LinkedHashSet<>(scope.visible(renamed, call.callee()));
    visible.addAll(scope.unchangedGlobals(visible, call.callee(), modRef));
    return visible;
  }

  /** What the caller knows as an argument, the callee knows as the entry value of a formal. */
  private Expr inWordsOf(CutPoint.BeforeCall call, Statement.Call statement, Expr atom) {
    List<Variable> formals = scope.formals(call.callee());
    Map<Expr, Expr> names = new LinkedHashMap<>();
    for (int i = 0; i < formals.size() && i < statement.arguments().size(); i++) {
      Variable formal = formals.get(i);
      Expr argument = statement.arguments().get(i);
      boolean simple = argument instanceof Expr.Read r && r.source() instanceof LValue.Var;
      if (simple && !memory.pointsTo().inMemory(formal) && argument.type().equals(formal.type())) {
        names.put(
            argument,
            Expr.Read.of(LValue.Var.of(memory.variables().entryValue(call.callee(), formal))));
      }
    }
    return new Rewriter(read -> names.getOrDefault(read, read)).rewrite(atom);
  }

  /** At a procedure's entry, entry values are the values. */
  private Set<Expr> atEntry(Set<Expr> atoms) {
    ProgramVariables variables = memory.variables();
    Rewriter rewriter =
        new Rewriter(
            read ->
                ((Expr.Read) read).source() instanceof LValue.Var v
                        && variables.isEntryValue(v.variable())
                    ? Expr.Read.of(LValue.Var.of(variables.original(v.variable())))
                    : read);
    Set<Expr> result = new LinkedHashSet<>();
    for (Expr atom : atoms) {
      result.addAll(Conditions.atoms(rewriter.rewrite(atom)));
    }
    return result;
  }
}

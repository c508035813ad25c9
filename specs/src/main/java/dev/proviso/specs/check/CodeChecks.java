// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.weave.LoweredRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a rule's C: that it is C, that it leaves the program's data alone, that each abort can be
 * reached.
 */
final class CodeChecks {
  private CodeChecks() {}

  /**
   * @param known lowers the rule with reactions to the declared functions
   * @param guessed the same with reactions also to functions that nothing declares, as functions on
   *     integers; null where there are none
   */
  static List<Message> run(Rule rule, Lowered known, @Nullable Lowered guessed)
      throws InputException {
    if (guessed != null) {
      try {
        return messages(rule, guessed.lower());
      } catch (InputException e) {
        // What is wrong for integers may be right for the program's own types.
        return writes(known.lower());
      }
    }
    return messages(rule, known.lower());
  }

  /** A rule's unit, lowered when asked for. */
  interface Lowered {
    LoweredRule lower() throws InputException;
  }

  private static List<Message> messages(Rule rule, LoweredRule lowered) {
    List<Message> messages = new ArrayList<>(lowered.program().messages());
    messages.removeIf(m -> m.severity() != Severity.ERROR && !m.range().file().equals(rule.file()));
    messages.addAll(writes(lowered));
    AbortSearch.reached(lowered.program(), lowered.handlers(), lowered.state())
        .ifPresent(reached -> messages.addAll(unreached(lowered.program(), rule.file(), reached)));
    return messages;
  }

  private static List<Message> unreached(Program unit, String file, Set<SourceRange> reached) {
    Set<SourceRange> aborts = new LinkedHashSet<>();
    for (Edge edge : ruleEdges(unit)) {
      if (edge.statement() instanceof Statement.Abort
          && edge.origin().range().file().equals(file)) {
        aborts.add(edge.origin().range());
      }
    }
    aborts.removeAll(reached);
    return aborts.stream()
        .map(
            a ->
                Message.error(
                    a,
                    "no sequence of events reaches this abort",
                    "look at what sets the state that it needs"))
        .toList();
  }

  private static List<Message> writes(LoweredRule lowered) {
    List<Message> messages = new ArrayList<>();
    for (Edge edge : ruleEdges(lowered.program())) {
      @Nullable LValue target =
          switch (edge.statement()) {
            case Statement.Assign s -> s.target();
            case Statement.Havoc s -> s.target();
            case Statement.Call s -> s.result();
            case Statement.Allocate s -> s.target();
            case Statement.Assume s -> null;
            case Statement.Return s -> null;
            case Statement.Free s -> null;
            case Statement.CopyMemory s -> LValue.Deref.of(s.destination());
            case Statement.FillMemory s -> LValue.Deref.of(s.destination());
            case Statement.Scramble s -> null;
            case Statement.Abort s -> null;
            case Statement.Skip s -> null;
          };
      if (target != null && !isOwn(target, lowered.state())) {
        messages.add(
            Message.error(
                edge.origin().range(),
                "this changes the program's data, which a rule never does",
                "keep what the rule needs in a variable of its state"));
      }
    }
    return messages.stream().distinct().toList();
  }

  private static boolean isOwn(LValue target, List<Variable> state) {
    return switch (target) {
      case LValue.Var l ->
          switch (l.variable().kind()) {
            case GLOBAL -> state.contains(l.variable());
            case FORMAL -> !l.variable().name().startsWith("$");
            case LOCAL, TEMPORARY -> true;
          };
      case LValue.Member l -> isOwn(l.base(), state);
      case LValue.Element l -> isOwn(l.base(), state);
      case LValue.Deref l -> false;
    };
  }

  private static List<Edge> ruleEdges(Program unit) {
    List<Edge> edges = new ArrayList<>();
    for (Procedure procedure : unit.procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.RULE
          && procedure.body() instanceof Procedure.Body.Defined body) {
        edges.addAll(body.cfg().edges());
      }
    }
    return edges;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.encode.CallStates;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.Inexactness;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.SolverStoppedException;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks certificates, one question to the solver for each block and each call: is there a step of
 * the program from a state in which its claim is true to one in which the next claim is not?
 */
public final class Certifier {
  private static final int ACTIVATION = 0;

  private final CertifiedProgram subject;
  private final Solver solver;
  private final Terms terms;
  private final Blocks blocks;
  private final Frames frames;

  /**
   * @param solver of its own: with no terms, and nothing learned, of those who found the proof
   */
  public Certifier(CertifiedProgram subject, Solver solver) {
    this.subject = subject;
    this.solver = solver;
    this.terms = solver.terms();
    this.blocks = new Blocks(subject.program(), subject.memory().pointsTo(), subject.calls());
    this.frames = new Frames(subject.modRef(), subject.memory().addresses().allocationTop());
  }

  /**
   * Whether the program keeps what is claimed.
   *
   * @throws SolverStoppedException if the solver was stopped before
   */
  public Judgement check(Certificate certificate) {
    Optional<Judgement.Refused> refused = start(certificate);
    long steps = 1;
    for (CutPoint cut : certificate.claims().keySet()) {
      if (refused.isPresent()) {
        break;
      }
      refused =
          switch (cut) {
            case CutPoint.BeforeCall call -> call(certificate, call);
            case CutPoint.At at when at.equals(blocks.exit(at.procedure())) -> Optional.empty();
            case CutPoint.At at -> block(certificate, at);
          };
      steps++;
    }
    return refused.<Judgement>map(r -> r).orElse(new Judgement.Accepted(steps));
  }

  private Encoding newEncoding() {
    return new Encoding(terms, subject.memory(), subject.program(), new Inexactness());
  }

  private Optional<Judgement.Refused> start(Certificate certificate) {
    CutPoint.At entry = (CutPoint.At) blocks.entry(subject.program().entry());
    Encoding encoding = newEncoding();
    SymbolicState start = encoding.programStart();
    encoding.keepEntryValues(start, entry.procedure(), ACTIVATION);
    BlockFormula formula = encoding.block(blocks.from(entry), start, ACTIVATION, Labels.NONE);
    return through(certificate, encoding, formula, new Moment.Before(encoding), terms.yes());
  }

  private Optional<Judgement.Refused> block(Certificate certificate, CutPoint.At source) {
    Block block = blocks.from(source);
    Encoding encoding = newEncoding();
    boolean atEntry = source.equals(blocks.entry(source.procedure()));
    SymbolicState start = atEntry ? encoding.entered() : encoding.arbitrary();
    BlockFormula formula = encoding.block(block, start, ACTIVATION, Labels.NONE);
    for (Exit exit : block.exits().keySet()) {
      Optional<String> broken = frames.broken(source.procedure(), formula.end(exit).state());
      if (broken.isPresent()) {
        return Optional.of(new Judgement.Refused(place(block, exit), broken.get()));
      }
    }
    Moment entry = new Moment.Before(encoding);
    Moment now = new Moment.In(encoding, start, ACTIVATION, terms.yes());
    Term claimed = Moment.truth(certificate.at(source), entry, now, encoding);
    return through(certificate, encoding, formula, entry, claimed);
  }

  /** Whether the claims behind a block's exits are kept, from states in which one is true. */
  private Optional<Judgement.Refused> through(
      Certificate certificate,
      Encoding encoding,
      BlockFormula formula,
      Moment entry,
      Term claimed) {
    List<Term> known = new ArrayList<>(formula.constraints());
    known.add(claimed);
    List<Breach> ways = new ArrayList<>();
    for (Exit exit : formula.block().exits().keySet()) {
      BlockFormula.End end = formula.end(exit);
      Term kept = terms.yes();
      if (exit instanceof Exit.ToCut to) {
        Moment then = new Moment.In(encoding, end.state(), ACTIVATION, end.reached());
        kept = Moment.truth(certificate.at(to.cut()), entry, then, encoding);
      } else if (certificate.excludes(exit)) {
        kept = terms.no();
      }
      ways.add(
          new Breach(
              terms.and(end.reached(), terms.not(kept)),
              place(formula.block(), exit),
              why(formula.block().source(), exit)));
    }
    known.addAll(encoding.takeConstraints());
    return ask(known, ways);
  }

  private Optional<Judgement.Refused> call(Certificate certificate, CutPoint.BeforeCall call) {
    Encoding encoding = newEncoding();
    CallStates states = encoding.around(call, ACTIVATION, subject.modRef());
    Optional<String> broken = frames.broken(call.procedure(), states.behind());
    SourceRange place = call.edge().origin().range();
    if (broken.isPresent()) {
      return Optional.of(new Judgement.Refused(place, broken.get()));
    }
    Moment entry = new Moment.Before(encoding);
    Moment before = new Moment.In(encoding, states.before(), ACTIVATION, terms.yes());
    Moment entered = new Moment.In(encoding, states.entered(), states.callee(), terms.yes());
    Moment left = new Moment.In(encoding, states.left(), states.callee(), terms.yes());
    Moment behind = new Moment.In(encoding, states.behind(), ACTIVATION, terms.yes());
    CutPoint after = new CutPoint.At(call.edge().target());
    Term claimed = Moment.truth(certificate.at(call), entry, before, encoding);
    Term into =
        Moment.truth(certificate.at(blocks.entry(call.callee())), entered, entered, encoding);
    Term summary =
        Moment.truth(certificate.at(blocks.exit(call.callee())), entered, left, encoding);
    Term over = Moment.truth(certificate.at(after), entry, behind, encoding);
    List<Term> known = new ArrayList<>(List.of(claimed));
    known.addAll(encoding.takeConstraints());
    return ask(
        known,
        List.of(
            new Breach(
                terms.not(into),
                place,
                "what is claimed at the entry of " + call.callee() + " need not be true"),
            new Breach(
                terms.and(summary, terms.not(over)),
                place,
                "what is claimed behind a call of " + call.callee() + " need not be true")));
  }

  /** A step that the certificate excludes: when it is taken. */
  private record Breach(Term taken, SourceRange place, String why) {}

  private Optional<Judgement.Refused> ask(List<Term> known, List<Breach> ways) {
    solver.checkStopped();
    Term any = terms.or(ways.stream().map(Breach::taken).toList());
    if (any.isFalse()) {
      return Optional.empty();
    }
    try (var session = solver.session()) {
      known.forEach(session::add);
      session.add(any);
      if (!session.isSatisfiable()) {
        return Optional.empty();
      }
      try (var model = session.model()) {
        return ways.stream()
            .filter(w -> model.isTrue(w.taken()))
            .findFirst()
            .or(() -> Optional.of(ways.getFirst()))
            .map(w -> new Judgement.Refused(w.place(), w.why()));
      }
    }
  }

  private static String why(CutPoint source, Exit exit) {
    return switch (exit) {
      case Exit.ToCut e ->
          "what is claimed at " + e.cut() + " need not be true behind the code from " + source;
      case Exit.ToAbort e -> "an abort may be reached from " + source;
      case Exit.ToLost e -> "lost code may be reached from " + source + ": " + e.reason();
    };
  }

  private static SourceRange place(Block block, Exit exit) {
    return switch (exit) {
      case Exit.ToAbort e -> e.edge().origin().range();
      case Exit.ToLost e -> e.edge().origin().range();
      case Exit.ToCut e ->
          block.arcs().stream()
              .map(a -> a.step().edge())
              .map(Edge::origin)
              .findFirst()
              .map(o -> o.range())
              .orElse(SourceRange.NONE);
    };
  }
}

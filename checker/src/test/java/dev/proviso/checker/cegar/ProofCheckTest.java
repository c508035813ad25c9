// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.checker.certify.Certificate;
import dev.proviso.checker.certify.CertifiedProgram;
import dev.proviso.checker.certify.Certifier;
import dev.proviso.checker.certify.Claim;
import dev.proviso.checker.certify.Judgement;
import dev.proviso.checker.reach.Goal;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.weave.WovenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Right certificates are accepted, wrong ones are refused. */
class ProofCheckTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String HEAD =
      "int __proviso_nondet_int(void); void __proviso_abort(const char *);\n";

  /** All states that the predicates tell apart, and that claims allow, are reached. */
  private static final String LOOP =
      HEAD
          + """
          int held;
          int main(void) {
            while (__proviso_nondet_int()) {
              if (__proviso_nondet_int()) {
                if (held) __proviso_abort("held already");
                held = 1;
                if (__proviso_nondet_int()) held = 0;
                while (__proviso_nondet_int()) held = 0;
                held = 0;
              }
            }
            return 0;
          }
          """;

  private static final String RECURSION =
      HEAD
          + """
          int held;
          static int visit(int again) {
            if (held) __proviso_abort("held already");
            held = 1;
            while (__proviso_nondet_int()) { }
            if (again) {
              held = 0;
              visit(__proviso_nondet_int() != 0);
              held = 1;
            }
            if (__proviso_nondet_int()) return 1;
            held = 0;
            return 0;
          }
          int main(void) {
            while (__proviso_nondet_int()) {
              if (visit(__proviso_nondet_int() != 0)) held = 0;
            }
            return 0;
          }
          """;

  private static final String THREE_VALUES =
      HEAD
          + """
          int state;
          int main(void) {
            while (__proviso_nondet_int()) {
              if (state == 0) state = 7;
              else if (state == 7) state = 9;
              else if (state == 9) state = 0;
              else __proviso_abort("no such state");
            }
            return 0;
          }
          """;

  /** What was found about a program. */
  private record Found(
      CertifiedProgram program,
      SequencedMap<CutPoint, Claim> claims,
      Set<Certificate.Goal> proved) {
    Judgement judge(SequencedMap<CutPoint, Claim> other) {
      return judge(program, other, proved);
    }

    static Judgement judge(
        CertifiedProgram program,
        SequencedMap<CutPoint, Claim> claims,
        Set<Certificate.Goal> goals) {
      try (Solver solver = new Solver()) {
        return new Certifier(program, solver).check(new Certificate(goals, claims));
      }
    }

    /** The same claims but for one. */
    SequencedMap<CutPoint, Claim> with(CutPoint cut, Claim other) {
      SequencedMap<CutPoint, Claim> result = new LinkedHashMap<>(claims);
      result.put(cut, other);
      return result;
    }
  }

  private static Found search(String text, Goal goal) throws InputException {
    Frontend.Options options =
        new Frontend.Options(Target.LP64, List.of(), List.of(), List.of(), Origin.Kind.USER);
    Program program = Frontend.readText("a.c", text, options);
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
    try (Engine engine = new Engine(program, woven, new Clock(), Progress.NONE)) {
      Engine.Answer.Unreachable found = (Engine.Answer.Unreachable) engine.search(goal);
      return new Found(
          engine.certified(),
          found.claims(),
          Set.of(goal == Goal.ABORT ? Certificate.Goal.ABORT : Certificate.Goal.LOST_CODE));
    }
  }

  static Stream<String> proved() {
    return Stream.of(LOOP, RECURSION, THREE_VALUES);
  }

  @ParameterizedTest
  @MethodSource("proved")
  void theRightOneIsAccepted(String text) throws InputException {
    Found found = search(text, Goal.ABORT);
    assertThat(found.judge(found.claims())).isInstanceOf(Judgement.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("proved")
  void eachPlaceIsReached(String text) throws InputException {
    Found found = search(text, Goal.ABORT);
    assertRefused(found.judge(new LinkedHashMap<>()), "nothing is claimed at all");
    for (CutPoint cut : found.claims().keySet()) {
      assertRefused(found.judge(found.with(cut, Claim.NEVER)), "nothing is claimed at " + cut);
    }
  }

  @ParameterizedTest
  @MethodSource("proved")
  void eachStateIsReached(String text) throws InputException {
    Found found = search(text, Goal.ABORT);
    int mutants = 0;
    for (CutPoint cut : found.claims().keySet()) {
      for (Claim stronger : mutants(found.claims().get(cut), Claim.YES, Claim.NO)) {
        assertRefused(found.judge(found.with(cut, stronger)), stronger + " at " + cut);
        mutants++;
      }
    }
    assertThat(mutants).isGreaterThan(1);
  }

  /**
   * Where nothing is claimed to be excluded, the abort is reached, or a claim further on broken.
   */
  @ParameterizedTest
  @MethodSource("proved")
  void weakerOnesProveNothing(String text) throws InputException {
    Found found = search(text, Goal.ABORT);
    Claim anything = new Claim(List.of(), Claim.YES, List.of());
    List<CutPoint> unneeded = new ArrayList<>();
    int needed = 0;
    for (CutPoint cut : found.claims().keySet()) {
      if (isAll(found.claims().get(cut))) {
        continue;
      }
      if (found.judge(found.with(cut, anything)) instanceof Judgement.Refused) {
        needed++;
      } else {
        unneeded.add(cut);
      }
    }
    // The place where main ends, and that of a loop behind which the state is set anew.
    assertThat(unneeded).as("needed: %s", needed).hasSizeLessThanOrEqualTo(2);
    assertThat(needed).isPositive();
  }

  private static boolean isAll(Claim claim) {
    return claim.root() == Claim.YES && claim.facts().isEmpty();
  }

  @Test
  void factsAreNeededAndChecked() throws InputException {
    Found found = search(THREE_VALUES, Goal.ABORT);
    int needed = 0;
    for (CutPoint cut : found.claims().keySet()) {
      Claim claim = found.claims().get(cut);
      for (Expr fact : claim.facts()) {
        Expr no = Expr.Unary.of(UnaryOp.NOT, fact);
        assertRefused(
            found.judge(found.with(cut, new Claim(claim.nodes(), claim.root(), List.of(no)))),
            "not " + fact + " at " + cut);
        Claim without = new Claim(claim.nodes(), claim.root(), List.of());
        needed += found.judge(found.with(cut, without)) instanceof Judgement.Refused ? 1 : 0;
      }
    }
    assertThat(needed).isPositive();
  }

  @Test
  void whatProceduresModifyIsChecked() throws InputException {
    Found found = search(RECURSION, Goal.ABORT);
    CertifiedProgram right = found.program();
    CertifiedProgram wrong =
        new CertifiedProgram(
            right.program(), right.calls(), right.memory(), new Nothing(right.modRef()));
    assertRefused(
        Found.judge(wrong, found.claims(), Set.of(Certificate.Goal.ABORT)), "nothing is modified");
  }

  /** Says that procedures modify nothing. */
  private record Nothing(ModRef real) implements ModRef {
    @Override
    public Set<Variable> modifiedVariables(String procedure) {
      return Set.of();
    }

    @Override
    public Set<Variable> readVariables(String procedure) {
      return real.readVariables(procedure);
    }

    @Override
    public Set<Region> modifiedRegions(String procedure) {
      return Set.of();
    }

    @Override
    public Set<Region> readRegions(String procedure) {
      return real.readRegions(procedure);
    }

    @Override
    public boolean allocates(String procedure) {
      return false;
    }
  }

  static Stream<Path> violated() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/programs"))) {
      return files.filter(ProofCheckTest::isViolated).sorted().toList().stream();
    }
  }

  private static boolean isViolated(Path file) {
    try {
      return file.toString().endsWith(".c") && Files.readString(file).startsWith("// VIOLATED");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What proves that no lost code is reached proves no more where an abort is. */
  @ParameterizedTest
  @MethodSource("violated")
  void defectsHaveNoProof(Path file) throws IOException, InputException {
    Found found = search(Files.readString(file), Goal.LOST_CODE);
    assertThat(found.judge(found.claims())).isInstanceOf(Judgement.Accepted.class);
    assertRefused(
        Found.judge(
            found.program(),
            found.claims(),
            Set.of(Certificate.Goal.ABORT, Certificate.Goal.LOST_CODE)),
        "no abort");
  }

  @Test
  void whatIsSaidDependsOnWhatMayBeSpent() throws InputException {
    assertThat(evidence(Certification.FULL, Duration.ZERO)).isEqualTo(Evidence.CONFIRMED);
    assertThat(evidence(Certification.BOUNDED, Duration.ZERO)).isEqualTo(Evidence.CONFIRMED);
    assertThat(evidence(Certification.BOUNDED, LIMIT)).isEqualTo(Evidence.UNCONFIRMED);
    assertThat(evidence(Certification.FULL, LIMIT)).isEqualTo(Evidence.UNCONFIRMED);
    assertThat(evidence(Certification.NONE, Duration.ZERO)).isEqualTo(Evidence.NOT_LOOKED_AT);
  }

  private static Evidence evidence(Certification certification, Duration used)
      throws InputException {
    Found found = search(LOOP, Goal.ABORT);
    ProofCheck check =
        new ProofCheck(found.program(), new Limits(LIMIT, 4096).with(certification), new Figures());
    ProofCheck.Result result =
        check.of(List.of(new Certificate(found.proved(), found.claims())), used);
    return ((ProofCheck.Result.Stands) result).evidence();
  }

  private static void assertRefused(Judgement judgement, String what) {
    assertThat(judgement).as(what).isInstanceOf(Judgement.Refused.class);
  }

  /** The claims in which one arc that leads to an end leads to the other. */
  private static List<Claim> mutants(Claim claim, int from, int to) {
    List<Claim> result = new ArrayList<>();
    for (int i = 0; i < claim.nodes().size(); i++) {
      Claim.Node node = claim.nodes().get(i);
      if (node.whereTrue() == from) {
        result.add(replaced(claim, i, n -> new Claim.Node(n.atom(), to, n.whereFalse())));
      }
      if (node.whereFalse() == from) {
        result.add(replaced(claim, i, n -> new Claim.Node(n.atom(), n.whereTrue(), to)));
      }
    }
    return result;
  }

  private static Claim replaced(Claim claim, int index, UnaryOperator<Claim.Node> change) {
    List<Claim.Node> nodes = new ArrayList<>(claim.nodes());
    nodes.set(index, change.apply(nodes.get(index)));
    return new Claim(nodes, claim.root(), claim.facts());
  }
}

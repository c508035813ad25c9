// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.boolprog.BooleanPrinter;
import dev.proviso.abstraction.boolprog.BooleanReader;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.abstraction.boolprog.Precedence;
import dev.proviso.frontend.source.InputException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random programs, decided by the engine and by enumeration of all states; {@code
 * -Dproviso.random.bp=10000} takes more of them, {@code -Dproviso.random.seed=N} others.
 */
class RandomBooleanProgramsTest {
  private static final int COUNT = Integer.getInteger("proviso.random.bp", 300);
  private static final long SEED = Long.getLong("proviso.random.seed", 1);

  @Test
  void theEngineSaysWhatEnumerationSays() throws InputException {
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int i = 0; i < COUNT; i++) {
      String text = new RandomBooleanProgram(SEED * 1_000_003 + i).write();
      BooleanSource source = BooleanReader.read(text, "random.bp", Precedence.BRACKETED);
      Enumeration all = new Enumeration(source.program());
      BooleanVerdict verdict = decide(source, new Question.Assertions(), text);
      boolean nothing = !text.contains("assert") && !text.contains("abortif");
      String expected =
          nothing
              ? "NotApplicable"
              : all.assertionFails() ? "Violated" : all.aborts() ? "Unknown" : "Holds";
      check(verdict, expected, text);
      verdicts.merge(expected, 1, Integer::sum);
      if (text.contains(RandomBooleanProgram.LABEL)) {
        BooleanVerdict label = decide(source, new Question.Label(RandomBooleanProgram.LABEL), text);
        String reached = all.reaches(RandomBooleanProgram.LABEL) ? "Violated" : "Holds";
        check(label, reached, text);
        verdicts.merge("label " + reached, 1, Integer::sum);
      }
    }
    System.out.println("random boolean programs: " + verdicts);
    // The programs must not be all alike.
    assertThat(verdicts.getOrDefault("Holds", 0)).isGreaterThan(COUNT / 20);
    assertThat(verdicts.getOrDefault("Violated", 0)).isGreaterThan(COUNT / 20);
  }

  private static BooleanVerdict decide(BooleanSource source, Question question, String text) {
    try {
      return new BooleanDecision(source, () -> {}).decide(question);
    } catch (IllegalStateException e) {
      throw new AssertionError(text, e);
    }
  }

  private static void check(BooleanVerdict verdict, String expected, String text) {
    assertThat(verdict.getClass().getSimpleName()).as("%s\n%s", verdict, text).isEqualTo(expected);
    if (verdict instanceof BooleanVerdict.Violated violated) {
      assertThat(violated.confirmed()).as(text).isTrue();
    }
  }

  @Test
  void whatIsPrintedIsReadBack() throws InputException {
    for (int i = 0; i < COUNT; i++) {
      String text = new RandomBooleanProgram(SEED * 7_000_003 + i).write();
      BooleanSource first = BooleanReader.read(text, "random.bp", Precedence.BRACKETED);
      String printed = BooleanPrinter.print(first.program());
      BooleanSource second = BooleanReader.read(printed, "printed.bp", Precedence.BRACKETED);
      assertThat(second.program()).isEqualTo(first.program());
      assertThat(BooleanPrinter.print(second.program())).isEqualTo(printed);
    }
  }
}

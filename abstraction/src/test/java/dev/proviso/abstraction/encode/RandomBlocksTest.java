// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.encode.EncodedBlock.Mode;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Formulas of random blocks against executions of them: with the inputs fixed, what the interpreter
 * computes is a model, and the only one unless the encoding named an inexactness; gcc computes the
 * same. {@code -Dproviso.random.blocks=10000 -Dproviso.random.seed=1} for a long run.
 */
final class RandomBlocksTest {
  private static final int BLOCKS = Integer.getInteger("proviso.random.blocks", 150);
  private static final long FIRST = Long.getLong("proviso.random.seed", 1);

  /** So many programs are compiled by one run of gcc. */
  private static final int BATCH = 50;

  private final List<String> wrong = new ArrayList<>();
  private int exact;
  private int inexact;
  private int ended;

  @Test
  void formulasMeanWhatExecutionsDo() throws InputException, IOException {
    for (long seed = FIRST; seed < FIRST + BLOCKS; seed++) {
      RandomBlock.Made made = RandomBlock.of(seed);
      Optional<List<Long>> expected = BlockRun.outputs(made);
      if (expected.isEmpty()) {
        ended++;
      }
      for (Mode mode : Mode.values()) {
        // Paths have their loops one by one: only they have switches.
        if (mode != Mode.SWITCHED || made.rounds() == 0) {
          compare(seed, made, expected, mode);
        }
      }
    }
    System.err.printf(
        "random blocks from seed %d: %d blocks, of which %d do not come to their end; %d formulas exact,"
            + " %d inexact, %d wrong%n",
        FIRST, BLOCKS, ended, exact, inexact, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(exact).as("exact formulas, next to %d others", inexact).isGreaterThan(2 * inexact);
  }

  private void compare(long seed, RandomBlock.Made made, Optional<List<Long>> expected, Mode mode)
      throws InputException, IOException {
    switch (EncodedBlock.check(made, expected, mode)) {
      case EXACT -> exact++;
      case INEXACT -> inexact++;
      case WRONG_END -> wrong(seed, made, mode + ": its end is reached or not, unlike the run");
      case NOT_A_MODEL -> wrong(seed, made, mode + ": the run is no model: " + expected);
      case OTHER_MODELS -> wrong(seed, made, mode + ": there are other models than the run");
    }
  }

  private void wrong(long seed, RandomBlock.Made made, String what) throws IOException {
    wrong.add("seed " + seed + ", " + what);
    System.err.println(wrong.getLast());
    String dump = System.getProperty("proviso.random.dump");
    if (dump != null) {
      Files.writeString(Path.of(dump, "block" + seed + ".c"), made.text());
    }
  }

  @Test
  void gccComputesTheSame(@TempDir Path folder)
      throws InputException, IOException, InterruptedException {
    Gcc.required();
    List<String> different = new ArrayList<>();
    List<RandomBlock.Made> batch = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + BLOCKS; seed++) {
      RandomBlock.Made made = RandomBlock.of(seed);
      // gcc compiles for this machine; where a division has no result, into whatever it likes.
      if (made.target().equals(Target.LP64) && BlockRun.outputs(made).isPresent()) {
        batch.add(made);
      }
      if (batch.size() == BATCH || seed == FIRST + BLOCKS - 1) {
        compare(folder, batch, different);
        batch.clear();
      }
    }
    assertThat(different).isEmpty();
  }

  private static void compare(Path folder, List<RandomBlock.Made> batch, List<String> different)
      throws InputException, IOException, InterruptedException {
    List<String> printed = Gcc.outputs(folder, batch.stream().map(BlockRun::printing).toList());
    for (int i = 0; i < batch.size(); i++) {
      String ours = BlockRun.asPrinted(BlockRun.outputs(batch.get(i)).orElseThrow());
      if (!printed.get(i).equals(ours)) {
        different.add(ours + "but gcc:\n" + printed.get(i) + "of\n" + batch.get(i).text());
      }
    }
  }
}

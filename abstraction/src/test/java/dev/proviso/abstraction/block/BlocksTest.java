// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A program with a loop, calls that are folded, and recursion; {@code -Dproviso.golden.update=true}
 * writes the text anew.
 */
class BlocksTest {
  private static final Path FOLDER = Path.of("src/test/resources/blocks");

  private static Blocks read() throws IOException, InputException {
    String text = Files.readString(FOLDER.resolve("calls.c"));
    Program program = Frontend.readText("calls.c", text, Frontend.Options.of(Target.LP64));
    PointsTo pointsTo = PointsTo.analyse(program);
    return new Blocks(program, pointsTo, CallGraph.of(program, pointsTo));
  }

  /** Asks for all blocks that can be reached, and those of callees. */
  private static void reach(Blocks blocks, String procedure, Set<String> procedures) {
    if (!procedures.add(procedure)) {
      return;
    }
    Deque<CutPoint> work = new ArrayDeque<>(Set.of(blocks.entry(procedure)));
    Set<CutPoint> seen = new HashSet<>(work);
    while (!work.isEmpty()) {
      CutPoint cut = work.remove();
      switch (cut) {
        case CutPoint.At at when at.equals(blocks.exit(procedure)) -> {}
        case CutPoint.At at -> {
          for (Exit exit : blocks.from(at).exits().keySet()) {
            if (exit instanceof Exit.ToCut to && seen.add(to.cut())) {
              work.add(to.cut());
            }
          }
        }
        case CutPoint.BeforeCall call -> {
          reach(blocks, call.callee(), procedures);
          CutPoint behind = new CutPoint.At(call.edge().target());
          if (seen.add(behind)) {
            work.add(behind);
          }
        }
      }
    }
  }

  @Test
  void blocksAreTheExpectedText() throws IOException, InputException {
    Blocks blocks = read();
    reach(blocks, "main", new HashSet<>());
    Path expected = FOLDER.resolve("calls.txt");
    if (Boolean.getBoolean("proviso.golden.update")) {
      Files.writeString(expected, BlockPrinter.print(blocks));
    }
    assertThat(BlockPrinter.print(blocks)).isEqualTo(Files.readString(expected));
  }

  @Test
  void loopsRecursionAndTheEntryAreNotFolded() throws IOException, InputException {
    Blocks blocks = read();
    assertThat(blocks.isFolded("add")).isTrue();
    assertThat(blocks.isFolded("doubled")).isTrue();
    assertThat(blocks.isFolded("sum")).isFalse();
    assertThat(blocks.isFolded("main")).isFalse();
    assertThat(blocks.isCutAt("sum")).isTrue();
    assertThat(blocks.isCutAt("add")).isFalse();
  }

  @Test
  void arcsOfBlocksGoUp() throws IOException, InputException {
    Blocks blocks = read();
    reach(blocks, "main", new HashSet<>());
    for (Block block : blocks.made()) {
      assertThat(block.arcs()).allMatch(a -> a.from() < a.to() && a.to() < block.nodes());
    }
  }

  @Test
  void everyCycleHasACut() throws IOException, InputException {
    Blocks blocks = read();
    Set<Location> cuts = blocks.cuts("main");
    assertThat(cuts).contains(((CutPoint.At) blocks.exit("main")).location());
    Set<Location> seen = new HashSet<>();
    blocks.cfg("main").edges().stream()
        .filter(e -> e.target().ordinal() <= e.source().ordinal())
        .forEach(e -> seen.add(e.target()));
    assertThat(cuts).as("targets of edges that go back").containsAll(seen);
  }
}

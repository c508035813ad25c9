// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.program.Printer;

/** The text form of blocks: one step a line, then the exits. */
public final class BlockPrinter {
  private BlockPrinter() {}

  /** All blocks that were asked for. */
  public static String print(Blocks blocks) {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks.made()) {
      out.append(out.isEmpty() ? "" : "\n").append(print(block));
    }
    return out.toString();
  }

  public static String print(Block block) {
    StringBuilder out = new StringBuilder("block ").append(block.source()).append('\n');
    for (Block.Arc arc : block.arcs()) {
      out.append("  ").append(arc.from()).append(" -> ").append(arc.to()).append(": ");
      out.append(print(arc.step())).append('\n');
    }
    block
        .exits()
        .forEach(
            (exit, node) ->
                out.append("  exit ").append(node).append(": ").append(print(exit)).append('\n'));
    return out.toString();
  }

  private static String print(Step step) {
    String statement = Printer.print(step.edge().statement());
    String text =
        switch (step) {
          case Step.Execute s -> statement;
          case Step.Enter s ->
              "enter " + s.callee().procedure() + "@" + s.callee().id() + " by " + statement;
          case Step.Leave s -> "leave " + s.callee().procedure() + "@" + s.callee().id();
          case Step.Dispatch s -> "to " + s.callee() + " by " + statement;
          case Step.Pass s -> "at " + statement;
        };
    int frame = step.frame().id();
    return frame == 0 ? text : text + "  @" + frame;
  }

  private static String print(Exit exit) {
    return switch (exit) {
      case Exit.ToCut e -> e.cut().toString();
      case Exit.ToAbort e -> Printer.print(e.edge().statement());
      case Exit.ToLost e -> "lost: " + e.reason();
    };
  }
}

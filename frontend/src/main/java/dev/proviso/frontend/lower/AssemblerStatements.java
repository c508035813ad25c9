// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Statement.Havoc;
import dev.proviso.frontend.program.Statement.Scramble;
import dev.proviso.frontend.program.Statement.Skip;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Assembler text: its outputs get any values, and where it says so what its inputs point to. */
final class AssemblerStatements {
  /** What keeps memory in order, or waits, and writes nothing. */
  private static final Set<String> BARRIERS =
      Set.of(
          "mfence", "lfence", "sfence", "pause", "nop", "rep; nop", "cli", "sti", "hlt", "wbinvd");

  private final Context context;
  private final Jumps jumps;

  AssemblerStatements(Context context, Jumps jumps) {
    this.context = context;
    this.jumps = jumps;
  }

  void lower(Statement.Asm asm) {
    if (!asm.operandsKnown()) {
      throw new Unsupported(
          asm.place().range(), "assembler text without a list of what it touches");
    }
    List<Expr> pointers = new ArrayList<>();
    for (Statement.AsmOperand input : asm.inputs()) {
      Operand operand = context.expressions().operand(input.expression());
      if (operand instanceof Operand.Located o && input.constraint().contains("m")) {
        pointers.add(Exprs.address(o.place(), context.types().pointerTo(o.type())));
      } else if (context.expressions().value(operand, asm.place()) instanceof Expr e
          && e.type() instanceof PointerType) {
        pointers.add(e);
      }
    }
    String text = asm.text().replace("\"", "").strip();
    boolean hasText = !text.isEmpty();
    boolean writesMemory = asm.clobbers().stream().anyMatch(c -> c.contains("memory")) && hasText;
    if (writesMemory && pointers.isEmpty() && asm.outputs().isEmpty() && !BARRIERS.contains(text)) {
      throw new Unsupported(asm.place().range(), "assembler text that may write any memory");
    }
    if (!asm.outputs().isEmpty() || hasText) {
      context
          .unit()
          .warn(
              asm.place(),
              "assembler text is not lowered exactly: its outputs, and what its pointers reach, get any values");
    }
    if (writesMemory && !pointers.isEmpty()) {
      context.emit(new Scramble(pointers), asm.place());
      context.arbitrary(IntType.INT, new Cause.Inexact("assembler text"), asm.place());
    }
    for (Statement.AsmOperand output : asm.outputs()) {
      if (context.expressions().operand(output.expression()) instanceof Operand.Located o) {
        context.access(o.place(), asm.place());
        context.emit(new Havoc(o.place(), new Cause.Inexact("assembler text")), asm.place());
      }
    }
    for (String label : asm.labels()) {
      context
          .cfg()
          .branch(new Skip(), jumps.labelPoint(label, asm.place()), context.origin(asm.place()));
    }
    if (!asm.labels().isEmpty()) {
      context.emit(new Skip(), asm.place());
    }
  }
}

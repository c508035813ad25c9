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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Assembler statements. Text that holds no instruction, as programs write it to hide values from
 * optimisers, is exact. Of other text the outputs get any values, and where it says so what its
 * inputs point to.
 */
final class AssemblerStatements {
  /** What keeps memory in order, or waits, and writes nothing. */
  private static final Set<String> BARRIERS =
      Set.of(
          "mfence", "lfence", "sfence", "pause", "nop", "rep; nop", "cli", "sti", "hlt", "wbinvd");

  private static final Pattern NO_INSTRUCTIONS =
      Pattern.compile("(\\s|\\\\[nt]|;|#[^\\\\\n]*|/\\*.*?\\*/)*", Pattern.DOTALL);

  private static final Pattern SAME_AS = Pattern.compile("\"[&%]*(\\d+|\\[\\w+\\])[^\"]*\"");

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
    String text = asm.text().replace("\"", "").strip();
    if (NO_INSTRUCTIONS.matcher(text).matches()) {
      withoutInstructions(asm);
    } else {
      instructions(asm, text);
    }
  }

  /** An output that shares an input's register gets its value; any other what was there. */
  private void withoutInstructions(Statement.Asm asm) {
    List<Expr> inputs = new ArrayList<>();
    for (Statement.AsmOperand input : asm.inputs()) {
      Operand operand = context.expressions().operand(input.expression());
      boolean isMemory = operand instanceof Operand.Located && input.constraint().contains("m");
      inputs.add(
          isMemory || operand instanceof Operand.Nothing
              ? Exprs.ZERO
              : context.save(context.expressions().value(operand, asm.place()), asm.place()));
    }
    for (int i = 0; i < asm.outputs().size(); i++) {
      Statement.AsmOperand output = asm.outputs().get(i);
      Operand operand = context.expressions().operand(output.expression());
      if (operand instanceof Operand.Located o
          && o.type().isScalar()
          && !output.constraint().contains("+")) {
        context.access(o.place(), asm.place());
        Expr same = sameRegister(asm, i, inputs);
        if (same == null) {
          context.emit(new Havoc(o.place(), new Cause.Unspecified()), asm.place());
        } else {
          Expr value = context.expressions().coercions().to(same, o.type(), asm.place());
          context.assign(o.place(), value, asm.place());
        }
      }
    }
  }

  /** The value of the input that shares an output's register, or null. */
  private static @Nullable Expr sameRegister(Statement.Asm asm, int output, List<Expr> inputs) {
    String constraint = asm.outputs().get(output).constraint();
    for (int i = 0; i < inputs.size(); i++) {
      String own = asm.inputs().get(i).constraint();
      Matcher matcher = SAME_AS.matcher(own.substring(own.indexOf('"')));
      if (matcher.matches()
          && (matcher.group(1).equals(Integer.toString(output))
              || matcher.group(1).startsWith("[") && constraint.startsWith(matcher.group(1)))) {
        return inputs.get(i);
      }
    }
    return null;
  }

  private void instructions(Statement.Asm asm, String text) {
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
    boolean isBarrier = BARRIERS.contains(text) && asm.outputs().isEmpty() && pointers.isEmpty();
    if (isBarrier) {
      return;
    }
    boolean writesMemory = asm.clobbers().stream().anyMatch(c -> c.contains("memory"));
    if (writesMemory && pointers.isEmpty() && asm.outputs().isEmpty()) {
      throw new Unsupported(asm.place().range(), "assembler text that may write any memory");
    }
    context
        .unit()
        .warn(
            asm.place(),
            "assembler text is not lowered exactly: its outputs, and what its pointers reach, get any values");
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

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.types.PointerType;
import java.util.Optional;

/** What happens on an arc of a block, always in {@code frame}, because of {@code edge}. */
public sealed interface Step {
  Edge edge();

  Frame frame();

  /** What must be true in {@link #frame} for the step to be taken; empty if it always may be. */
  default Optional<Expr> condition() {
    return switch (this) {
      case Execute s when s.edge().statement() instanceof Statement.Assume assume ->
          Optional.of(assume.condition());
      case Dispatch s -> {
        Expr callee = Expr.FunctionAddress.of(s.callee(), (PointerType) s.pointer().type());
        yield Optional.of(Expr.Binary.of(BinaryOp.EQUAL, s.pointer(), callee));
      }
      case Execute s -> Optional.empty();
      case Enter s -> Optional.empty();
      case Leave s -> Optional.empty();
      case Pass s -> Optional.empty();
    };
  }

  /** The edge's statement: anything but a call. */
  record Execute(Edge edge, Frame frame) implements Step {}

  /** A folded call begins: the callee's formals get the arguments. */
  record Enter(Edge edge, Frame frame, Frame callee) implements Step {}

  /** A folded call ends: its result goes where the caller wants it. */
  record Leave(Edge edge, Frame frame, Frame callee) implements Step {}

  /** A call through a pointer goes to this procedure. */
  record Dispatch(Edge edge, Frame frame, Expr pointer, String callee) implements Step {}

  /** A call of something that does nothing: no arc may be empty. */
  record Pass(Edge edge, Frame frame) implements Step {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** {@code longjmp} on its way. */
final class Jump extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Saved saved;
  private final long value;

  /**
   * Where {@code setjmp} was called: the activation, where it goes on, and with the result where.
   */
  record Saved(Frame frame, int pc, Receiver receiver) {}

  Jump(Saved saved, long value) {
    super(null, null, false, false);
    this.saved = saved;
    this.value = value;
  }

  Frame target() {
    return saved.frame();
  }

  void land(Machine machine) {
    machine.unwindTo(saved.frame());
    saved.frame().pc = saved.pc();
    machine.word = value;
    saved.receiver().take(saved.frame());
  }
}

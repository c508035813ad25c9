// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs programs. */
public final class Interpreter {
  private Interpreter() {}

  /** How an execution went. */
  public record Execution(Outcome outcome, long steps) {}

  /**
   * Runs a program from its entry on.
   *
   * @param program with a body of its entry
   */
  public static Execution run(Program program, Settings settings) {
    Machine machine = new Machine(program, settings);
    Outcome outcome = outcome(machine, program, settings);
    machine.library.files().flushAll();
    return new Execution(outcome, machine.steps());
  }

  private static Outcome outcome(Machine machine, Program program, Settings settings) {
    try {
      new InitialValues(machine).store(program.initialisers());
      @Nullable Code entry = machine.code(program.entry());
      if (entry == null) {
        throw machine.library.unknown(program.entry());
      }
      Frame bottom = machine.begin();
      machine.frame = bottom;
      Calls.enter(machine, program.entry(), arguments(machine, entry, settings), null);
      machine.run(bottom);
      int code = (int) machine.word & 255;
      machine.runAtExit();
      return new Outcome.Exited(code);
    } catch (Exit e) {
      return new Outcome.Exited(e.code());
    } catch (Stop e) {
      String why = String.valueOf(e.getMessage());
      machine.report(e.kind(), why);
      return new Outcome.Stopped(why, e.code());
    } catch (OutOfMemoryError e) {
      String why = "the program needs more memory than the interpreter has";
      machine.report(Finding.Kind.STOPPED, why);
      return new Outcome.Stopped(why, ExitCodes.LIMIT);
    } catch (Settings.Enough e) {
      return new Outcome.Stopped(String.valueOf(e.getMessage()), ExitCodes.LIMIT);
    } catch (Abort e) {
      return new Outcome.Aborted(String.valueOf(e.getMessage()), e.place());
    }
  }

  /** {@code argc}, {@code argv}, {@code envp}, as far as {@code main} takes them. */
  private static Arguments arguments(Machine machine, Code entry, Settings settings) {
    if (machine.guide != null) {
      return new Arguments(List.of());
    }
    List<String> given = settings.arguments();
    int width = machine.program.target().pointerBits() / 8;
    Block vector = new Block("`argv`", (given.size() + 1) * width, true, false);
    for (int i = 0; i < given.size(); i++) {
      Cells.poke(vector, (long) i * width, width, Texts.allocated(machine, given.get(i)));
    }
    Block environment = new Block("the environment", width, true, false);
    Arguments arguments = new Arguments(entry.formals.stream().map(Slot::type).limit(3).toList());
    long[] values = {
      given.size(), machine.memory.address(vector), machine.memory.address(environment)
    };
    System.arraycopy(values, 0, arguments.words, 0, arguments.count());
    return arguments;
  }
}

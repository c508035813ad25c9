// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of an execution, and the loop that runs it. */
final class Machine {
  /** What a step answers when another activation goes on. */
  static final int SWITCH = -1;

  final Program program;
  final Settings settings;
  final Memory memory;
  final Library library;

  /** Who leads the execution; null if nobody does. */
  final @Nullable Guide guide;

  /** The activation that runs. */
  @Nullable Frame frame;

  /** The result of the call that has just ended. */
  long word;

  double real;
  Object wide = "";
  @Nullable Block blob;

  private final Map<Variable, Block> globals = new IdentityHashMap<>();
  private final Map<String, Block> functions = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Set<Object> reported = new HashSet<>();
  private final Deque<Long> atExit = new ArrayDeque<>();
  private long steps;
  private final Sizes sizes;
  private int depth;
  private boolean isMuted;
  private int pc;

  Machine(Program program, Settings settings) {
    this.program = program;
    this.settings = settings;
    this.guide = settings.choices() instanceof Guide g ? g : null;
    this.memory =
        guide == null
            ? new SpacedMemory(program.target())
            : new LaidOutMemory(program.target(), guide);
    this.sizes = new Sizes(program);
    this.library = new Library(this);
    if (guide != null) {
      // Pointers may come from outside, to functions that the program does not mention.
      program.procedures().keySet().forEach(this::functionAddress);
    }
  }

  long steps() {
    return steps;
  }

  // What the program consists of

  Block global(Variable variable) {
    Block known = globals.get(variable);
    if (known == null) {
      known = new Block("the variable `" + variable.name() + "`", sizes.of(variable), true, false);
      globals.put(variable, known);
      layOut(known, variable);
      if (guide == null) {
        library.declared(variable, known);
      }
    }
    return known;
  }

  /** Puts a variable where the guide, if there is one, has it. */
  void layOut(Block block, Variable variable) {
    if (guide != null && memory instanceof LaidOutMemory laidOut) {
      laidOut.put(block, guide.addressOf(variable));
    }
  }

  /** So many bytes are about to be copied or filled. */
  void spend(long bytes) {
    if (guide != null) {
      guide.spend(bytes);
    }
  }

  long functionAddress(String name) {
    Block known = functions.get(name);
    if (known == null) {
      known = new Block("the function `" + name + "`", 1, true, false);
      known.procedure = name;
      functions.put(name, known);
      if (guide != null && memory instanceof LaidOutMemory laidOut) {
        laidOut.put(known, guide.addressOf(name));
      }
    }
    return memory.address(known);
  }

  /** The compiled procedure; null where it has no body. */
  @Nullable Code code(String name) {
    Code known = codes.get(name);
    if (known == null) {
      Procedure procedure = program.procedures().get(name);
      if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
        known = new ProcedureCompiler(this, procedure, body.cfg()).compile();
        codes.put(name, known);
      }
    }
    return known;
  }

  // Calls

  /** What stands below all activations, and never runs. */
  Frame begin() {
    return new Frame(Code.NONE, this, null);
  }

  /** Begins an activation; the caller goes on at its {@code pc} when it ends. */
  Frame push(Code code) {
    if (++depth > settings.depthLimit()) {
      throw stop(
          Kind.STOPPED,
          "the stack is full: %d calls are active".formatted(depth),
          ExitCodes.SEGMENT);
    }
    return new Frame(code, this, frame);
  }

  /** Ends the running activation, whose result stands in the machine. */
  void pop() {
    Frame ended = running();
    Frame caller = ended.caller;
    if (guide != null) {
      guide.leave();
    }
    ended.leave();
    depth--;
    frame = caller;
    if (caller != null) {
      Receiver receiver = caller.receiver;
      if (receiver != null) {
        receiver.take(caller);
      }
    }
  }

  Frame running() {
    if (frame == null) {
      throw new IllegalStateException("nothing runs");
    }
    return frame;
  }

  /** {@code longjmp}: the activations above that one end. */
  void unwindTo(Frame target) {
    while (frame != null && frame != target) {
      frame.leave();
      depth--;
      frame = frame.caller;
    }
  }

  boolean isActive(Frame wanted) {
    for (Frame f = frame; f != null; f = f.caller) {
      if (f == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Calls a procedure from inside a library function and waits for it. */
  void callBack(long address, Arguments arguments) {
    Frame waiting = running();
    int waitingPc = pc;
    Receiver receiver = waiting.receiver;
    waiting.receiver = null;
    Calls.enter(this, Calls.target(this, address), arguments, null);
    run(waiting);
    waiting.receiver = receiver;
    pc = waitingPc;
  }

  /** Remembers what is to be called at the end. */
  void atExit(long function) {
    atExit.push(function);
  }

  /** Calls what the program wants to be called when it ends. */
  void runAtExit() {
    while (!atExit.isEmpty()) {
      callBack(atExit.pop(), Arguments.of(dev.proviso.frontend.types.IntType.INT));
    }
  }

  /** Runs until the activation {@code bottom} is the one that would go on. */
  void run(@Nullable Frame bottom) {
    while (frame != bottom) {
      try {
        loop(bottom);
      } catch (Jump jump) {
        if (!isAbove(jump.target(), bottom)) {
          throw jump;
        }
        jump.land(this);
      }
    }
  }

  private boolean isAbove(Frame target, @Nullable Frame bottom) {
    for (Frame f = frame; f != null && f != bottom; f = f.caller) {
      if (f == target) {
        return true;
      }
    }
    return false;
  }

  private void loop(@Nullable Frame bottom) {
    long limit = settings.stepLimit();
    while (frame != bottom) {
      Frame f = running();
      Step[] code = f.code.steps;
      int at = f.pc;
      long count = 0;
      do {
        pc = at;
        at = code[at].run(f);
        if ((++count & 0xfff) == 0 && steps + count > limit) {
          throw limitReached();
        }
      } while (at >= 0);
      steps += count;
      if (steps > limit) {
        throw limitReached();
      }
    }
  }

  private Stop limitReached() {
    return stop(
        Kind.STOPPED,
        "the limit of %d steps is reached".formatted(settings.stepLimit()),
        ExitCodes.LIMIT);
  }

  // Messages

  Origin place() {
    return frame == null ? Origin.NONE : frame.code.origin(pc);
  }

  /** What stands in a place, without a word about it. */
  long look(Word place, Frame f) {
    boolean before = isMuted;
    isMuted = true;
    try {
      return place.get(f);
    } finally {
      isMuted = before;
    }
  }

  void report(Kind kind, String sentence) {
    if (isMuted) {
      return;
    }
    Origin place = place();
    String procedure = frame == null ? "" : frame.code.name();
    if (reported.add(new Finding(kind, place, procedure, ""))) {
      settings.findings().accept(new Finding(kind, place, procedure, sentence));
    }
  }

  /** Why the execution ends here: to be thrown. */
  Stop stop(Kind kind, String sentence, int code) {
    return new Stop(kind, sentence, code);
  }

  void outside(Block block, long offset, int width, String done) {
    switch (block.state) {
      case LIVE -> {
        if (!block.has(offset, width)) {
          report(
              Kind.OUT_OF_BOUNDS,
              "%d bytes at offset %d of %s, which has %d, are %s here"
                  .formatted(width, offset, block.name, block.size, done));
        }
      }
      case FREED ->
          report(Kind.AFTER_END, block.name + " is " + done + " here, after it was freed");
      case LEFT ->
          report(
              Kind.AFTER_END,
              block.name + " is " + done + " here, after the call that it belongs to has ended");
      case WILD ->
          report(
              Kind.NO_OBJECT,
              "0x%x, which is the address of no object, is %s here".formatted(offset, done));
    }
  }
}

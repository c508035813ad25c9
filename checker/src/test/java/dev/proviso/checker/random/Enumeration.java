// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.interpret.Choices;
import dev.proviso.frontend.interpret.Finding;
import dev.proviso.frontend.interpret.Interpreter;
import dev.proviso.frontend.interpret.Outcome;
import dev.proviso.frontend.interpret.Settings;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.specs.platform.PlatformLibrary;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All executions of a program, one after the other, each from its start: the choices of the
 * environment are gone through depth first. A line that begins with {@link #STATE} tells all that
 * the program remembers: where it was told before, nothing new can follow.
 */
final class Enumeration {
  static final String STATE = "state";

  /** The type says how many values there are. */
  static final String CHOICES =
      """
      unsigned char __proviso_nondet_uchar(void); unsigned short __proviso_nondet_ushort(void);
      unsigned int __proviso_nondet_uint(void);
      #define CHOOSE2 ((int)__proviso_nondet_uchar())
      #define CHOOSE3 ((int)__proviso_nondet_ushort())
      #define CHOOSE4 ((int)__proviso_nondet_uint())
      """;

  private static final int MAX_RUNS = 6_000;
  private static final int MAX_CHOICES = 200;
  private static final long MAX_STEPS = 20_000;
  private static final long MAX_STEPS_IN_ALL = 1_000_000;
  private static final int MAX_DEPTH = 200;

  /** Is told what the executions print. */
  interface Listener {
    /** An execution begins. */
    void begin();

    void line(String line);

    /** What the listener remembers of this execution, as far as it matters for what follows. */
    String state();

    /** No execution can change what is known. */
    boolean isSettled();
  }

  /** How it went. */
  enum Result {
    COMPLETE,
    /** There are more or longer executions than were looked at. */
    CUT_OFF,
    /** Some execution does what the language leaves undefined. */
    UNFIT
  }

  private record Choice(int taken, int of) {}

  private final Program program;
  private final Listener listener;
  private final List<Choice> choices = new ArrayList<>();
  private final Set<String> states = new HashSet<>();
  private int next;
  private int known;
  private long steps;
  private boolean isCutOff;
  private boolean isUnfit;

  private Enumeration(Program program, Listener listener) {
    this.program = program;
    this.listener = listener;
  }

  static Result run(String text, Listener listener) throws InputException {
    Frontend.Options options =
        new Frontend.Options(
            Target.LP64,
            List.of(),
            PlatformLibrary.builtIn().load("none").content().includes(),
            List.of(),
            Origin.Kind.USER);
    return new Enumeration(Frontend.readText("program.c", text, options), listener).all();
  }

  private Result all() {
    int runs = 0;
    while (runs++ < MAX_RUNS && steps < MAX_STEPS_IN_ALL && !isUnfit && !listener.isSettled()) {
      known = choices.size();
      next = 0;
      listener.begin();
      once();
      if (!backtrack()) {
        return isUnfit ? Result.UNFIT : isCutOff ? Result.CUT_OFF : Result.COMPLETE;
      }
    }
    return isUnfit ? Result.UNFIT : Result.CUT_OFF;
  }

  private boolean backtrack() {
    choices.subList(next, choices.size()).clear();
    while (!choices.isEmpty()) {
      Choice last = choices.removeLast();
      if (last.taken() + 1 < last.of()) {
        choices.add(new Choice(last.taken() + 1, last.of()));
        return true;
      }
    }
    return false;
  }

  private void once() {
    Settings settings =
        new Settings(
            List.of("program"),
            new ByteArrayInputStream(new byte[0]),
            new Lines(),
            OutputStream.nullOutputStream(),
            MAX_STEPS,
            MAX_DEPTH,
            new InOrder(),
            this::found);
    Interpreter.Execution execution = Interpreter.run(program, settings);
    steps += execution.steps();
    if (execution.outcome() instanceof Outcome.Stopped s && s.why().startsWith("the limit of")) {
      isCutOff = true;
    }
  }

  private void found(Finding finding) {
    switch (finding.kind()) {
      case NULL_DEREFERENCE, DIVISION -> {
        // A path that ends.
      }
      case STOPPED -> isCutOff |= finding.sentence().startsWith("the stack is full");
      case UNINITIALISED, OUT_OF_BOUNDS, AFTER_END, NO_OBJECT, BAD_FREE, INEXACT, BAD_CALL -> {
        isUnfit = true;
        throw new Settings.Enough(finding.sentence());
      }
    }
  }

  /** Takes the execution's choices as they are known, then the first each time. */
  private final class InOrder implements Choices {
    @Override
    public byte[] value(Edge havoc, Type type) {
      byte[] value = new byte[(int) type.size()];
      if (havoc.statement() instanceof Statement.Havoc h
          && h.cause() instanceof Statement.Cause.Environment) {
        value[0] = (byte) choose(type.size() == 1 ? 2 : type.size() == 2 ? 3 : 4);
      }
      return value;
    }

    @Override
    public int way(Location location, int ways) {
      return choose(ways);
    }

    private int choose(int of) {
      if (next == choices.size()) {
        if (next >= MAX_CHOICES) {
          isCutOff = true;
          throw new Settings.Enough("too many choices");
        }
        choices.add(new Choice(0, of));
      }
      return choices.get(next++).taken();
    }
  }

  /** Takes what is printed apart into lines. */
  private final class Lines extends OutputStream {
    private final StringBuilder line = new StringBuilder();
    private boolean isEnded;

    @Override
    public void write(byte[] bytes, int from, int count) {
      String text = new String(bytes, from, count, StandardCharsets.ISO_8859_1);
      text.chars().forEach(this::write);
    }

    @Override
    public void write(int c) {
      if (isEnded) {
        return;
      }
      if (c != '\n') {
        line.append((char) c);
        return;
      }
      String text = line.toString();
      line.setLength(0);
      if (!text.startsWith(STATE)) {
        listener.line(text);
      } else if (next >= known && !states.add(text + listener.state())) {
        isEnded = true;
        throw new Settings.Enough("nothing new");
      }
    }
  }
}

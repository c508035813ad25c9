// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Extended;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The C library: functions that the program calls and does not define. */
final class Library {
  /** A function that gives an integer, a pointer or nothing. */
  interface WordFunction {
    long call(Machine machine, Arguments arguments);
  }

  /** A function that gives a float or double. */
  interface RealFunction {
    double call(Machine machine, Arguments arguments);
  }

  /** A function that gives a long double. */
  interface WideFunction {
    Object call(Machine machine, Arguments arguments);
  }

  private static final List<String> PREFIXES = List.of("__builtin_", "__isoc99_", "__", "_");

  private final Machine machine;
  private final Map<String, WordFunction> words = new HashMap<>();
  private final Map<String, RealFunction> reals = new HashMap<>();
  private final Map<String, WideFunction> wides = new HashMap<>();
  private final Heap heap;
  private final Jumps jumps;
  private final OpenFiles files;
  private final CharacterTables tables;
  private Block errno = new Block("`errno`", 4, true, false);

  Library(Machine machine) {
    this.machine = machine;
    this.heap = new Heap(machine);
    this.jumps = new Jumps(machine);
    this.files = new OpenFiles(machine);
    this.tables = new CharacterTables(machine);
    MemoryFunctions.addTo(words);
    new TextFunctions().addTo(words);
    CharacterFunctions.addTo(words);
    NumberFunctions.addTo(words, reals, wides);
    MathFunctions.addTo(words, reals, wides);
    StreamFunctions.addTo(words);
    FormatFunctions.addTo(words);
    FileFunctions.addTo(words);
    ProcessFunctions.addTo(words);
    new SortFunctions().addTo(words);
    new TimeFunctions().addTo(words, reals);
  }

  Heap heap() {
    return heap;
  }

  Jumps jumps() {
    return jumps;
  }

  OpenFiles files() {
    return files;
  }

  CharacterTables tables() {
    return tables;
  }

  long errnoAddress() {
    return machine.memory.address(errno);
  }

  void fail(int number) {
    Cells.poke(errno, 0, 4, number);
  }

  int errno() {
    return (int) Cells.peek(errno, 0, 4);
  }

  /** A global has its object now: those of the library get their values. */
  void declared(Variable variable, Block block) {
    if (variable.linkage() == Variable.Linkage.DECLARED) {
      switch (variable.name()) {
        case "stdin" -> Cells.poke(block, 0, block.bytes.length, files.standard(0));
        case "stdout" -> Cells.poke(block, 0, block.bytes.length, files.standard(1));
        case "stderr" -> Cells.poke(block, 0, block.bytes.length, files.standard(2));
        case "errno" -> errno = block;
        case "optind", "opterr" -> Cells.poke(block, 0, 4, 1);
        default -> {}
      }
    }
  }

  /** Does what the function does; the machine has the result. */
  void call(String name, Arguments arguments) {
    String known = known(name);
    if (known == null) {
      throw unknown(name);
    }
    WordFunction word = words.get(known);
    RealFunction real = reals.get(known);
    if (word != null) {
      machine.word = word.call(machine, arguments);
    } else if (real != null) {
      machine.real = real.call(machine, arguments);
    } else {
      WideFunction wide = wides.get(known);
      machine.wide = wide == null ? Extended.ZERO : wide.call(machine, arguments);
    }
  }

  private @Nullable String known(String name) {
    if (isHere(name)) {
      return name;
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix) && isHere(name.substring(prefix.length()))) {
        return name.substring(prefix.length());
      }
    }
    return null;
  }

  private boolean isHere(String name) {
    return words.containsKey(name) || reals.containsKey(name) || wides.containsKey(name);
  }

  /** Why a function without body cannot be called. */
  Stop unknown(String name) {
    Procedure procedure = machine.program.procedures().get(name);
    String why =
        procedure != null && procedure.body() instanceof Procedure.Body.Lost lost
            ? "could not be read: " + lost.reason()
            : "is defined nowhere, and the interpreter does not know it";
    return machine.stop(Kind.STOPPED, "`" + name + "` is called, which " + why, ExitCodes.LIMIT);
  }
}

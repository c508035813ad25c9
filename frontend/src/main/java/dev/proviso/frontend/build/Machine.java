// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For which machine a unit is compiled.
 *
 * @param trouble why its layout of data is none that Proviso knows; or empty
 * @param macros what tells its code which machine it is for, where no compiler could be asked
 * @param other whether it is another machine than the built-in macros are for
 */
record Machine(Target target, String trouble, Map<String, String> macros, boolean other) {
  private static final int LITTLE_ENDIAN_ORDER = 1234;

  /** By the compiler's own word. */
  static Machine of(HostCompiler.Answer answer) {
    int pointer = answer.number("__SIZEOF_POINTER__");
    int size = answer.number("__SIZEOF_LONG__");
    String order = answer.macros().getOrDefault("__BYTE_ORDER__", "__ORDER_LITTLE_ENDIAN__");
    if (!order.equals("__ORDER_LITTLE_ENDIAN__")
        && !order.equals(String.valueOf(LITTLE_ENDIAN_ORDER))) {
      return troubled("for a big-endian machine");
    }
    if (answer.number("__SIZEOF_INT__") != 4
        || pointer != 4 && pointer != 8
        || pointer == 4 && size == 8) {
      return troubled(
          "for a machine whose int has no 32 bits, or whose pointers have neither 32 nor 64");
    }
    Target target = pointer == 4 ? Target.ILP32 : size == 8 ? Target.LP64 : Target.LLP64;
    return new Machine(target, "", Map.of(), false);
  }

  /** By flags and the compiler's name, where it cannot be asked. */
  static Machine guessed(CompilerCall call) {
    String triple =
        call.machine.contains("-") && !call.machine.startsWith("-m")
            ? call.machine
            : CompilerName.triple(call.compiler);
    boolean windows = call.microsoft || triple.contains("mingw") || triple.contains("windows");
    if (triple.isEmpty() || triple.startsWith("x86_64") || triple.startsWith("amd64")) {
      boolean narrow = call.machine.equals("-m32") || narrowByPath(call.compiler);
      return known(narrow ? Target.ILP32 : windows ? Target.LLP64 : Target.LP64);
    }
    if (triple.matches("i[3-6]86-.*")) {
      return known(call.machine.equals("-m64") ? Target.LP64 : Target.ILP32);
    }
    return otherMachine(triple);
  }

  /** Visual Studio has one compiler for each machine, in folders of their own. */
  private static boolean narrowByPath(String compiler) {
    return compiler.matches("(?i).*[\\\\/]x86[\\\\/]cl(\\.exe)?");
  }

  private static Machine otherMachine(String triple) {
    Map<String, String> wide = Map.of("__LP64__", "1", "_LP64", "1");
    Optional<Machine> machine =
        List.of(
                Map.entry("aarch64-|arm64", Map.of("__aarch64__", "1")),
                Map.entry("riscv64", Map.of("__riscv", "1", "__riscv_xlen", "64")),
                Map.entry("loongarch64", Map.of("__loongarch64", "1")),
                Map.entry("powerpc64le|ppc64le", Map.of("__powerpc64__", "1", "__powerpc__", "1")))
            .stream()
            .filter(e -> triple.matches("(?:" + e.getKey() + ").*"))
            .map(e -> new Machine(Target.LP64, "", joined(e.getValue(), wide), true))
            .findFirst();
    if (machine.isPresent()) {
      return machine.get();
    }
    if (triple.matches("(arm|thumb)(?!.*eb).*")) {
      return new Machine(Target.ILP32, "", Map.of("__arm__", "1"), true);
    }
    if (triple.startsWith("riscv32")) {
      return new Machine(Target.ILP32, "", Map.of("__riscv", "1", "__riscv_xlen", "32"), true);
    }
    return troubled(
        "for " + triple + ", which is not known, by a compiler that is not here to tell");
  }

  private static Map<String, String> joined(Map<String, String> a, Map<String, String> b) {
    Map<String, String> all = new java.util.TreeMap<>(a);
    all.putAll(b);
    return all;
  }

  private static Machine known(Target target) {
    return new Machine(target, "", Map.of(), false);
  }

  private static Machine troubled(String what) {
    return new Machine(Target.LP64, what, Map.of(), false);
  }
}

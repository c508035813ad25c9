// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.build.HostCompiler;
import dev.proviso.frontend.parse.Macros;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers and macros of a compiler on this machine. */
record HostHeaders(HostCompiler.Answer compiler) {

  /** None where there is no compiler, or none for such programs. */
  static Optional<HostHeaders> of(Target target) {
    HostCompiler compiler = new HostCompiler();
    Optional<HostCompiler.Answer> answer =
        switch (target) {
          case ILP32 -> compiler.ofThisMachine(List.of("-m32"));
          case LP64 -> compiler.ofThisMachine(List.of("-m64"));
          case LLP64 ->
              compiler
                  .ofThisMachine(List.of())
                  .filter(a -> isFor(a, target))
                  .or(compiler::forWindows);
        };
    return answer.filter(a -> isFor(a, target)).map(HostHeaders::new);
  }

  private static boolean isFor(HostCompiler.Answer answer, Target target) {
    return answer.target().filter(t -> t == target).isPresent();
  }

  /** True if one of the directories is the compiler's own, or lies in one. */
  boolean holdAny(List<Path> directories) {
    List<Path> own = compiler.headers().stream().map(HostHeaders::real).toList();
    return directories.stream()
        .map(HostHeaders::real)
        .anyMatch(d -> own.stream().anyMatch(d::startsWith));
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      return directory.toAbsolutePath().normalize();
    }
  }

  /** The same way to read, with these headers before the others that it has. */
  UnitOptions in(UnitOptions own) {
    List<Path> system = new ArrayList<>(compiler.headers());
    system.addAll(own.includes().system());
    Macros macros =
        new Macros(
            Optional.of(compiler.macros()), own.macros().defined(), own.macros().undefined());
    return own.with(own.includes().withSystem(system)).with(macros);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.build.HostCompiler;
import dev.proviso.frontend.parse.Macros;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers and macros of this machine's own compiler. */
record HostHeaders(HostCompiler.Answer compiler) {

  /** None where there is no compiler, or none for such programs. */
  static Optional<HostHeaders> of(Target target) {
    List<String> flags =
        switch (target) {
          case ILP32 -> List.of("-m32");
          case LP64 -> List.of("-m64");
          case LLP64 -> List.of();
        };
    return new HostCompiler()
        .ofThisMachine(flags)
        .filter(a -> a.target().filter(t -> t == target).isPresent())
        .map(HostHeaders::new);
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

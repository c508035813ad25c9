// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.EntryPoints;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformUnits;
import dev.proviso.specs.platform.ProgramCloser;
import java.util.List;

/**
 * The code under check with one platform around it, read once for all rules.
 *
 * @param defines macros, as {@code X=Y}
 * @param driver the code alone
 * @param entries what the platform calls, or would
 * @param closing the program to weave rules into, or why there is none
 */
record Subject(
    Platform platform, List<String> defines, Program driver, EntryPoints entries, Closing closing) {

  /**
   * What is asked for.
   *
   * @param entries functions to be called in place of what is found; may be empty
   */
  record Request(Code code, List<String> entries) {
    Request {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads the code and, at the same time, the platform's models.
   *
   * @throws InputException where the code has errors, or a header is missing
   */
  static Subject read(Request request, Platform platform, Console console, Clock clock)
      throws InputException {
    Code code = request.code();
    Target target = code.target().orElse(platform.target());
    PlatformUnits units = PlatformUnits.begin(platform, target, code.defines());
    Program driver = clock.time("parse", () -> code.read(platform, target, console));
    ProgramCloser closer = new ProgramCloser(driver, platform, units, clock);
    EntryPoints entries = clock.time("entry-points", closer::entryPoints);
    return new Subject(platform, code.defines(), driver, entries, closer.close(request.entries()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.EntryPoints;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformUnits;
import dev.proviso.specs.platform.ProgramCloser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
   * Which code, and how to read it.
   *
   * @param entries functions to be called in place of what is found; may be empty
   */
  record Request(
      List<Path> files, List<Path> includes, Map<String, String> defines, List<String> entries) {
    Request {
      files = List.copyOf(files);
      includes = List.copyOf(includes);
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads the code and, at the same time, the platform's models.
   *
   * @throws InputException where the code has errors, or a header is missing
   */
  static Subject read(Request request, Platform platform, Target target, Clock clock)
      throws InputException {
    List<String> defines =
        request.defines().entrySet().stream().map(d -> d.getKey() + "=" + d.getValue()).toList();
    Frontend.Options options =
        new Frontend.Options(
            target,
            request.includes(),
            platform.content().includes(),
            defines,
            Origin.Kind.USER,
            platform.labels());
    PlatformUnits units = PlatformUnits.begin(platform, target, defines);
    Program driver = Frontend.read(request.files(), options, clock);
    ProgramCloser closer = new ProgramCloser(driver, platform, units, clock);
    EntryPoints entries = clock.time("entry-points", closer::entryPoints);
    return new Subject(platform, defines, driver, entries, closer.close(request.entries()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.PlatformLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Which code is meant, and how to read it: what {@code check} and {@code entries} have in common.
 */
final class SourceOptions {
  @Parameters(paramLabel = "FILE.c", description = "The C files of one program.", arity = "0..*")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "-I",
      paramLabel = "DIR",
      description = "Looks for headers here, before the platform's own.")
  private List<Path> includes = new ArrayList<>();

  @Option(
      names = "-D",
      paramLabel = "NAME[=VALUE]",
      mapFallbackValue = "1",
      description = "Defines a macro, as 1 where no value is given.")
  private Map<String, String> defines = new LinkedHashMap<>();

  @Option(
      names = "--platform",
      paramLabel = "P",
      description =
          "What surrounds the code: wdm, ndis, svcomp or none. Default: what the rules or the included headers ask for.")
  private @Nullable String platform;

  @Option(
      names = "--entry",
      paramLabel = "F[,G]",
      split = ",",
      description = "Calls these functions, each alone, instead of the entry points found.")
  private List<String> entries = new ArrayList<>();

  @Option(
      names = {"--target", "--data-model"},
      paramLabel = "ABI",
      description =
          "ilp32, lp64 or llp64. Default: the platform's (wdm, ndis: llp64, others: lp64).")
  private @Nullable Target target;

  /** The files; at least one, and all can be read. */
  List<Path> files() throws UsageException, InputException {
    if (files.isEmpty()) {
      throw new UsageException("no C files given", "proviso check driver.c -r SpinLock");
    }
    CodeFiles.check(files, includes);
    return files;
  }

  /** All of it, checked as far as the command line goes. */
  Subject.Request request() throws UsageException, InputException {
    return new Subject.Request(files(), includes, defines, entries);
  }

  /** The platform that was named; there is one of that name. */
  Optional<String> platform() throws UsageException {
    List<String> known = PlatformLibrary.builtIn().names();
    if (platform != null && !known.contains(platform)) {
      List<String> help = new ArrayList<>(List.of(NearNames.help(platform, known)));
      help.add("the platforms are " + String.join(", ", known));
      throw new UsageException(
          "there is no platform '" + platform + "'", help.toArray(String[]::new));
    }
    return Optional.ofNullable(platform);
  }

  Optional<Target> target() {
    return Optional.ofNullable(target);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.build.Build;
import dev.proviso.frontend.build.CompilationDatabase;
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
  @Parameters(
      paramLabel = "FILE.c",
      description = "The C files of one program; with -p, those of its files that are meant.",
      arity = "0..*")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "-p",
      paramLabel = "compile_commands.json",
      description = "Reads the files of a build as they are compiled; proviso capture records one.")
  private @Nullable Path build;

  @Option(
      names = "--main",
      paramLabel = "FILE.c",
      description =
          "With -p: the file whose main is meant, where the build makes several programs.")
  private @Nullable Path main;

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
          "ilp32, lp64 or llp64. Default: the build's, or the platform's (wdm, ndis: llp64, others: lp64).")
  private @Nullable Target target;

  private @Nullable Code code;

  /** The code; there is some, and all of it that is named can be read. */
  Code code() throws UsageException, InputException {
    if (code == null) {
      code = build == null ? named() : built(build);
    }
    return code;
  }

  private Code named() throws UsageException, InputException {
    if (files.isEmpty()) {
      throw new UsageException(
          "no C files given",
          "proviso check driver.c -r SpinLock",
          "or, as a build compiles them: proviso check -p compile_commands.json -r SpinLock");
    }
    CodeFiles.check(files, includes);
    return new Code.Files(files, includes, List.of(), macros(), Optional.ofNullable(target));
  }

  private Code built(Path database) throws InputException {
    CodeFiles.check(files, includes);
    return new Code.Built(
        build(database, files),
        Optional.ofNullable(main),
        includes,
        macros(),
        Optional.ofNullable(target));
  }

  /** A recorded build, or those of its files that are named. */
  static Build build(Path database, List<Path> files) throws InputException {
    Build all = Build.of(CompilationDatabase.read(database));
    return files.isEmpty() ? all : all.only(files);
  }

  private List<String> macros() {
    return defines.entrySet().stream().map(d -> d.getKey() + "=" + d.getValue()).toList();
  }

  /** All of it, checked as far as the command line goes. */
  Subject.Request request() throws UsageException, InputException {
    return new Subject.Request(code(), entries);
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
}

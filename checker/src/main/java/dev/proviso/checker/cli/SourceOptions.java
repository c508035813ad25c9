// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.PlatformLibrary;
import java.io.IOException;
import java.nio.file.Files;
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
    List<Message> messages = new ArrayList<>();
    files.forEach(file -> problem(file).ifPresent(messages::add));
    for (Path include : includes) {
      if (!Files.isDirectory(include)) {
        messages.add(Message.error(whole(include), "no such directory, though -I names it"));
      }
    }
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
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

  private static Optional<Message> problem(Path file) {
    if (Files.isDirectory(file)) {
      String help = "name its C files: " + file + (file.toString().endsWith("/") ? "*.c" : "/*.c");
      return Optional.of(
          Message.error(whole(file), "this is a directory, and a C file is meant", help));
    }
    if (!Files.exists(file)) {
      return Optional.of(Message.error(whole(file), "no such file", near(file)));
    }
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(
            Message.error(whole(file), "the file cannot be read", "look at its permissions"));
  }

  private static String[] near(Path missing) {
    @Nullable Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return new String[] {"there is no directory " + folder + " either"};
    }
    try (var siblings = Files.list(folder)) {
      List<String> names = siblings.map(f -> String.valueOf(f.getFileName())).sorted().toList();
      return NearNames.help(String.valueOf(missing.getFileName()), names);
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static SourceRange whole(Path file) {
    return new SourceRange(file.toString(), 0, 0, 0, 0);
  }
}

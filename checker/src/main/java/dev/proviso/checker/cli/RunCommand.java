// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.interpret.Choices;
import dev.proviso.frontend.interpret.Finding;
import dev.proviso.frontend.interpret.Interpreter;
import dev.proviso.frontend.interpret.Outcome;
import dev.proviso.frontend.interpret.Settings;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code proviso run}: executes a program. */
@Command(
    name = "run",
    description = {
      "Executes a C program in the interpreter, with this command's input, output and exit code.",
      "Uses of memory that C leaves undefined are reported, and the program goes on."
    },
    footer = {
      "",
      "What follows -- goes to the program.",
      "Exit code: the program's; 5 where a limit or code that cannot be executed ends it, 2 where it cannot be read."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.c… [-- ARGS]",
      hideParamSyntax = true,
      description = "The C files of one program, and the program's arguments.")
  private List<String> words = new ArrayList<>();

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
      description = "Looks for headers here, before the built-in ones.")
  private List<Path> includes = new ArrayList<>();

  @Option(
      names = "-D",
      paramLabel = "NAME[=VALUE]",
      mapFallbackValue = "1",
      description = "Defines a macro, as 1 where no value is given.")
  private Map<String, String> defines = new LinkedHashMap<>();

  @Option(
      names = "--system",
      paramLabel = "DIR",
      description = "Looks for headers here instead of the built-in ones.")
  private List<Path> systemIncludes = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "ABI",
      description = "ilp32, lp64 or llp64. Default: the build's, or lp64.")
  private @Nullable Target target;

  @Option(
      names = "--step-limit",
      paramLabel = "N",
      description = "Ends the program after that many steps. Default: no limit.")
  private long stepLimit = Long.MAX_VALUE;

  @Option(names = "--strict", description = "Ends the program at the first report, with code 5.")
  private boolean isStrict;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException {
    int count = words.size() - programArguments();
    List<Path> files = words.subList(0, count).stream().map(Path::of).toList();
    CodeFiles.check(files, includes);
    Code code = code(files);
    Platform plain = PlatformLibrary.builtIn().load(PlatformLibrary.NONE);
    Program program = code.read(plain, code.target().orElse(plain.target()), console);
    List<String> arguments = new ArrayList<>(words.subList(count, words.size()));
    arguments.addFirst(String.valueOf(code.files().getFirst()));
    return code(Interpreter.run(program, settings(arguments)).outcome());
  }

  /** How many words stand behind {@code --}. */
  private int programArguments() {
    if (spec == null) {
      return 0;
    }
    List<String> given = spec.root().commandLine().getParseResult().originalArgs();
    int separator = given.indexOf("--");
    return separator < 0 ? 0 : given.size() - separator - 1;
  }

  private Code code(List<Path> files) throws UsageException, InputException {
    List<String> macros =
        defines.entrySet().stream().map(d -> d.getKey() + "=" + d.getValue()).toList();
    Optional<Target> machine = Optional.ofNullable(target);
    if (build != null) {
      return new Code.Built(
          SourceOptions.build(build, files), Optional.ofNullable(main), includes, macros, machine);
    }
    if (files.isEmpty()) {
      throw new UsageException("no C files given", "proviso run hello.c -- ARGUMENTS");
    }
    return new Code.Files(files, includes, systemIncludes, macros, machine);
  }

  private Settings settings(List<String> arguments) {
    return new Settings(
        arguments,
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        stepLimit,
        Settings.USUAL_DEPTH,
        Choices.USUAL,
        this::report);
  }

  private void report(Finding finding) {
    console.print(Message.warning(finding.place().range(), finding.sentence()));
    if (isStrict) {
      throw new Settings.Enough(finding.sentence());
    }
  }

  private int code(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exited exited -> exited.code();
      case Outcome.Stopped stopped -> stopped.code();
      case Outcome.Aborted aborted -> {
        SourceRange place = aborted.place().range();
        console.print(Message.error(place, "the rule is broken here: " + aborted.message()));
        yield ExitCode.VIOLATED.code();
      }
    };
  }
}

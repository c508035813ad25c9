// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.build.CompilationDatabase;
import dev.proviso.frontend.build.CompileCommand;
import dev.proviso.frontend.build.DatabaseWriter;
import dev.proviso.frontend.capture.Capture;
import dev.proviso.frontend.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proviso capture}: records a build. */
@Command(
    name = "capture",
    description = {
      "Runs a build and records how it compiles each file, for proviso check -p.",
      "Compilers are seen that are called by their names (cc, gcc, clang, *-gcc, …), or by a path that the command",
      "or CC names. Not seen: those that the build calls by a path of its own (CMake: record the cmake call as well,",
      "or -DCMAKE_EXPORT_COMPILE_COMMANDS=ON; Meson writes the file itself), and what is up to date (make clean first)."
    },
    footer = {
      "",
      "Exit code: the build's; 1 where it cannot be started, 2 where the file cannot be written."
    })
final class CaptureCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "-- COMMAND",
      hideParamSyntax = true,
      description = "The build, such as: -- make -j4")
  private List<String> command = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes this file. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("compile_commands.json");

  @Option(
      names = "--append",
      description = "Keeps the entries of files that this build does not compile.")
  private boolean appends;

  CaptureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException, InterruptedException {
    if (command.isEmpty()) {
      throw new UsageException("which build?", "proviso capture -- make");
    }
    List<CompileCommand> old =
        appends && Files.exists(output) ? CompilationDatabase.read(output) : List.of();
    Capture.Recording recording;
    try {
      recording = Capture.run(command);
    } catch (IOException e) {
      throw new UsageException(
          "the build cannot be started: " + e.getMessage(), "proviso capture -- make");
    }
    return write(old, recording);
  }

  private int write(List<CompileCommand> old, Capture.Recording recording) throws InputException {
    List<CompileCommand> all =
        recording.calls().stream()
            .flatMap(c -> CompileCommand.of(c.directory(), c.arguments()).stream())
            .toList();
    List<CompileCommand> there = all.stream().filter(CaptureCommand::isThere).toList();
    List<CompileCommand> entries =
        DatabaseWriter.merged(old.stream().filter(CaptureCommand::isThere).toList(), there);
    try {
      DatabaseWriter.write(output, entries);
    } catch (IOException e) {
      throw new InputException(
          dev.proviso.frontend.source.Message.error(
              new dev.proviso.frontend.source.SourceRange(output.toString(), 0, 0, 0, 0),
              "this file cannot be written: " + e.getMessage(),
              "name another one with -o"));
    }
    tell(recording, all.size() - there.size(), entries.size());
    return recording.exitCode();
  }

  private static boolean isThere(CompileCommand command) {
    return Files.isRegularFile(command.path());
  }

  private void tell(Capture.Recording recording, int gone, int entries) {
    String left = gone == 0 ? "" : ", " + gone + " of files that are gone again left out";
    console.note(
        recording.calls().size()
            + " compiler calls seen, "
            + entries
            + " entries in "
            + output
            + left);
    if (recording.calls().isEmpty()) {
      console.complain(
          "no call of a compiler was seen",
          List.of(
              "is all up to date? run make clean first",
              "proviso capture --help says which calls cannot be seen"));
    }
    if (recording.exitCode() != 0) {
      console.note("the build failed with code " + recording.exitCode());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.smt.SolverUnavailableException;
import dev.proviso.checker.report.Sources;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.NearNames;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the program starts: from arguments to an exit code, whatever happens in between. */
public final class Main {
  private Main() {}

  /** The {@code proviso} command. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, false, System.err.charset());
    // The launcher knows whether a person watches; Java 21 cannot tell for one stream alone.
    boolean terminal = Boolean.getBoolean("proviso.terminal");
    int code = run(new Console(out, err, terminal, new Sources(), Duration.ZERO), arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs the command and returns its exit code; nothing is thrown. */
  static int run(Console console, String... arguments) {
    CommandLine command = Commands.line(console, arguments);
    command.setOut(console.out()).setErr(console.err());
    command.setParameterExceptionHandler((e, args) -> usage(console, e));
    command.setExecutionExceptionHandler((e, commandLine, result) -> failure(console, e));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return command.execute(arguments);
    } catch (Throwable e) {
      return failure(console, e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static int usage(Console console, ParameterException e) {
    List<String> help = new ArrayList<>();
    if (e instanceof UnmatchedArgumentException unmatched) {
      CommandLine command = e.getCommandLine();
      List<String> known = new ArrayList<>(command.getSubcommands().keySet());
      known.addAll(command.getCommandSpec().optionsMap().keySet());
      help.addAll(List.of(NearNames.help(unmatched.getUnmatched().get(0), known)));
    }
    help.add(e.getCommandLine().getCommandSpec().qualifiedName() + " --help shows what there is");
    console.complain(sentence(e), help);
    return ExitCode.USAGE.code();
  }

  private static String sentence(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    return message.isEmpty()
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static int failure(Console console, Throwable e) {
    switch (e) {
      case UsageException usage -> {
        console.complain(usage.sentence(), usage.help());
        return ExitCode.USAGE.code();
      }
      case InputException input -> {
        console.print(input.messages());
        return (input.isIncomplete() ? ExitCode.UNKNOWN : ExitCode.INPUT).code();
      }
      case SolverUnavailableException solver -> {
        console.print(solver.userMessage());
        return ExitCode.INTERNAL.code();
      }
      default -> {
        Breakdown.report(console, e);
        return ExitCode.INTERNAL.code();
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: it only has subcommands, which {@link Commands} names. */
@Command(
    name = "proviso",
    description =
        "Proves that C code keeps the rules of an API, or shows step by step how it breaks one.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = picocli.CommandLine.ScopeType.INHERIT,
    footer = {
      "",
      "The main job:  proviso check driver.c -r SpinLock",
      "Exit codes:    0 every rule holds or does not apply, 10 some rule is violated, 5 unknown,",
      "               1 usage, 2 input cannot be read, 6 internal error"
    })
final class ProvisoCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which command? check, entries, rule, run, capture, suite, bp or doctor");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands, which all write to one console. */
final class Commands implements IFactory {
  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(console));
    }
    if (type == EntriesCommand.class) {
      return type.cast(new EntriesCommand(console));
    }
    if (type == RuleCommand.class) {
      return type.cast(new RuleCommand(console));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands, which all write to one console. */
final class Commands implements IFactory {
  private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("check", CheckCommand.class);
    ALL.put("entries", EntriesCommand.class);
    ALL.put("rule", RuleCommand.class);
    ALL.put("run", RunCommand.class);
    ALL.put("capture", CaptureCommand.class);
    ALL.put("suite", SuiteCommand.class);
    ALL.put("bp", BpCommand.class);
    ALL.put("doctor", DoctorCommand.class);
  }

  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  /**
   * The command for these arguments. Reading what a subcommand is takes time: where the first
   * argument names one, the others cannot be meant.
   */
  static CommandLine line(Console console, String... arguments) {
    Commands commands = new Commands(console);
    CommandLine line = new CommandLine(new ProvisoCommand(), commands);
    @Nullable Class<?> named = arguments.length == 0 ? null : ALL.get(arguments[0]);
    if (named == null) {
      ALL.forEach((name, type) -> line.addSubcommand(name, new CommandLine(type, commands)));
    } else {
      line.addSubcommand(arguments[0], new CommandLine(named, commands));
    }
    return line;
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
    if (type == SuiteCommand.class) {
      return type.cast(new SuiteCommand(console));
    }
    if (type == BpCommand.class) {
      return type.cast(new BpCommand(console));
    }
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(console));
    }
    if (type == CaptureCommand.class) {
      return type.cast(new CaptureCommand(console));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}

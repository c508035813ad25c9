// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.check.RuleChecker;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code proviso rule}: what rules there are, and the workshop for new ones. */
@Command(name = "rule", description = "Lists, shows, checks, tests and makes rules.")
final class RuleCommand implements Runnable {
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();

  RuleCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which? list, show, check, test or new");
  }

  @Command(name = "list", description = "All rules that come with Proviso.")
  int list(
      @Option(names = "--platform", paramLabel = "P", description = "Only those of one platform.")
          @Nullable String platform) {
    for (RuleLibrary.Entry rule : RuleLibrary.builtIn()) {
      if (platform == null || platform.equals(rule.platform())) {
        console.out().printf("%-6s %-28s %s%n", rule.platform(), rule.name(), rule.summary());
      }
    }
    return ExitCode.HOLDS.code();
  }

  @Command(name = "show", description = "A rule's page and its text.")
  int show(@Parameters(paramLabel = "RULE", description = "A name or a .slic file.") String name)
      throws InputException, UsageException {
    RuleLibrary.Found found = RuleChoice.find(name);
    @Nullable String page = page(found.rule());
    console.out().println(page == null ? found.rule().documentation() : page);
    console.out().println("-- " + found.rule().file());
    console.out().print(found.text());
    return ExitCode.HOLDS.code();
  }

  private static @Nullable String page(Rule rule) {
    String path = "/dev/proviso/rules/" + rule.platform() + "/" + rule.name() + "/README.md";
    try (@Nullable InputStream in = RuleLibrary.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  @Command(name = "check", description = "Looks for errors in a rule, without a program.")
  int check(@Parameters(paramLabel = "RULE", description = "A name or a .slic file.") String name)
      throws InputException, UsageException {
    RuleLibrary.Found found = RuleChoice.find(name);
    console.sources().with(found.rule().file(), found.text());
    List<Message> messages = new RuleChecker(PlatformLibrary.builtIn()).check(found.rule());
    console.print(messages);
    boolean wrong = messages.stream().anyMatch(m -> m.severity() == Message.Severity.ERROR);
    console.out().println(found.rule().name() + ": " + (wrong ? "has errors" : "is a rule"));
    return (wrong ? ExitCode.INPUT : ExitCode.HOLDS).code();
  }

  @Command(
      name = "test",
      description = "Checks a rule's folder: its parts, and the verdicts of its examples.")
  int test(
      @Parameters(paramLabel = "DIR", description = "The rule's folder.", arity = "1..*")
          List<Path> folders)
      throws InputException, UsageException {
    boolean good = true;
    for (Path folder : folders) {
      good &= new RuleTest(console).run(folder);
    }
    return (good ? ExitCode.HOLDS : ExitCode.VIOLATED).code();
  }

  @Command(
      name = "new",
      description = "Makes a folder with a rule, its page and its examples, to start from.")
  int create(
      @Parameters(paramLabel = "NAME", description = "The rule's name.") String name,
      @Option(
              names = "--platform",
              paramLabel = "P",
              defaultValue = "none",
              description = "Default: none.")
          String platform,
      @Option(
              names = "--in",
              paramLabel = "DIR",
              defaultValue = ".",
              description = "Where. Default: here.")
          Path folder)
      throws UsageException, InputException {
    Path made = NewRule.create(name, platform, folder);
    console
        .out()
        .println(
            "made " + made + "; next: edit its rule.slic, then `proviso rule test " + made + "`");
    return ExitCode.HOLDS.code();
  }
}

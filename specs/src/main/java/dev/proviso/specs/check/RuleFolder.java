// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule's folder: the rule, its documentation, and examples with their expected verdicts, so that
 * no rule exists without its documentation and its proof that it works.
 *
 * @param rule what {@code rule.slic} says
 * @param examples the C files, bad ones first
 */
public record RuleFolder(Path folder, Rule rule, List<Example> examples) {
  private static final String README = "README.md";
  private static final List<String> SECTIONS =
      List.of("What it checks", "Why", "Bad", "Good", "Applies to");

  public RuleFolder {
    examples = List.copyOf(examples);
  }

  /**
   * An example.
   *
   * @param violations the lines at which the rule is broken: each is the one of some trace's event;
   *     empty in good examples
   */
  public record Example(Path file, List<Integer> violations) {
    public Example {
      violations = List.copyOf(violations);
    }

    public boolean isBad() {
      return !violations.isEmpty();
    }
  }

  /**
   * Reads the folder of a rule.
   *
   * @throws InputException with all that is missing or wrong, verdicts aside
   */
  public static RuleFolder read(Path folder) throws InputException {
    Rule rule = RuleLibrary.read(folder).rule();
    List<Message> messages = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    names(folder, rule, messages);
    readme(folder, messages);
    examples(folder, "bad", rule, examples, messages);
    examples(folder, "good", rule, examples, messages);
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
    return new RuleFolder(folder, rule, examples);
  }

  /**
   * Writes a folder for a new rule, to be filled in: it is complete and its examples have their
   * verdicts.
   */
  public static void create(Path folder, String name, String platform) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(RuleLibrary.RULE_FILE), RuleTemplate.rule(name, platform));
    Files.writeString(folder.resolve(README), RuleTemplate.readme(name));
    Files.writeString(folder.resolve("bad.c"), RuleTemplate.bad(name));
    Files.writeString(folder.resolve("good.c"), RuleTemplate.good());
  }

  private static void names(Path folder, Rule rule, List<Message> messages) {
    Path own = folder.toAbsolutePath().normalize().getFileName();
    if (own != null && !own.toString().equals(rule.name())) {
      messages.add(
          Message.error(
              new SourceRange(rule.file(), 1, 1, 1, 1),
              "the rule is called " + rule.name() + ", its folder " + own,
              "give both one name"));
    }
  }

  private static void readme(Path folder, List<Message> messages) {
    Path file = folder.resolve(README);
    String text = text(file, messages);
    if (text.isEmpty()) {
      return;
    }
    for (String section : SECTIONS) {
      if (text.lines().noneMatch(l -> l.matches("#+ " + section + "\\s*"))) {
        messages.add(
            Message.error(
                whole(file), "the section '" + section + "' is missing", "add ## " + section));
      }
    }
  }

  private static void examples(
      Path folder, String kind, Rule rule, List<Example> examples, List<Message> messages) {
    List<Path> files = files(folder, kind, messages);
    if (files.isEmpty()) {
      messages.add(
          Message.error(
              whole(folder),
              "there is no example " + kind + "*.c",
              kind.equals("bad")
                  ? "add one for each abort; the line of the violation ends in: // violates "
                      + rule.name()
                  : "add a near miss that a sloppy checker would report"));
    }
    for (Path file : files) {
      Example example = new Example(file, violations(text(file, messages), rule.name()));
      if (kind.equals("bad") && !example.isBad()) {
        messages.add(
            Message.error(
                whole(file),
                "no line says where the rule is broken",
                "end that line in: // violates " + rule.name()));
      }
      if (kind.equals("good") && example.isBad()) {
        int line = example.violations().getFirst();
        messages.add(
            Message.error(
                new SourceRange(file.toString(), line, 1, line, 1),
                "a good example says that it breaks the rule",
                "remove the comment, or call the file bad…"));
      }
      examples.add(example);
    }
  }

  private static List<Integer> violations(String text, String rule) {
    List<String> lines = text.lines().toList();
    List<Integer> violations = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(".*//\\s*violates\\b.*\\b" + rule + "\\b.*")) {
        violations.add(i + 1);
      }
    }
    return violations;
  }

  private static List<Path> files(Path folder, String kind, List<Message> messages) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches(kind + ".*\\.c"))
          .sorted()
          .toList();
    } catch (IOException e) {
      messages.add(Message.error(whole(folder), "the folder cannot be read"));
      return List.of();
    }
  }

  private static String text(Path file, List<Message> messages) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      messages.add(
          Message.error(
              whole(file), Files.exists(file) ? "the file cannot be read" : "the file is missing"));
      return "";
    }
  }

  private static SourceRange whole(Path file) {
    return new SourceRange(file.toString(), 0, 0, 0, 0);
  }
}

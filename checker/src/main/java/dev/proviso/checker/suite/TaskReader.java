// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.yaml.YamlNode;
import dev.proviso.specs.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads task definitions: those of the competition ({@code format_version: "2.0"}), and our own,
 * which have {@code files} and a verdict for each of several {@code rules}.
 */
final class TaskReader {
  private static final Set<String> VERDICTS = Set.of("HOLDS", "VIOLATED", "NOT APPLICABLE");

  private final String property;

  TaskReader(String property) {
    this.property = property;
  }

  String property() {
    return property;
  }

  /** Whether a YAML file looks like a task definition at all. */
  boolean isDefinition(Path file) {
    try {
      return text(file)
          .lines()
          .anyMatch(l -> l.startsWith("format_version") || l.startsWith("rules:"));
    } catch (InputException e) {
      return false;
    }
  }

  /** The tasks of a definition: of the property that is asked for, or one for each rule. */
  List<Task> read(Path file, String set) throws InputException {
    YamlNode root = YamlReader.read(file.toString(), text(file));
    List<Message> messages = new ArrayList<>();
    Reading reading = new Reading(file, set, messages);
    List<Task> tasks =
        child(root, "rules").isPresent() ? reading.ofRules(root) : reading.ofProperty(root);
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
    return tasks;
  }

  private static String text(Path file) throws InputException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 0, 0, 0, 0), "the task definition cannot be read"));
    }
  }

  private static Optional<YamlNode> child(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping m
        ? m.entries().stream()
            .filter(e -> e.key().text().equals(key))
            .map(YamlNode.Entry::value)
            .findFirst()
        : Optional.empty();
  }

  private static YamlNode at(YamlNode node, String key) {
    return child(node, key).orElse(node);
  }

  private static Optional<String> value(YamlNode node, String key) {
    return child(node, key)
        .flatMap(n -> n instanceof YamlNode.Scalar s ? Optional.of(s.text()) : Optional.empty());
  }

  private static List<YamlNode> items(Optional<YamlNode> node) {
    return node.map(n -> n instanceof YamlNode.Sequence s ? s.items() : List.of(n))
        .orElse(List.of());
  }

  private final class Reading {
    private final Path file;
    private final String set;
    private final List<Message> messages;

    Reading(Path file, String set, List<Message> messages) {
      this.file = file;
      this.set = set;
      this.messages = messages;
    }

    List<Task> ofProperty(YamlNode root) {
      if (value(root, "format_version").filter(v -> v.startsWith("2.")).isEmpty()) {
        complain(root, "this is no task definition of format_version \"2.0\"");
        return List.of();
      }
      List<String> files = files(root, "input_files");
      List<Task> tasks = new ArrayList<>();
      for (YamlNode asked : items(child(root, "properties"))) {
        Optional<String> propertyFile = value(asked, "property_file");
        if (propertyFile.isPresent() && isAsked(propertyFile.get())) {
          List<String> arguments = new ArrayList<>();
          arguments.add("--property=" + file.resolveSibling(propertyFile.get()).normalize());
          dataModel(root).ifPresent(m -> arguments.add("--data-model=" + m));
          arguments.addAll(files);
          tasks.add(new Task(set, file.toString(), property, expected(asked), arguments));
        }
      }
      return tasks;
    }

    /** By the file's name. */
    private boolean isAsked(String propertyFile) {
      return String.valueOf(Path.of(propertyFile).getFileName()).equals(property + ".prp");
    }

    private Optional<String> dataModel(YamlNode root) {
      Optional<YamlNode> options = child(root, "options");
      Optional<String> model = options.flatMap(o -> value(o, "data_model"));
      if (model.isPresent() && !Set.of("ILP32", "LP64").contains(model.get())) {
        complain(
            at(options.get(), "data_model"),
            "the data model is ILP32 or LP64, not '" + model.get() + "'");
      }
      return model;
    }

    private String expected(YamlNode asked) {
      Optional<String> verdict = value(asked, "expected_verdict");
      return switch (verdict.orElse("").toLowerCase(Locale.ROOT)) {
        case "" -> "";
        case "true" -> "TRUE";
        case "false" -> "FALSE";
        default -> {
          complain(
              at(asked, "expected_verdict"),
              "the expected verdict is true or false, not '" + verdict.get() + "'");
          yield "";
        }
      };
    }

    List<Task> ofRules(YamlNode root) {
      List<String> files = files(root, "files");
      List<Task> tasks = new ArrayList<>();
      if (!(child(root, "rules").orElseThrow() instanceof YamlNode.Mapping rules)) {
        complain(root, "'rules' names rules, each with its verdict");
        return tasks;
      }
      for (YamlNode.Entry rule : rules.entries()) {
        String verdict = rule.value() instanceof YamlNode.Scalar s ? s.text() : "";
        if (!VERDICTS.contains(verdict)) {
          complain(rule.value(), "a verdict is HOLDS, VIOLATED or NOT APPLICABLE");
        }
        List<String> arguments = new ArrayList<>();
        arguments.add("--rule=" + rule.key().text());
        value(root, "platform").ifPresent(p -> arguments.add("--platform=" + p));
        arguments.addAll(files);
        tasks.add(new Task(set, file.toString(), rule.key().text(), verdict, arguments));
      }
      return tasks;
    }

    private List<String> files(YamlNode root, String key) {
      List<String> files = new ArrayList<>();
      for (YamlNode item : items(child(root, key))) {
        if (item instanceof YamlNode.Scalar s) {
          Path input = file.resolveSibling(s.text()).normalize();
          if (!Files.isRegularFile(input)) {
            complain(item, "there is no file " + input);
          }
          files.add(input.toString());
        }
      }
      if (files.isEmpty()) {
        complain(root, "the task has no '" + key + "'");
      }
      return files;
    }

    private void complain(YamlNode at, String sentence) {
      messages.add(Message.error(at.range(), sentence));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files and folders → tasks, in the order of their names. */
public final class TaskFinder {
  private final TaskReader reader;
  private final List<Message> messages = new ArrayList<>();

  private TaskFinder(String property) {
    this.reader = new TaskReader(property);
  }

  /**
   * What was found.
   *
   * @param messages what is wrong with definitions that were left out
   */
  public record Found(List<Task> tasks, List<Message> messages) {
    public Found {
      tasks = List.copyOf(tasks);
      messages = List.copyOf(messages);
    }
  }

  /**
   * Looks for tasks.
   *
   * @param property the name of the property that is asked for, where a definition has several
   * @param places task definitions, or folders that are searched for such
   */
  public static Found find(String property, List<Path> places) {
    TaskFinder finder = new TaskFinder(property);
    Map<Task.Key, Task> distinct = new LinkedHashMap<>();
    for (Path place : places) {
      List<Task> tasks = Files.isDirectory(place) ? finder.inFolder(place) : finder.inFile(place);
      tasks.forEach(t -> distinct.putIfAbsent(t.key(), t));
    }
    return new Found(List.copyOf(distinct.values()), finder.messages);
  }

  private List<Task> inFile(Path file) {
    SourceRange whole = new SourceRange(file.toString(), 0, 0, 0, 0);
    boolean exists = Files.isRegularFile(file);
    if (!exists || !file.toString().endsWith(".yml")) {
      String help = "name a task definition (.yml) or a folder that holds some";
      String sentence = exists ? "this is no task definition" : "there is no such task or folder";
      messages.add(Message.error(whole, sentence, help));
      return List.of();
    }
    int before = messages.size();
    List<Task> tasks = read(file, folderOf(file));
    if (tasks.isEmpty() && messages.size() == before) {
      messages.add(Message.error(whole, "the task does not ask for " + reader.property()));
    }
    return tasks;
  }

  private List<Task> read(Path file, String set) {
    try {
      return reader.read(file, set);
    } catch (InputException e) {
      messages.addAll(e.messages());
      return List.of();
    }
  }

  private static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /** The folders below are the sets, unless each of them is a single task. */
  private List<Task> inFolder(Path folder) {
    String whole = folderOf(folder.resolve("any"));
    Map<Path, List<Task>> byPart = new LinkedHashMap<>();
    for (Path file : definitions(folder)) {
      Path part = folder.relativize(file).getName(0);
      byPart.computeIfAbsent(part, p -> new ArrayList<>()).addAll(read(file, whole));
    }
    boolean single =
        byPart.values().stream()
            .allMatch(tasks -> tasks.stream().map(Task::name).distinct().count() <= 1);
    List<Task> tasks = new ArrayList<>();
    byPart.forEach(
        (part, some) -> {
          boolean isSet = !single && Files.isDirectory(folder.resolve(part));
          some.forEach(t -> tasks.add(isSet ? t.in(part.toString()) : t));
        });
    return tasks;
  }

  private List<Path> definitions(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".yml") && reader.isDefinition(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

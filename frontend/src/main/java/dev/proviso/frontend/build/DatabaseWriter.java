// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Writes a {@code compile_commands.json}. */
public final class DatabaseWriter {
  private static final Comparator<CompileCommand> ORDER =
      Comparator.comparing((CompileCommand c) -> c.path().toString())
          .thenComparing(CompileCommand::output)
          .thenComparing(c -> String.join(" ", c.arguments()));

  /** What makes an entry: a later one of the same three replaces it. */
  private record Key(Path directory, String file, String output) {}

  private DatabaseWriter() {}

  /** All of them, but of those that make the same thing of the same file the last alone. */
  public static List<CompileCommand> merged(List<CompileCommand> old, List<CompileCommand> fresh) {
    SequencedMap<Key, CompileCommand> entries = new LinkedHashMap<>();
    for (List<CompileCommand> commands : List.of(old, fresh)) {
      commands.forEach(c -> entries.put(new Key(c.directory(), c.file(), c.output()), c));
    }
    return List.copyOf(entries.values());
  }

  /** Writes them in the order of their files, which does not depend on the build's. */
  public static void write(Path file, List<CompileCommand> commands) throws IOException {
    List<CompileCommand> ordered = new ArrayList<>(commands);
    ordered.sort(ORDER);
    Path absolute = file.toAbsolutePath();
    Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(fresh))
            .setPrettyPrinter(printer)) {
      json.writeStartArray();
      for (CompileCommand command : ordered) {
        write(command, json);
      }
      json.writeEndArray();
    }
    Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(CompileCommand command, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("directory", command.directory().toString());
    json.writeStringField("file", command.file());
    json.writeArrayFieldStart("arguments");
    for (String argument : command.arguments()) {
      json.writeString(argument);
    }
    json.writeEndArray();
    if (!command.output().isEmpty()) {
      json.writeStringField("output", command.output());
    }
    json.writeEndObject();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code compile_commands.json}, the format that CMake, Meson, Bear and clang's tools
 * share.
 */
public final class CompilationDatabase {
  private static final String USUAL = "compile_commands.json";
  private static final String FORM =
      "an entry is {\"directory\": …, \"file\": …, and \"arguments\": […] or \"command\": …}";

  private final Path file;
  private final List<CompileCommand> commands = new ArrayList<>();
  private final List<Message> errors = new ArrayList<>();

  private CompilationDatabase(Path file) {
    this.file = file;
  }

  /**
   * The entries in their order.
   *
   * @param named the file, or a directory that holds one of the usual name
   * @throws InputException where it is not there, or is not such a file, with a message for each
   *     entry that is wrong
   */
  public static List<CompileCommand> read(Path named) throws InputException {
    Path file = Files.isDirectory(named) ? named.resolve(USUAL) : named;
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 0, 0, 0, 0),
              "no such file",
              "make it with: proviso capture -- make (CMake: -DCMAKE_EXPORT_COMPILE_COMMANDS=ON; Meson writes it)"));
    }
    CompilationDatabase database = new CompilationDatabase(file);
    database.read();
    if (!database.errors.isEmpty()) {
      throw new InputException(database.errors);
    }
    return List.copyOf(database.commands);
  }

  private void read() throws InputException {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        SourceRange place = json.currentToken() == null ? start() : place(json);
        throw new InputException(
            Message.error(place, "a list of compiler calls is meant here: [ … ]", FORM));
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          entry(json);
        } else {
          errors.add(Message.error(place(json), "this is no entry", FORM));
          json.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      throw new InputException(
          Message.error(
              place(e.getLocation()), "this is not JSON: " + firstSentence(e), "is it whole?"));
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              start(), "this file cannot be read: " + e.getMessage(), "look at its permissions"));
    }
  }

  private static String firstSentence(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }

  private void entry(JsonParser json) throws IOException {
    SourceRange place = place(json);
    int before = errors.size();
    String directory = "";
    String output = "";
    @Nullable String source = null;
    @Nullable List<String> arguments = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "directory" -> directory = text(json, name);
        case "file" -> source = text(json, name);
        case "output" -> output = text(json, name);
        case "command" ->
            arguments = arguments == null ? CommandWords.of(text(json, name)) : arguments;
        case "arguments" -> arguments = texts(json);
        default -> json.skipChildren();
      }
    }
    if (errors.size() > before) {
      return;
    }
    if (source == null || arguments == null || arguments.isEmpty()) {
      String missing = source == null ? "\"file\"" : "\"arguments\" or \"command\"";
      errors.add(Message.error(place, "this entry has no " + missing, FORM));
      return;
    }
    try {
      Path base = file.toAbsolutePath().normalize().getParent();
      Path where = Path.of(directory.replace('\\', '/'));
      Path absolute = base == null ? where : base.resolve(where);
      CompileCommand command =
          new CompileCommand(absolute.normalize(), source, arguments, output, place);
      command.path();
      commands.add(command);
    } catch (InvalidPathException e) {
      errors.add(Message.error(place, "this entry names no possible path: " + e.getMessage()));
    }
  }

  private String text(JsonParser json, String name) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    errors.add(Message.error(place(json), "\"" + name + "\" must be a text in quotes"));
    json.skipChildren();
    return "";
  }

  private List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      errors.add(Message.error(place(json), "\"arguments\" must be a list of texts: [\"cc\", …]"));
      json.skipChildren();
      return texts;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(json, "arguments"));
    }
    return texts;
  }

  private SourceRange start() {
    return new SourceRange(file.toString(), 1, 1, 1, 1);
  }

  private SourceRange place(JsonParser json) {
    return place(json.currentTokenLocation());
  }

  private SourceRange place(@Nullable JsonLocation location) {
    if (location == null) {
      return start();
    }
    int line = Math.max(1, location.getLineNr());
    int column = Math.max(1, location.getColumnNr());
    return new SourceRange(file.toString(), line, column, line, column);
  }
}

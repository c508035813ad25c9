// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * YAML text → {@link YamlNode}, with the place of every piece, which Jackson's own tree does not
 * keep.
 */
public final class YamlReader {
  private final String file;
  private final JsonParser parser;

  private YamlReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  public static YamlNode read(String file, String text) throws InputException {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new InputException(
            Message.error(new SourceRange(file, 1, 1, 1, 1), "the file is empty"));
      }
      return new YamlReader(file, parser).node(first);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      SourceRange range = at == null ? new SourceRange(file, 1, 1, 1, 1) : range(file, at);
      throw new InputException(
          Message.error(range, "not YAML: " + sentences(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a String gives none
    }
  }

  private YamlNode node(JsonToken token) throws IOException {
    SourceRange range = range(file, parser.currentTokenLocation());
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        items.add(node(t));
      }
      return new YamlNode.Sequence(items, range);
    }
    if (token == JsonToken.START_OBJECT) {
      List<YamlNode.Entry> entries = new ArrayList<>();
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
        SourceRange at = range(file, parser.currentTokenLocation());
        YamlNode.Scalar key = new YamlNode.Scalar(parser.getText(), at);
        entries.add(new YamlNode.Entry(key, node(parser.nextToken())));
      }
      return new YamlNode.Mapping(entries, range);
    }
    // `key:` with nothing after it is an empty list, as people write it when they delete the last
    // item.
    return token == JsonToken.VALUE_NULL
        ? new YamlNode.Sequence(List.of(), range)
        : new YamlNode.Scalar(parser.getText(), range);
  }

  private static SourceRange range(String file, JsonLocation at) {
    return new SourceRange(
        file, at.getLineNr(), at.getColumnNr(), at.getLineNr(), at.getColumnNr());
  }

  /**
   * The parser's sentences, without the pieces of text and the places that it indents between them.
   */
  private static String sentences(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .collect(Collectors.joining(": "));
  }
}

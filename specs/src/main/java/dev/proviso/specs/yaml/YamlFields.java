// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.yaml;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of one YAML mapping. What is wrong goes to a list of messages, and a harmless value is
 * given in its place.
 */
public final class YamlFields {
  private final SourceRange range;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();
  private final List<Message> messages;

  private YamlFields(SourceRange range, List<Message> messages) {
    this.range = range;
    this.messages = messages;
  }

  /**
   * @param what names the mapping in messages, such as {@code a role}
   * @param known the keys that may stand in it
   */
  public static YamlFields of(
      YamlNode node, String what, Set<String> known, List<Message> messages) {
    YamlFields fields = new YamlFields(node.range(), messages);
    if (!(node instanceof YamlNode.Mapping mapping)) {
      messages.add(Message.error(node.range(), what + " is a mapping, not " + node.kind()));
      return fields;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        String[] help = NearNames.help(key, known);
        String[] all = {"the keys here are " + String.join(", ", known)};
        messages.add(
            Message.error(
                entry.key().range(),
                what + " has no key '" + key + "'",
                help.length > 0 ? help : all));
      } else if (fields.values.put(key, entry.value()) != null) {
        messages.add(Message.error(entry.key().range(), "the key '" + key + "' stands here twice"));
      }
    }
    return fields;
  }

  public SourceRange range() {
    return range;
  }

  public SourceRange rangeOf(String key) {
    YamlNode value = values.get(key);
    return value == null ? range : value.range();
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public YamlNode node(String key) {
    YamlNode value = values.get(key);
    return value == null ? new YamlNode.Sequence(List.of(), range) : value;
  }

  /** A value that must be there. */
  public String text(String key) {
    if (!values.containsKey(key)) {
      messages.add(Message.error(range, "the key '" + key + "' is missing"));
      return "";
    }
    return scalar(node(key), key);
  }

  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  public int number(String key) {
    return number(text(key), rangeOf(key));
  }

  public List<String> texts(String key) {
    return items(key).stream().map(item -> scalar(item, key)).toList();
  }

  public List<Integer> numbers(String key) {
    return items(key).stream().map(item -> number(scalar(item, key), item.range())).toList();
  }

  public List<YamlNode> items(String key) {
    return switch (node(key)) {
      case YamlNode.Sequence s -> s.items();
      case YamlNode.Scalar s -> expectedList(key, s);
      case YamlNode.Mapping m -> expectedList(key, m);
    };
  }

  private List<YamlNode> expectedList(String key, YamlNode node) {
    messages.add(Message.error(node.range(), "'" + key + "' is a list, not " + node.kind()));
    return new ArrayList<>();
  }

  private String scalar(YamlNode node, String key) {
    if (node instanceof YamlNode.Scalar s) {
      return s.text();
    }
    messages.add(
        Message.error(node.range(), "'" + key + "' is a single value, not " + node.kind()));
    return "";
  }

  private int number(String text, SourceRange at) {
    if (text.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      messages.add(
          Message.error(at, "'" + text + "' is not the number of an argument; they count from 1"));
    }
    return 1;
  }
}

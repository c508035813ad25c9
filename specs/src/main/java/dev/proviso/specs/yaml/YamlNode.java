// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.yaml;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;

/** A piece of a YAML text that knows where it stands. */
public sealed interface YamlNode {
  SourceRange range();

  /** What it is, for messages. */
  String kind();

  record Scalar(String text, SourceRange range) implements YamlNode {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  record Sequence(List<YamlNode> items, SourceRange range) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  record Mapping(List<Entry> entries, SourceRange range) implements YamlNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  record Entry(Scalar key, YamlNode value) {}
}

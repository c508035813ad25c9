// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The features that there are: each a text in {@code src/test/resources/features}. */
final class Features {
  private static final Path FOLDER = Path.of("src/test/resources/features");

  private Features() {}

  /** By name. */
  static final List<Feature> ALL = read();

  /** What every program has. */
  static final List<String> STATEMENTS =
      List.of(
          "$L = $V;",
          "$L = $Q;",
          "$L = $Q;",
          "$L @[+=|-=|^=|*=] $V;",
          "$L@[++|--];",
          "if ($C) $S",
          "if ($C) $S",
          "if ($C) { $S $S } else $S",
          "{ int $i = $Q; if ($i) $S else $S if ($i) $S }",
          "{ int $i = $C; $S if ($i) $S }",
          "switch ($V) { case 0: $S @[break;|] case 1: $S break; default: $S }",
          "for (int $i = 0; $i < $N; $i++) { $S }",
          "for (int $i = 0; $i < ($V & 3); $i++) { $S if ($C) @[break;|continue;] $S }",
          "{ unsigned char $i = $Q; while ($i > 0) { $i--; $S } }",
          "{ int $i = 0; do { $S } while (++$i < $N); }",
          "{ int $i = 3; while ($i--) { if ($C) @[continue;|break;] $S } }",
          "if ($C) goto skip$i; $S skip$i: ;");

  private static List<Feature> read() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Feature> features = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        features.add(feature(Files.readAllLines(file)));
      }
      return List.copyOf(features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Declarations, then parts that each begin with a line such as {@code %statements}. */
  private static Feature feature(List<String> lines) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> part = new ArrayList<>();
    parts.put("declarations", part);
    for (String line : lines) {
      if (line.startsWith("%")) {
        part = new ArrayList<>();
        parts.put(line.substring(1), part);
      } else {
        part.add(line);
      }
    }
    return new Feature(
        String.join("\n", parts.get("declarations")) + "\n",
        List.copyOf(parts.get("statements")),
        List.copyOf(parts.get("values")),
        List.copyOf(parts.get("state")));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The figures of a check, added up over its parts. */
final class Figures {
  private final SequencedMap<String, Long> values = new LinkedHashMap<>();

  void add(String name, long value) {
    values.merge(name, value, Long::sum);
  }

  SequencedMap<String, Long> values() {
    return values;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** One activation of a procedure in an execution. Globals are shared by all. */
final class Frame {
  private final Model model;
  private final Map<Variable, Boolean> globals;
  private final Map<Variable, Boolean> own = new HashMap<>();
  private final Map<Variable, Boolean> atEntry = new HashMap<>();

  Frame(Model model, Map<Variable, Boolean> globals) {
    this.model = model;
    this.globals = globals;
  }

  Model model() {
    return model;
  }

  String procedure() {
    return model.flow().procedure().name();
  }

  boolean get(Variable variable) {
    return (variable.isGlobal() ? globals : own).getOrDefault(variable, false);
  }

  boolean get(String name) {
    return get(model.scope().variable(name));
  }

  void set(Variable variable, boolean value) {
    (variable.isGlobal() ? globals : own).put(variable, value);
  }

  /** Where one of its own variables has no value yet. */
  void setIfNone(Variable variable, boolean value) {
    own.putIfAbsent(variable, value);
  }

  /** Remembers the present values as those at the entry. */
  void enter() {
    atEntry.putAll(globals);
    atEntry.putAll(own);
  }

  boolean entryValue(Variable variable) {
    return atEntry.getOrDefault(variable, false);
  }

  /** All that the procedure touches, by name. */
  SequencedMap<String, Boolean> values(Effects effects) {
    SequencedMap<String, Boolean> result = new LinkedHashMap<>();
    effects.touchedGlobals(procedure()).forEach(v -> result.put(v.name(), get(v)));
    model.scope().parameters().forEach(v -> result.put(v.name(), get(v)));
    model.scope().locals().forEach(v -> result.put(v.name(), get(v)));
    return result;
  }
}

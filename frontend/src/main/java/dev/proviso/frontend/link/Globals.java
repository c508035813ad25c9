// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Program.Initialiser;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.program.Variable.Linkage;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which globals of the parts are one, and what they are called. */
final class Globals {
  private final TypeMerger types;
  private final ProcedureNames procedures;
  private final Map<Variable, Variable> merged = new IdentityHashMap<>();
  private final List<Variable> all = new ArrayList<>();
  private final Map<Variable, Variable> initialisedBy = new IdentityHashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Integer> madeUp = new HashMap<>();

  Globals(List<Program> parts, TypeMerger types, ProcedureNames procedures) {
    this.types = types;
    this.procedures = procedures;
    Set<Variable> initialised = initialised(parts);
    Map<String, List<Variable>> external = new LinkedHashMap<>();
    Map<String, Integer> ids = new HashMap<>();
    for (Program part : parts) {
      for (Variable v : part.globals()) {
        if (v.linkage() != Linkage.INTERNAL) {
          external.computeIfAbsent(v.id(), i -> new ArrayList<>()).add(v);
        } else {
          ids.merge(v.id(), 1, Integer::sum);
        }
      }
    }
    Set<String> taken = new HashSet<>(external.keySet());
    for (int i = 0; i < parts.size(); i++) {
      for (Variable v : parts.get(i).globals()) {
        if (v.linkage() == Linkage.INTERNAL) {
          add(v, retyped(v, internalId(i, v, ids, taken), v.type(), v.linkage()));
        } else if (!merged.containsKey(v)) {
          mergeExternal(external.getOrDefault(v.id(), List.of(v)), initialised);
        }
      }
    }
  }

  private static Set<Variable> initialised(List<Program> parts) {
    Set<Variable> variables = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    parts.forEach(p -> p.initialisers().forEach(i -> variables.add(root(i))));
    return variables;
  }

  static Variable root(Initialiser initialiser) {
    LValue place = initialiser.target();
    while (true) {
      switch (place) {
        case LValue.Var v -> {
          return v.variable();
        }
        case LValue.Member m -> place = m.base();
        case LValue.Element e -> place = e.base();
        case LValue.Deref d ->
            throw new IllegalArgumentException("an initialiser through a pointer: " + initialiser);
      }
    }
  }

  List<Message> messages() {
    return messages;
  }

  List<Variable> all() {
    return all;
  }

  /** What stands for a part's global. */
  @Nullable Variable of(Variable global) {
    return merged.get(global);
  }

  /** Whether it is this part's variable whose initial value counts. */
  boolean initialises(Variable global) {
    return global.linkage() == Linkage.INTERNAL || initialisedBy.get(merged.get(global)) == global;
  }

  private void add(Variable before, Variable after) {
    merged.put(before, after);
    all.add(after);
  }

  private Variable retyped(Variable v, String id, Type type, Linkage linkage) {
    return new Variable(
        id, v.name(), types.map(type), v.kind(), linkage, v.isVolatile(), v.declaration());
  }

  private String internalId(int part, Variable v, Map<String, Integer> ids, Set<String> taken) {
    String id = v.id();
    int hash = id.indexOf('#');
    if (hash > 0) {
      // Strings and compound literals are numbered anew.
      String stem = id.substring(0, hash + 1);
      return stem + madeUp.merge(stem, 1, Integer::sum);
    }
    int owner = id.lastIndexOf("::");
    if (owner > 0) {
      String function = procedures.name(part, id.substring(0, owner));
      return unique(function + id.substring(owner), taken);
    }
    boolean clashes = ids.getOrDefault(id, 0) > 1 || taken.contains(id);
    return unique(clashes ? Path.of(v.declaration().file()).getFileName() + "::" + id : id, taken);
  }

  private static String unique(String wished, Set<String> taken) {
    String id = wished;
    for (int i = 2; !taken.add(id); i++) {
      id = wished + "@" + i;
    }
    return id;
  }

  private void mergeExternal(List<Variable> variables, Set<Variable> initialised) {
    Variable chosen = variables.get(0);
    for (Variable v : variables) {
      if (rank(v, initialised) > rank(chosen, initialised)) {
        chosen = v;
      }
    }
    Type type = chosen.type();
    for (Variable v : variables) {
      type = isIncomplete(type) ? v.type() : type;
    }
    Variable result = retyped(chosen, chosen.id(), type, chosen.linkage());
    all.add(result);
    for (Variable v : variables) {
      merged.put(v, result);
      compare(chosen, v, result.type(), initialised);
    }
    initialisedBy.put(result, chosen);
  }

  private static int rank(Variable v, Set<Variable> initialised) {
    return switch (v.linkage()) {
      case DECLARED -> 0;
      case WEAK -> 1;
      case EXTERNAL, INTERNAL -> initialised.contains(v) ? 3 : 2;
    };
  }

  private static boolean isIncomplete(Type type) {
    return type instanceof ArrayType a && a.length() == ArrayType.UNKNOWN_LENGTH;
  }

  private void compare(Variable chosen, Variable other, Type type, Set<Variable> initialised) {
    boolean twice =
        other != chosen
            && other.linkage() != Linkage.WEAK
            && initialised.contains(other)
            && initialised.contains(chosen)
            && !other.declaration().equals(chosen.declaration());
    if (twice) {
      tell(
          Message.Severity.ERROR,
          other,
          "`" + other.name() + "` is defined twice",
          chosen,
          "defined here before");
    }
    Type here = types.map(other.type());
    if (!here.equals(type) && !isIncomplete(here)) {
      tell(
          Message.Severity.WARNING,
          other,
          TypeDifference.sentence(other.name(), here, type),
          chosen,
          "declared here");
    }
  }

  private void tell(
      Message.Severity severity, Variable at, String sentence, Variable other, String note) {
    messages.add(
        new Message(
            severity,
            at.declaration(),
            sentence,
            List.of(new Note(other.declaration(), note)),
            List.of()));
  }
}

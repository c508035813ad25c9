// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.Origin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which role the platform calls which function of the code under check. */
final class Roles {
  private static final String ENTER = "enter_";
  private static final String ENTER_BY_NAME = "enter_entry_";

  private final Set<String> names;
  private final Map<String, List<String>> found;
  private final Map<String, Set<String>> players = new LinkedHashMap<>();

  Roles(Program program, Surroundings surroundings) {
    this.names = surroundings.roles();
    this.found = surroundings.players();
    for (Procedure procedure : program.procedures().values()) {
      if (Planner.isUnderCheck(procedure.origin().kind())) {
        declared(procedure).ifPresent(r -> add(r, procedure.name()));
      }
      if (isEntering(procedure) && procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(e -> addCallee(program, procedure, e));
      }
    }
  }

  private void addCallee(Program program, Procedure caller, Edge edge) {
    if (edge.statement() instanceof Call call && call.callee() instanceof Callee.Direct direct) {
      @Nullable Procedure callee = program.procedures().get(direct.procedure());
      if (callee != null) {
        playedAt(caller, caller.origin().kind(), callee).ifPresent(r -> add(r, callee.name()));
      }
    }
  }

  private void add(String role, String function) {
    players.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(function);
  }

  /** By role, the functions that the platform may call in it. */
  Map<String, Set<String>> players() {
    return players;
  }

  /**
   * The role in which a call calls a function of the code under check: what the harness's {@code
   * enter_ROLE} says; for an entry point given by name, and for a model's call through a pointer,
   * what the function's declaration or registration says.
   */
  Optional<String> playedAt(Procedure caller, Origin.Kind code, Procedure callee) {
    if (Planner.isUnderCheck(code) || !Planner.isUnderCheck(callee.origin().kind())) {
      return Optional.empty();
    }
    String name = enteringName(caller);
    if (isEntering(caller) && !name.startsWith(ENTER_BY_NAME)) {
      String role = name.substring(ENTER.length());
      return names.contains(role) ? Optional.of(role) : Optional.empty();
    }
    return declared(callee);
  }

  private static boolean isEntering(Procedure procedure) {
    return procedure.origin().kind() == Origin.Kind.HARNESS
        && enteringName(procedure).startsWith(ENTER);
  }

  /** Static functions may carry their file's name before their own. */
  private static String enteringName(Procedure procedure) {
    return procedure.name().startsWith(ENTER)
        ? procedure.name()
        : Signature.sourceName(procedure.name());
  }

  private Optional<String> declared(Procedure procedure) {
    Stream<String> annotated =
        procedure.annotations().stream()
            .filter(a -> a.name().equals(Annotation.ROLE) && !a.arguments().isEmpty())
            .map(a -> a.arguments().getFirst());
    return Stream.concat(annotated, found.getOrDefault(procedure.name(), List.of()).stream())
        .filter(names::contains)
        .findFirst();
  }
}

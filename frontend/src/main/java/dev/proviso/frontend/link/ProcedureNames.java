// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** Decides which procedures of the parts are one, which body it has, and what it is called. */
final class ProcedureNames {
  /**
   * The annotation that makes a declaration denote a procedure of another part by its name there.
   */
  static final String ALIAS = "proviso_procedure";

  /** GNU's attribute says the same of functions of one unit. */
  private static final Set<String> ALIASES = Set.of(ALIAS, "alias");

  /** A procedure of one part. */
  record Member(int part, Procedure procedure) {
    boolean hasBody() {
      return !(procedure.body() instanceof Body.Undefined);
    }

    /** A body that gives way to any other: a weak one, or one for inlining only. */
    boolean givesWay() {
      return procedure.annotations().stream()
          .anyMatch(a -> a.name().equals("weak") || a.name().equals(Annotation.INLINE));
    }

    Origin.Kind kind() {
      return procedure.origin().kind();
    }

    private boolean isWeak() {
      return procedure.annotations().stream().anyMatch(a -> a.name().equals("weak"));
    }

    boolean isAlike(Member other) {
      return Printer.print(procedure).equals(Printer.print(other.procedure));
    }
  }

  /** Procedures of parts that are one. */
  static final class Entity {
    private final String name;
    private final List<Member> members = new ArrayList<>();
    private Member chosen;
    private String finalName;

    Entity(String name, Member first) {
      this.name = name;
      this.chosen = first;
      this.finalName = name;
      members.add(first);
    }

    /** The member with the body that counts. */
    Member chosen() {
      return chosen;
    }

    String finalName() {
      return finalName;
    }

    List<Member> members() {
      return members;
    }

    boolean isModelled() {
      return members.stream().anyMatch(m -> m.hasBody() && m.kind() == Origin.Kind.MODEL);
    }

    List<Annotation> annotations() {
      SequencedSet<Annotation> all = new LinkedHashSet<>(chosen.procedure().annotations());
      members.forEach(m -> all.addAll(m.procedure().annotations()));
      return List.copyOf(all);
    }
  }

  private final List<Program> parts;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Entity> externals = new LinkedHashMap<>();
  private final Map<String, Entity> statics = new LinkedHashMap<>();
  private final Map<Procedure, String> keys = new IdentityHashMap<>();
  private final List<Member> aliases = new ArrayList<>();
  private final List<Map<String, String>> namesByPart = new ArrayList<>();

  ProcedureNames(List<Program> parts) {
    this.parts = parts;
    gather();
    externals.values().forEach(this::choose);
    nameStatics();
    nameMembers();
  }

  List<Message> messages() {
    return messages;
  }

  /** The name in the linked program of a part's procedure. */
  String name(int part, String procedure) {
    return namesByPart.get(part).getOrDefault(procedure, procedure);
  }

  /**
   * All procedures of the linked program: those with bodies first, each in the order of the parts.
   */
  List<Entity> entities() {
    List<Entity> ordered = new ArrayList<>();
    for (boolean bodies : List.of(true, false)) {
      for (int i = 0; i < parts.size(); i++) {
        for (Procedure procedure : parts.get(i).procedures().values()) {
          for (Entity e : entitiesOf(procedure)) {
            if (e.chosen.part() == i
                && e.chosen.procedure() == procedure
                && e.chosen.hasBody() == bodies) {
              ordered.add(e);
            }
          }
        }
      }
    }
    return ordered;
  }

  private List<Entity> entitiesOf(Procedure procedure) {
    Entity external = externals.get(externalName(procedure));
    Entity internal = isStatic(procedure) ? statics.get(key(procedure)) : null;
    List<Entity> both = new ArrayList<>();
    if (external != null) {
      both.add(external);
    }
    if (internal != null) {
      both.add(internal);
    }
    return both;
  }

  private void gather() {
    List<Member> internal = new ArrayList<>();
    List<Member> labelled = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      namesByPart.add(new HashMap<>());
      for (Procedure procedure : parts.get(i).procedures().values()) {
        Member member = new Member(i, procedure);
        if (alias(procedure).isPresent() && !member.hasBody()) {
          aliases.add(member);
        } else if (isStatic(procedure) && member.hasBody()) {
          internal.add(member);
        } else if (label(procedure).isPresent() && !member.hasBody()) {
          labelled.add(member);
        } else {
          join(externals, externalName(procedure), member);
        }
      }
    }
    for (Member member : labelled) {
      // Where nobody has that name, as those that a C library redirects to, its own stands.
      String label = label(member.procedure()).orElseThrow();
      boolean isThere = externals.containsKey(label);
      join(externals, isThere ? label : member.procedure().name(), member);
    }
    for (Member member : internal) {
      Entity external = externals.get(member.procedure().name());
      if (external != null && member.kind() == Origin.Kind.HEADER && external.isModelled()) {
        external.members.add(member);
      } else {
        join(statics, key(member.procedure()), member);
      }
    }
  }

  /** The name by which other parts know it: GNU's assembler name, or its own. */
  private static String externalName(Procedure procedure) {
    return procedure.body() instanceof Body.Undefined
        ? procedure.name()
        : label(procedure).orElse(procedure.name());
  }

  private void join(Map<String, Entity> entities, String key, Member member) {
    Entity entity = entities.get(key);
    if (entity == null) {
      entities.put(
          key, new Entity(entities == externals ? key : member.procedure().name(), member));
    } else {
      entity.members.add(member);
    }
  }

  /** A static function of a header that several units include alike is one. */
  private String key(Procedure procedure) {
    return keys.computeIfAbsent(procedure, ProcedureNames::madeKey);
  }

  private static String madeKey(Procedure procedure) {
    return procedure.name() + " " + procedure.origin().range() + " " + Printer.print(procedure);
  }

  static boolean isStatic(Procedure procedure) {
    return procedure.annotations().stream().anyMatch(a -> a.name().equals(Annotation.STATIC));
  }

  private static Optional<String> alias(Procedure procedure) {
    return argument(procedure, ALIASES);
  }

  private static Optional<String> label(Procedure procedure) {
    return argument(procedure, Set.of(Annotation.LABEL));
  }

  private static Optional<String> argument(Procedure procedure, Set<String> names) {
    return procedure.annotations().stream()
        .filter(a -> names.contains(a.name()) && !a.arguments().isEmpty())
        .map(a -> a.arguments().get(0))
        .findFirst();
  }

  /**
   * The user's own body counts before a model's, a model's before a header's; among the user's one
   * that gives way counts where there is no other.
   */
  private void choose(Entity entity) {
    List<Member> bodies = bodies(entity);
    if (bodies.isEmpty()) {
      return;
    }
    List<Member> best = bodies.stream().filter(m -> m.kind() != Origin.Kind.HEADER).toList();
    best = best.isEmpty() ? bodies : best;
    List<Member> own = best.stream().filter(m -> m.kind() != Origin.Kind.MODEL).toList();
    if (!own.isEmpty() && own.size() < best.size()) {
      messages.add(
          about(
              Message.Severity.WARNING,
              own.get(0),
              "`" + entity.name + "` is defined here and modelled too: this definition is used",
              best.stream().filter(m -> m.kind() == Origin.Kind.MODEL).findFirst().orElseThrow(),
              "the model"));
      best = own;
    }
    List<Member> strong = best.stream().filter(m -> !m.givesWay()).toList();
    best = strong.isEmpty() ? best.subList(0, 1) : strong;
    entity.chosen = best.get(0);
    for (Member other : best.subList(1, best.size())) {
      messages.add(
          about(
              Message.Severity.ERROR,
              other,
              "`" + entity.name + "` is defined twice",
              best.get(0),
              "defined here before"));
    }
  }

  /** The definitions; what several units include from one place, and understand alike, is one. */
  private static List<Member> bodies(Entity entity) {
    Map<SourceRange, List<Member>> byPlace = new LinkedHashMap<>();
    for (Member member : entity.members) {
      if (member.hasBody()) {
        List<Member> there =
            byPlace.computeIfAbsent(member.procedure().origin().range(), r -> new ArrayList<>());
        if (there.stream().noneMatch(m -> m.isAlike(member))) {
          there.add(member);
        }
      }
    }
    return byPlace.values().stream().flatMap(List::stream).toList();
  }

  private static Message about(
      Message.Severity severity, Member at, String sentence, Member other, String note) {
    return new Message(
        severity,
        at.procedure().origin().range(),
        sentence,
        List.of(new Note(other.procedure().origin().range(), note)),
        List.of());
  }

  /**
   * A static one keeps its name where it is the only one of that name, or the only one of the
   * user's.
   */
  private void nameStatics() {
    Map<String, List<Entity>> byName = new LinkedHashMap<>();
    statics.values().forEach(e -> byName.computeIfAbsent(e.name, n -> new ArrayList<>()).add(e));
    Set<String> taken = new HashSet<>(externals.keySet());
    statics.values().forEach(e -> taken.add(e.name));
    byName.forEach(
        (name, entities) -> {
          List<Entity> users =
              entities.stream().filter(e -> e.chosen.kind() == Origin.Kind.USER).toList();
          boolean free = !externals.containsKey(name);
          for (Entity entity : entities) {
            boolean keeps =
                free && (entities.size() == 1 || users.size() == 1 && users.get(0) == entity);
            if (!keeps) {
              entity.finalName = unique(qualified(entity), taken);
            }
          }
        });
  }

  private static String qualified(Entity entity) {
    Path file = Path.of(entity.chosen.procedure().origin().range().file()).getFileName();
    return entity.name.contains("::") ? entity.name : file + "::" + entity.name;
  }

  private static String unique(String wished, Set<String> taken) {
    String name = wished;
    for (int i = 2; !taken.add(name); i++) {
      name = wished + "@" + i;
    }
    return name;
  }

  private void nameMembers() {
    List<Entity> all = new ArrayList<>(externals.values());
    all.addAll(statics.values());
    for (Entity entity : all) {
      entity.members.forEach(
          m -> namesByPart.get(m.part()).put(m.procedure().name(), entity.finalName));
    }
    for (Member alias : aliases) {
      if (!isOfOtherPart(alias)) {
        rename(alias, all);
        continue;
      }
      String wanted = alias(alias.procedure()).orElseThrow();
      Optional<Entity> target = target(alias, wanted, all);
      if (target.isPresent()) {
        namesByPart.get(alias.part()).put(alias.procedure().name(), target.get().finalName);
      } else if (parts.size() == 1) {
        // Its part is still to come: it stays a declaration.
        externals.putIfAbsent(
            alias.procedure().name(), new Entity(alias.procedure().name(), alias));
      } else {
        messages.add(
            Message.error(
                alias.procedure().origin().range(),
                "there is no procedure `" + wanted + "` in the other parts"));
      }
    }
  }

  private static boolean isOfOtherPart(Member alias) {
    return alias.procedure().annotations().stream().anyMatch(a -> a.name().equals(ALIAS));
  }

  /** GNU's alias: a further name, for all parts, of a function of its own part. */
  private void rename(Member alias, List<Entity> all) {
    String name = alias.procedure().name();
    String wanted = alias(alias.procedure()).orElseThrow();
    Optional<Entity> target =
        all.stream()
            .filter(e -> e.name.equals(wanted))
            .filter(e -> e.members.stream().anyMatch(m -> m.part() == alias.part() && m.hasBody()))
            .findFirst();
    Entity known = externals.get(name);
    if (target.isEmpty()) {
      messages.add(
          Message.error(
              alias.procedure().origin().range(),
              "`" + name + "` stands for `" + wanted + "`, which this unit does not define"));
    } else if (known != null && known.chosen.hasBody()) {
      namesByPart.get(alias.part()).put(name, known.finalName);
      if (!alias.isWeak() && !known.chosen.isWeak()) {
        messages.add(
            about(
                Message.Severity.ERROR,
                alias,
                "`" + name + "` is defined twice",
                known.chosen,
                "defined here, too"));
      }
    } else {
      namesByPart.get(alias.part()).put(name, target.get().finalName);
      if (known != null) {
        externals.remove(name);
        known.members.forEach(
            m -> namesByPart.get(m.part()).put(m.procedure().name(), target.get().finalName));
      }
    }
  }

  private static Optional<Entity> target(Member alias, String wanted, List<Entity> all) {
    Optional<Entity> byOwnName =
        all.stream()
            .filter(e -> e.chosen.part() != alias.part() && e.name.equals(wanted))
            .min(java.util.Comparator.comparing(e -> e.chosen.kind() == Origin.Kind.USER ? 0 : 1));
    if (byOwnName.isPresent()) {
      return byOwnName;
    }
    return all.stream()
        .filter(e -> e.finalName.equals(wanted) || qualified(e).equals(wanted))
        .min(java.util.Comparator.comparing(e -> e.chosen.part() == alias.part() ? 1 : 0));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.link;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Program.Initialiser;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Links programs: each may be a unit or the result of linking. */
public final class Linker {
  private final List<Program> parts;
  private final TypeMerger types = new TypeMerger();
  private final ProcedureNames names;
  private final Globals globals;
  private final Target target;

  private Linker(List<Program> parts) {
    this.parts = parts;
    this.target = parts.get(0).target();
    this.names = new ProcedureNames(parts);
    this.globals = new Globals(parts, types, names);
  }

  /**
   * One program of several. Its messages are those of the parts and of linking; errors among them
   * mean that the result is of no use.
   */
  public static Program link(List<Program> parts) {
    return new Linker(List.copyOf(parts)).program();
  }

  private Program program() {
    SequencedSet<Message> messages = new LinkedHashSet<>();
    parts.forEach(p -> messages.addAll(p.messages()));
    messages.addAll(names.messages());
    messages.addAll(globals.messages());
    names.entities().forEach(e -> compareKinds(e, messages));
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    for (ProcedureNames.Entity entity : names.entities()) {
      compareTypes(entity, messages);
      Procedure procedure = procedure(entity);
      procedures.put(procedure.name(), procedure);
    }
    CallSites callSites = new CallSites(procedures);
    SequencedMap<String, Procedure> fitting = new LinkedHashMap<>();
    procedures.forEach((name, p) -> fitting.put(name, callSites.fitted(p)));
    String entry =
        parts.stream()
            .map(Program::entry)
            .filter(e -> !e.equals("main"))
            .findFirst()
            .orElse("main");
    messages.addAll(callSites.messages());
    return new Program(
        target,
        globals.all(),
        initialisers(),
        FurtherArgumentsPassed.in(fitting, globals.all(), target),
        entry,
        List.copyOf(messages));
  }

  /** Tells where a function has the name of a variable that other units see. */
  private void compareKinds(ProcedureNames.Entity entity, SequencedSet<Message> messages) {
    Procedure function = entity.chosen().procedure();
    for (Variable variable : globals.all()) {
      if (variable.linkage() != Variable.Linkage.INTERNAL
          && variable.id().equals(entity.finalName())
          && !ProcedureNames.isStatic(function)) {
        boolean both = entity.chosen().hasBody() && variable.linkage() != Variable.Linkage.DECLARED;
        messages.add(
            new Message(
                both ? Message.Severity.ERROR : Message.Severity.WARNING,
                function.origin().range(),
                "`" + variable.name() + "` is a function here, and a variable elsewhere",
                List.of(new Message.Note(variable.declaration(), "declared here")),
                List.of()));
      }
    }
  }

  /** Tells where the user's declarations of one function disagree. */
  private void compareTypes(ProcedureNames.Entity entity, SequencedSet<Message> messages) {
    Procedure chosen = entity.chosen().procedure();
    FunctionType type = types.map(chosen.type());
    for (ProcedureNames.Member member : entity.members()) {
      Procedure other = member.procedure();
      FunctionType otherType = types.map(other.type());
      boolean silent =
          other.origin().kind() != Origin.Kind.USER
              || !otherType.prototyped()
              || !type.prototyped()
              || alike(type, otherType);
      if (!silent) {
        messages.add(
            new Message(
                Message.Severity.WARNING,
                other.origin().range(),
                TypeDifference.sentence(other.name(), otherType, type),
                List.of(new Message.Note(chosen.origin().range(), "declared here")),
                List.of()));
      }
    }
  }

  private static boolean alike(FunctionType a, FunctionType b) {
    return a.result().equals(b.result())
        && a.parameters().equals(b.parameters())
        && a.variadic() == b.variadic();
  }

  private List<Initialiser> initialisers() {
    List<Initialiser> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Rewriter rewriter = rewriter(i, "", "");
      for (Initialiser initialiser : parts.get(i).initialisers()) {
        if (globals.initialises(Globals.root(initialiser))) {
          all.add(
              new Initialiser(
                  rewriter.map(initialiser.target()), rewriter.map(initialiser.value())));
        }
      }
    }
    return all;
  }

  private Rewriter rewriter(int part, String oldName, String newName) {
    String prefix = oldName + "::";
    return new Rewriter(
        types,
        globals,
        name -> names.name(part, name),
        id -> id.startsWith(prefix) ? newName + "::" + id.substring(prefix.length()) : id,
        target.pointerBits());
  }

  private Procedure procedure(ProcedureNames.Entity entity) {
    Procedure before = entity.chosen().procedure();
    String name = entity.finalName();
    Rewriter rewriter = rewriter(entity.chosen().part(), before.name(), name);
    Body body =
        switch (before.body()) {
          case Body.Defined d -> new Body.Defined(cfg(d.cfg(), name, rewriter));
          case Body.Undefined u -> u;
          case Body.Lost l -> l;
        };
    return new Procedure(
        name,
        type(entity),
        before.formals().stream().map(rewriter::map).toList(),
        before.locals().stream().map(rewriter::map).toList(),
        body,
        entity.annotations(),
        before.origin());
  }

  /** The type of the body, or the first declaration that says something of the parameters. */
  private FunctionType type(ProcedureNames.Entity entity) {
    Procedure chosen = entity.chosen().procedure();
    FunctionType type = chosen.type();
    if (!type.prototyped() && !entity.chosen().hasBody()) {
      type =
          entity.members().stream()
              .map(m -> m.procedure().type())
              .filter(FunctionType::prototyped)
              .findFirst()
              .orElse(type);
    }
    return types.map(type);
  }

  private static Cfg cfg(Cfg before, String procedure, Rewriter rewriter) {
    List<Edge> edges =
        before.edges().stream()
            .map(
                e ->
                    new Edge(
                        renamed(e.source(), procedure),
                        rewriter.map(e.statement()),
                        renamed(e.target(), procedure),
                        e.origin()))
            .toList();
    return new Cfg(renamed(before.entry(), procedure), renamed(before.exit(), procedure), edges);
  }

  private static Location renamed(Location location, String procedure) {
    return location.procedure().equals(procedure)
        ? location
        : new Location(procedure, location.ordinal());
  }
}

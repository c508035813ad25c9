// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.specs.platform.EntryPoint.Evidence;
import dev.proviso.specs.platform.EntryPoint.Others;
import dev.proviso.specs.platform.EntryPoint.Selection;
import dev.proviso.specs.platform.EntryPoints.Rejected;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.NamedEntry;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Registrations.Use;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry points of a driver: by role types and attributes on declarations, by code that
 * registers functions, and by name. Several pieces of evidence for one function are joined. Where
 * the code does not tell which selector a function is for, it is taken for any: a function called
 * too often may cost precision, one never called would cost the proof its meaning.
 */
final class EntryFinder {
  private static final Set<String> CLASS_ATTRIBUTES =
      Set.of("sal_function_class", "_Function_class_", "function_class");

  private final Program program;
  private final Platform platform;
  private final FunctionUses uses;
  private final Map<Key, Draft> drafts = new LinkedHashMap<>();
  private final List<Rejected> rejected = new ArrayList<>();

  private record Key(String role, String function) {}

  /** What is known so far of a function in a role. */
  private static final class Draft {
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<BigInteger> values = new LinkedHashSet<>();
    private boolean fillsTable;
    private boolean openSelector;
  }

  private EntryFinder(Program program, Platform platform) {
    this.program = program;
    this.platform = platform;
    this.uses = new FunctionUses(program);
  }

  /**
   * @param program the driver alone
   */
  static EntryPoints find(Program program, Platform platform) {
    return new EntryFinder(program, platform).entryPoints();
  }

  private EntryPoints entryPoints() {
    program.procedures().values().forEach(this::byDeclaration);
    Registrations.find(program, platform, uses).forEach(this::byRegistration);
    platform.names().forEach(this::byName);
    List<EntryPoint> found = new ArrayList<>();
    for (Role role : platform.roles()) {
      drafts.forEach(
          (key, draft) -> {
            if (key.role.equals(role.name())) {
              finish(role, key.function, draft).ifPresent(found::add);
            }
          });
    }
    return new EntryPoints(found, rejected);
  }

  private void byDeclaration(Procedure procedure) {
    for (Annotation annotation : procedure.annotations()) {
      if (annotation.arguments().isEmpty()) {
        continue;
      }
      String name = annotation.arguments().get(0);
      boolean typed = annotation.name().equals(Annotation.ROLE);
      if (typed || CLASS_ATTRIBUTES.contains(annotation.name())) {
        String how =
            typed ? "declared with the role type " + name : "its function class is " + name;
        Optional<Role> role = platform.role(name);
        if (role.isPresent()) {
          evidence(role.get(), procedure.name(), procedure.origin().range(), how)
              .ifPresent(draft -> selectors(role.get(), procedure, draft));
        } else if (procedure.isDefined()) {
          reject(name, procedure, how + ", which is no role of platform " + platform.name());
        }
      }
    }
  }

  private void selectors(Role role, Procedure procedure, Draft draft) {
    if (role.selector() == null) {
      return;
    }
    for (Annotation annotation : procedure.annotations()) {
      if (annotation.name().equals(role.selector().attribute())) {
        for (String argument : annotation.arguments()) {
          Optional<BigInteger> value = selector(argument);
          value.ifPresent(draft.values::add);
          draft.openSelector |= value.isEmpty();
          String sentence = annotation.name() + " says " + argument;
          draft.evidence.add(new Evidence(procedure.origin().range(), sentence));
        }
      }
    }
  }

  /** The front end has put values in place of constants. */
  private static Optional<BigInteger> selector(String text) {
    return text.matches("-?[0-9]+") ? Optional.of(new BigInteger(text)) : Optional.empty();
  }

  private void byRegistration(Use use) {
    Role role = platform.role(use.role()).orElseThrow();
    for (String function : use.functions()) {
      evidence(role, function, use.place(), use.sentence()).ifPresent(draft -> index(draft, use));
    }
    if (!use.complete()) {
      unknownFunctions(role, use);
    }
  }

  private static void index(Draft draft, Use use) {
    switch (use.index()) {
      case Slots.Index.None n -> {}
      case Slots.Index.Value v -> draft.values.add(v.value());
      case Slots.Index.Loop l -> draft.fillsTable = true;
      case Slots.Index.Unknown u -> draft.openSelector = true;
    }
  }

  /**
   * A function that cannot be named is registered: any with the right type whose address is taken
   * may be the one.
   */
  private void unknownFunctions(Role role, Use use) {
    boolean matched = false;
    for (Map.Entry<String, SourceRange> taken : uses.addressTaken().entrySet()) {
      Procedure procedure = program.procedures().get(taken.getKey());
      if (procedure != null && procedure.isDefined() && sameShape(procedure.type(), use.type())) {
        String sentence =
            "its address is taken, and "
                + use.place()
                + " registers an unknown function as "
                + role.name();
        matched = true;
        evidence(role, procedure.name(), taken.getValue(), sentence)
            .ifPresent(d -> d.openSelector = true);
      }
    }
    if (!matched && use.functions().isEmpty()) {
      String why =
          "which function is registered here is not known, and none with its type has its address taken";
      rejected.add(new Rejected(role.name(), "?", use.place(), why));
    }
  }

  private static boolean sameShape(FunctionType a, FunctionType b) {
    return Declarators.print(a).equals(Declarators.print(b));
  }

  private void byName(NamedEntry named) {
    boolean told = drafts.keySet().stream().anyMatch(key -> key.role.equals(named.role()));
    Procedure procedure = program.procedures().get(named.function());
    if (!told && procedure != null) {
      Role role = platform.role(named.role()).orElseThrow();
      String sentence = "platform " + platform.name() + " knows it by this name";
      evidence(role, procedure.name(), procedure.origin().range(), sentence);
    }
  }

  /** The draft to add to, or nothing where the function cannot be an entry point. */
  private Optional<Draft> evidence(Role role, String function, SourceRange place, String sentence) {
    Procedure procedure = program.procedures().get(function);
    if (procedure == null || procedure.body() instanceof Procedure.Body.Undefined) {
      rejected.add(
          new Rejected(role.name(), function, place, sentence + ", but no file given defines it"));
      return Optional.empty();
    }
    Draft draft = drafts.computeIfAbsent(new Key(role.name(), function), k -> new Draft());
    draft.evidence.add(new Evidence(place, sentence));
    return Optional.of(draft);
  }

  private Optional<EntryPoint> finish(Role role, String function, Draft draft) {
    @Nullable Procedure procedure = program.procedures().get(function);
    if (role.calledBy() == Caller.HARNESS && !platform.content().called().contains(role.name())) {
      reject(
          role.name(),
          Objects.requireNonNull(procedure),
          "the harness of platform " + platform.name() + " calls no " + role.name());
      return Optional.empty();
    }
    if (role.selector() == null) {
      return Optional.of(new EntryPoint(role, function, Selection.NONE, draft.evidence));
    }
    boolean known = !draft.values.isEmpty() || draft.fillsTable;
    if (!known && !draft.openSelector && !registeredUnseen(role, function)) {
      reject(
          role.name(),
          Objects.requireNonNull(procedure),
          "nothing registers it: its address is never taken, and no attribute says for what it is");
      return Optional.empty();
    }
    Others others =
        draft.openSelector || !known ? Others.ANY : draft.fillsTable ? Others.UNGIVEN : Others.NONE;
    return Optional.of(
        new EntryPoint(role, function, Selection.of(draft.values, others), draft.evidence));
  }

  /**
   * A function of the role may be registered by code that is not among the files, or in a way that
   * is not understood.
   */
  private boolean registeredUnseen(Role role, String function) {
    boolean someRegistered =
        drafts.entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey().role.equals(role.name())
                        && uses.addressTaken().containsKey(e.getKey().function));
    return uses.addressTaken().containsKey(function) || !someRegistered;
  }

  private void reject(String role, Procedure procedure, String why) {
    rejected.add(new Rejected(role, procedure.name(), procedure.origin().range(), why));
  }
}

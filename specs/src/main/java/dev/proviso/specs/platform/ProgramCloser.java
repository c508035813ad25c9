// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.environment.Completed;
import dev.proviso.frontend.environment.Environment;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.platform.EntryPoint.Evidence;
import dev.proviso.specs.platform.EntryPoint.Selection;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a driver's program what surrounds it: models, and a harness that calls its entry points.
 */
public final class ProgramCloser {
  private static final String MAIN = "main";
  private static final Role MAIN_ROLE = new Role(MAIN, null, Caller.HARNESS);

  private final Program driver;
  private final Platform platform;
  private final PlatformUnits units;
  private final Clock clock;

  /**
   * @param driver an open program, read with the platform's headers
   * @param defines the macros that it was read with
   */
  public ProgramCloser(Program driver, Platform platform, List<String> defines) {
    this(driver, platform, PlatformUnits.begin(platform, driver.target(), defines), new Clock());
  }

  /**
   * @param driver an open program, read with the platform's headers
   * @param units the platform's own code, for the same target and macros
   * @param clock gets the time of what is done here
   */
  public ProgramCloser(Program driver, Platform platform, PlatformUnits units, Clock clock) {
    this.driver = driver;
    this.platform = platform;
    this.units = units;
    this.clock = clock;
  }

  /** What the platform would call. */
  public EntryPoints entryPoints() {
    if (platform.content().harness() != null) {
      return EntryFinder.find(driver, platform);
    }
    return EntryNames.find(driver, MAIN)
        .map(main -> new Evidence(main.origin().range(), "a program starts here"))
        .map(evidence -> new EntryPoint(MAIN_ROLE, MAIN, Selection.NONE, List.of(evidence)))
        .map(entry -> new EntryPoints(List.of(entry), List.of()))
        .orElse(new EntryPoints(List.of(), List.of()));
  }

  /**
   * Closes the program around the entry points that are found, or around functions that are named.
   *
   * @param named functions to be called, each alone, in place of what is found; may be empty
   * @throws InputException where the program and the platform do not fit together
   */
  public Closing close(List<String> named) throws InputException {
    return named.isEmpty() ? aroundEntryPoints() : aroundNamed(named);
  }

  private Closing aroundEntryPoints() throws InputException {
    EntryPoints entries = entryPoints();
    if (entries.found().stream().noneMatch(e -> e.role().calledBy() == Caller.HARNESS)) {
      return new Closing.NoEntryPoint(EntryMessages.nothingFound(driver, platform, entries));
    }
    @Nullable Path harness = platform.content().harness();
    if (harness == null) {
      return closed(aroundFunctions(List.of(MAIN)), entries);
    }
    Program models = clock.time("models", units::models);
    String header =
        HarnessGenerator.entriesHeader(platform, RoleTypes.answer(models), entries, driver);
    Program entering = clock.time("harness", () -> units.harness(header, harness));
    Program linked = link(List.of(driver, RoleTypes.withoutQuestion(models), entering));
    return closed(with(linked, linked.procedures(), MAIN), entries);
  }

  private Closing aroundNamed(List<String> named) throws InputException {
    List<String> functions = new ArrayList<>();
    for (String name : named) {
      Optional<Procedure> procedure = EntryNames.find(driver, name);
      if (procedure.isEmpty()) {
        return new Closing.UnknownEntry(EntryMessages.unknownEntry(driver, name));
      }
      functions.add(procedure.get().name());
    }
    return closed(aroundFunctions(functions), entryPoints());
  }

  private Program aroundFunctions(List<String> functions) throws InputException {
    Program models = clock.time("models", units::models);
    Program linked = link(List.of(driver, RoleTypes.withoutQuestion(models)));
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>(linked.procedures());
    List<String> entries = functions.stream().distinct().map(f -> nameIn(linked, f)).toList();
    EntryHarness.of(linked, platform.initial(), entries).forEach(p -> procedures.put(p.name(), p));
    return with(linked, procedures, EntryHarness.ENTRY);
  }

  private Program link(List<Program> parts) throws InputException {
    return clock.time("link", () -> Frontend.link(parts));
  }

  /** Linking renames a static function whose name another unit has, too. */
  private String nameIn(Program linked, String function) {
    Procedure own = Objects.requireNonNull(driver.procedures().get(function));
    return linked.procedures().values().stream()
        .filter(p -> p.isDefined() == own.isDefined() && p.origin().equals(own.origin()))
        .map(Procedure::name)
        .findFirst()
        .orElse(function);
  }

  private Closing.Closed closed(Program program, EntryPoints entries) throws InputException {
    Predicate<String> pure = pure();
    Completed completed = clock.time("environment", () -> Environment.complete(program, pure));
    List<String> assumptions = new ArrayList<>(platform.assumptions());
    List<String> uncalled =
        entries.rejected().stream()
            .filter(r -> platform.role(r.role()).isPresent())
            .map(r -> r.function() + " (" + r.role() + ")")
            .distinct()
            .toList();
    if (!uncalled.isEmpty()) {
      assumptions.add(
          "the system does not call " + String.join(", ", uncalled) + "; proviso entries says why");
    }
    if (!completed.environmentFunctions().isEmpty()) {
      String what =
          platform.undefined() == Platform.Undefined.RETURNS
              ? "functions without body or model return anything and, those of the platform's headers aside, do nothing else: "
              : "functions without body or model return anything, and may write what their arguments reach and call back what they are given: ";
      assumptions.add(what + String.join(", ", completed.environmentFunctions()));
    }
    return new Closing.Closed(completed.program(), entries, assumptions, units.texts());
  }

  /**
   * Functions of the platform's headers may do more than return, whoever declares them once more.
   */
  private Predicate<String> pure() throws InputException {
    if (platform.undefined() == Platform.Undefined.ANYTHING) {
      return name -> false;
    }
    Set<String> known = units.models().procedures().keySet();
    return name -> !known.contains(name);
  }

  private static Program with(
      Program program, SequencedMap<String, Procedure> procedures, String entry) {
    List<Message> messages = program.messages().stream().filter(m -> !isOwnLibrary(m)).toList();
    return new Program(
        program.target(), program.globals(), program.initialisers(), procedures, entry, messages);
  }

  /**
   * Programs that bring functions of the C library, or of SV-COMP, in place of our models are
   * ordinary.
   */
  private static boolean isOwnLibrary(Message message) {
    return message.severity() == Message.Severity.WARNING
        && message.notes().stream()
            .anyMatch(n -> n.range().file().contains("/" + PlatformLibrary.NONE + "/models/"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.parse.Includes;
import dev.proviso.frontend.parse.Macros;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a unit of an entry, or says why it is none. */
final class EntryReader {
  /** What became of an entry. */
  sealed interface Entry {
    record Read(BuildUnit unit) implements Entry {}

    record Left(Skipped skipped) implements Entry {}
  }

  private final HostCompiler compilers;
  private final Map<String, Integer> unknownFlags = new TreeMap<>();
  private final Set<String> absent = new TreeSet<>();
  private final Set<String> otherMachines = new TreeSet<>();

  EntryReader(HostCompiler compilers) {
    this.compilers = compilers;
  }

  /** Flags that say nothing here, and how often they stand in entries that were read. */
  Map<String, Integer> unknownFlags() {
    return unknownFlags;
  }

  /** What was met and is to be told once. */
  List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (!absent.isEmpty()) {
      notes.add(
          message(
              Severity.NOTE,
              SourceRange.NONE,
              "Proviso's own headers are read: not here, or not to be asked for theirs: "
                  + String.join(", ", absent)));
    }
    if (!otherMachines.isEmpty()) {
      notes.add(
          message(
              Severity.WARNING,
              SourceRange.NONE,
              "the macros of compilers for other machines are guessed; -D names what is missing: "
                  + String.join(", ", otherMachines)));
    }
    return notes;
  }

  private static Message message(Severity severity, SourceRange place, String sentence) {
    return new Message(severity, place, sentence, List.of(), List.of());
  }

  static Skipped skipped(Path file, String why, boolean isCode, SourceRange place) {
    Severity severity = isCode ? Severity.WARNING : Severity.NOTE;
    return new Skipped(file, why, isCode, message(severity, place, file + " is skipped: " + why));
  }

  Entry read(CompileCommand command) {
    Path file = Shown.path(command.path());
    List<String> words = CompilerName.withoutLaunchers(command.arguments());
    String compiler = words.getFirst();
    boolean microsoft = CompilerName.isMicrosoft(compiler);
    CompilerCall call = new CompilerCall(command.directory(), compiler, microsoft);
    try {
      List<String> flags =
          ResponseFiles.expanded(words.subList(1, words.size()), command.directory(), microsoft);
      if (microsoft) {
        MicrosoftFlags.read(call, flags);
      } else {
        GnuFlags.read(call, flags);
      }
    } catch (ResponseFiles.Missing e) {
      return left(file, String.valueOf(e.getMessage()), true, command);
    }
    Language language = Language.of(call, command.file());
    if (language != Language.C && language != Language.PREPROCESSED_C) {
      return left(file, language.why(), language.isCode(), command);
    }
    Optional<Entry> reason = noCompilation(call, file, command);
    return reason.isPresent() ? reason.get() : unit(call, file, language, command);
  }

  private static Entry left(Path file, String why, boolean isCode, CompileCommand command) {
    return new Entry.Left(skipped(file, why, isCode, command.place()));
  }

  private static Optional<Entry> noCompilation(
      CompilerCall call, Path file, CompileCommand command) {
    if (call.stage != CompilerCall.Stage.CODE) {
      return Optional.of(
          left(file, "it is preprocessed or looked at, not compiled", false, command));
    }
    if (!Files.isRegularFile(command.path())) {
      return Optional.of(left(file, "there is no such file", true, command));
    }
    if (!call.notModelled.isEmpty()) {
      String flags = String.join(", ", call.notModelled);
      return Optional.of(
          left(
              file,
              flags + " changes what the code means in a way that is not modelled",
              true,
              command));
    }
    return Optional.empty();
  }

  private Entry unit(CompilerCall call, Path file, Language language, CompileCommand command) {
    Optional<HostCompiler.Answer> answer =
        call.microsoft
            ? Optional.empty()
            : compilers.ask(call.directory, call.compiler, call.aboutTheCompiler);
    Machine machine = answer.map(Machine::of).orElseGet(() -> Machine.guessed(call));
    if (!machine.trouble().isEmpty()) {
      return left(file, "it is compiled " + machine.trouble(), true, command);
    }
    if (answer.isEmpty() && !call.microsoft) {
      absent.add(CompilerName.last(call.compiler));
    }
    if (machine.other()) {
      otherMachines.add(CompilerName.last(call.compiler));
    }
    call.unknown.forEach(f -> unknownFlags.merge(f, 1, Integer::sum));
    boolean charIsUnsigned =
        answer.map(a -> a.has("__CHAR_UNSIGNED__")).orElse(call.charIsUnsigned);
    boolean windows = machine.target() == Target.LLP64 || call.microsoft;
    UnitOptions options =
        new UnitOptions(
            machine.target(),
            new Dialect(
                call.microsoft, charIsUnsigned, call.oldInline, call.shortWideChars, call.packing),
            new Includes(call.quoted, call.user, call.system, call.forced, windows),
            macros(call, machine, answer, language),
            true);
    return new Entry.Read(
        new BuildUnit(
            file,
            options,
            answer.map(HostCompiler.Answer::headers).orElse(List.of()),
            call.last,
            command.place()));
  }

  private static Macros macros(
      CompilerCall call, Machine machine, Optional<HostCompiler.Answer> answer, Language language) {
    if (language == Language.PREPROCESSED_C) {
      return Macros.PREPROCESSED;
    }
    List<String> defined = new ArrayList<>();
    Set<String> undefined = new HashSet<>();
    if (machine.other()) {
      undefined.addAll(
          List.of(
              "__x86_64__",
              "__x86_64",
              "__amd64__",
              "__amd64",
              "__i386__",
              "__i386",
              "__ILP32__",
              "_ILP32"));
      if (!CompilerName.triple(call.compiler).contains("linux")
          && !call.machine.contains("linux")) {
        undefined.addAll(List.of("__linux__", "__linux", "__gnu_linux__", "__unix__", "__unix"));
      }
      machine.macros().forEach((name, value) -> defined.add(name + "=" + value));
    }
    if (answer.isEmpty() && !call.microsoft) {
      Standard.macros(call.standard).forEach(defined::add);
      if (call.charIsUnsigned) {
        defined.add("__CHAR_UNSIGNED__");
      }
    }
    call.macros.forEach(
        (name, value) -> {
          if (value.isPresent()) {
            defined.add(name + "=" + value.get());
          } else {
            undefined.add(name);
            defined.removeIf(d -> d.startsWith(name + "="));
          }
        });
    return new Macros(answer.map(HostCompiler.Answer::macros), defined, undefined);
  }
}

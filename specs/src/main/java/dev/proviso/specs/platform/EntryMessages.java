// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.NamedEntry;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Platform.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say where there is nothing to call. */
final class EntryMessages {
  private static final int SHOWN = 6;

  private EntryMessages() {}

  /** No function of the program is one that the platform calls. */
  static Message nothingFound(Program program, Platform platform, EntryPoints entries) {
    List<Note> notes = new ArrayList<>();
    looked(platform).forEach(sentence -> notes.add(new Note(SourceRange.NONE, sentence)));
    for (EntryPoints.Rejected r : entries.rejected()) {
      notes.add(new Note(r.place(), "'" + r.function() + "' was not taken: " + r.why()));
    }
    List<String> help = new ArrayList<>();
    help.add(callThem(program));
    help.add("or name the platform that the code is for: --platform P");
    String sentence =
        "no entry point found: platform " + platform.name() + " calls no function of this program";
    return new Message(Severity.ERROR, SourceRange.NONE, sentence, notes, help);
  }

  private static List<String> looked(Platform platform) {
    List<String> sentences = new ArrayList<>();
    Stream<String> roles =
        platform.roles().stream()
            .filter(
                r ->
                    r.calledBy() == Caller.HARNESS
                        && platform.content().called().contains(r.name()))
            .map(Role::name);
    add(sentences, "functions declared with one of the role types ", roles);
    Stream<String> stores =
        platform.registrations().stream()
            .filter(Registration.Assignment.class::isInstance)
            .map(Registration.Assignment.class::cast)
            .map(a -> a.type() + "." + a.member());
    add(sentences, "functions assigned to ", stores);
    Stream<String> calls =
        platform.registrations().stream()
            .filter(Registration.CallArgument.class::isInstance)
            .map(Registration.CallArgument.class::cast)
            .map(c -> "argument " + c.argument() + " of " + c.function());
    add(sentences, "functions that are ", calls);
    add(sentences, "functions named ", platform.names().stream().map(NamedEntry::function));
    if (sentences.isEmpty()) {
      sentences.add("looked for a function named main");
    }
    return sentences;
  }

  private static void add(List<String> sentences, String what, Stream<String> names) {
    List<String> all = names.distinct().toList();
    if (!all.isEmpty()) {
      String rest = all.size() > SHOWN ? ", and " + (all.size() - SHOWN) + " more" : "";
      sentences.add(
          "looked for "
              + what
              + String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))
              + rest);
    }
  }

  private static String callThem(Program program) {
    String some = defined(program).limit(2).collect(Collectors.joining(","));
    return "name functions to call, each alone: --entry " + (some.isEmpty() ? "F" : some);
  }

  /** {@code --entry} names a function that the program does not define. */
  static Message unknownEntry(Program program, String name) {
    List<String> known = defined(program).toList();
    boolean declared = program.procedures().containsKey(name);
    String why = declared ? "is declared, but no file given defines it" : "is not in this program";
    String[] near = NearNames.help(name, known);
    String[] all = {"the program defines " + (known.isEmpty() ? "no functions" : some(known))};
    return Message.error(
        SourceRange.NONE,
        "the function '" + name + "' of --entry " + why,
        near.length > 0 ? near : all);
  }

  private static String some(List<String> names) {
    String rest = names.size() > SHOWN ? ", …" : "";
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))) + rest;
  }

  private static Stream<String> defined(Program program) {
    return program.procedures().values().stream()
        .filter(Procedure::isDefined)
        .filter(EntryNames::isUser)
        .map(Procedure::name);
  }
}

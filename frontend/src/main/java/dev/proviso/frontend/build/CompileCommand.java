// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.util.List;

/**
 * One entry of a {@code compile_commands.json}, in either of its forms.
 *
 * @param directory where the compiler was called
 * @param file as the entry names it
 * @param arguments the call, the compiler first
 * @param output what is written, as the call names it; empty where that is not said
 * @param place where the entry stands
 */
public record CompileCommand(
    Path directory, String file, List<String> arguments, String output, SourceRange place) {
  public CompileCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * The entries of one call: one for each source file that it compiles, none where it compiles
   * none.
   *
   * @param arguments the compiler first
   */
  public static List<CompileCommand> of(Path directory, List<String> arguments) {
    List<String> words = CompilerName.withoutLaunchers(arguments);
    boolean microsoft = CompilerName.isMicrosoft(words.getFirst());
    CompilerCall call = new CompilerCall(directory, words.getFirst(), microsoft);
    List<String> flags = words.subList(1, words.size());
    if (microsoft) {
      MicrosoftFlags.read(call, flags);
    } else {
      GnuFlags.read(call, flags);
    }
    if (call.stage != CompilerCall.Stage.CODE) {
      return List.of();
    }
    return call.inputs.stream()
        .filter(i -> !i.equals("-") && !i.startsWith("/dev/"))
        .filter(
            i -> Language.of(call, i) != Language.OBJECT && Language.of(call, i) != Language.OTHER)
        .map(i -> new CompileCommand(directory, i, words, call.output, SourceRange.NONE))
        .toList();
  }

  /** The words of a response file. */
  public static List<String> wordsOf(String text) {
    return CommandWords.posix(text);
  }

  /** The file as a path. */
  public Path path() {
    return directory.resolve(file.replace('\\', '/')).normalize();
  }
}

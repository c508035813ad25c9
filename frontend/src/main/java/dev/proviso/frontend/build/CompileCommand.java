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
 * @param place where the entry stands
 */
public record CompileCommand(
    Path directory, String file, List<String> arguments, SourceRange place) {
  public CompileCommand {
    arguments = List.copyOf(arguments);
  }

  /** The file as a path. */
  public Path path() {
    return directory.resolve(file.replace('\\', '/')).normalize();
  }
}

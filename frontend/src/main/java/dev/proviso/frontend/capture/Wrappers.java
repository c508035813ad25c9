// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.capture;

import dev.proviso.frontend.build.CompilerName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of scripts, each with the name of a compiler: it records how it is called, and becomes
 * that compiler. What the compiler itself calls is not recorded: the folder is taken off the search
 * path.
 */
final class Wrappers {
  private final Path folder;
  private final Path calls;
  private final Set<String> names = new HashSet<>();

  /**
   * @param folder for the scripts
   * @param calls for what they record
   */
  Wrappers(Path folder, Path calls) {
    this.folder = folder;
    this.calls = calls;
  }

  /** Wraps every compiler on a search path, and programs that start compilers. */
  void wrap(String searchPath) throws IOException {
    for (String directory : searchPath.split(File.pathSeparator)) {
      Path place;
      try {
        place = Path.of(directory.isEmpty() ? "." : directory).toAbsolutePath();
      } catch (InvalidPathException e) {
        continue;
      }
      if (!Files.isDirectory(place)) {
        continue;
      }
      try (Stream<Path> programs = Files.list(place)) {
        for (Path program : programs.sorted().toList()) {
          String name = String.valueOf(program.getFileName());
          if (isWatched(name) && Files.isExecutable(program) && names.add(name)) {
            write(folder.resolve(name), program);
          }
        }
      }
    }
  }

  private static boolean isWatched(String name) {
    return CompilerName.isGnu(name) || CompilerName.startsCompilers(name);
  }

  /**
   * A setting whose value begins with the absolute path of a compiler, such as {@code
   * CC=/usr/bin/gcc -m32}, with that of a script that stands for it; none for all others.
   */
  Optional<String> wrapped(String value) throws IOException {
    String first = value.strip().split("\\s+", 2)[0];
    if (!first.startsWith("/") || !isWatched(Path.of(first).getFileName() + "")) {
      return Optional.empty();
    }
    Path program = Path.of(first);
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    Path own = Files.createDirectories(folder.resolve("by-path" + program.getParent()));
    Path script = own.resolve(String.valueOf(program.getFileName()));
    write(script, program);
    return Optional.of(script + value.strip().substring(first.length()));
  }

  private void write(Path script, Path program) throws IOException {
    // Another folder's script of the same name may run another compiler.
    String text =
        """
      #!/bin/sh
      # Written by proviso capture: records this call and becomes the compiler.
      case $PATH in
        '%1$s':*) PATH=${PATH#'%1$s':} ;;
        *:'%1$s':*) PATH=${PATH%%%%:'%1$s':*}:${PATH#*:'%1$s':} ;;
      esac
      export PATH
      n=0
      while ! (set -C; : >'%2$s'/$$.$n) 2>/dev/null && [ -d '%2$s' ]; do n=$((n + 1)); done
      call='%2$s'/$$.$n
      if [ -w "$call" ]; then
        printf '%%s\\0' "$PWD" '%3$s' "$@" >"$call"
        k=2
        for word; do
          case $word in @?*) [ ! -r "${word#@}" ] || cp "${word#@}" "$call@$k" ;; esac
          k=$((k + 1))
        done
      fi
      exec '%3$s' "$@"
      """
            .formatted(quoted(folder), quoted(calls), quoted(program));
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "'\\''");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.parse.Includes;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A C file that the build compiles, and how.
 *
 * @param options what its flags say; of headers, those of {@code -I} and {@code -isystem} alone
 * @param headers the compiler's own directories of headers; none where it could not be asked
 * @param last directories searched after them
 * @param place where the build tells of it
 */
public record BuildUnit(
    Path file, UnitOptions options, List<Path> headers, List<Path> last, SourceRange place) {
  public BuildUnit {
    headers = List.copyOf(headers);
    last = List.copyOf(last);
  }

  /**
   * How to read it on a platform.
   *
   * @param platform the platform's directories of headers
   * @param wins whether they come before the compiler's, and before directories of {@code -I} that
   *     are part of the compiler's (a driver kit's); else they stand in where it has none
   */
  public UnitOptions on(List<Path> platform, boolean wins) {
    Includes includes = options.includes();
    List<Path> kits =
        wins ? includes.user().stream().filter(this::isCompilers).toList() : List.of();
    List<Path> system = new ArrayList<>(options.includes().system());
    system.addAll(wins ? platform : headers);
    system.addAll(kits);
    system.addAll(wins ? headers : List.of());
    system.addAll(last);
    system.addAll(wins ? List.of() : platform);
    // As GCC does: a directory that is searched for system headers anyway is so in its turn alone.
    List<Path> user = includes.user().stream().filter(d -> !system.contains(d)).toList();
    return options.with(
        new Includes(includes.quoted(), user, system, includes.forced(), includes.ignoringCase()));
  }

  private boolean isCompilers(Path directory) {
    return headers.stream().anyMatch(h -> real(directory).startsWith(real(h)));
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      return directory.toAbsolutePath().normalize();
    }
  }

  /** Whether another entry compiles the same file in the same way. */
  boolean isSameAs(BuildUnit other) {
    return file.equals(other.file)
        && options.equals(other.options)
        && headers.equals(other.headers)
        && last.equals(other.last);
  }
}

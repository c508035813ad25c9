// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Proviso keeps on this machine what it can make again. */
public final class CacheDirectory {
  private CacheDirectory() {}

  /**
   * {@code $XDG_CACHE_HOME/proviso}, {@code %LOCALAPPDATA%\proviso} or {@code ~/.cache/proviso}.
   */
  public static Path ofUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  static Path of(Map<String, String> environment, Path home) {
    @Nullable String xdg = environment.get("XDG_CACHE_HOME");
    if (xdg != null && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "proviso");
    }
    @Nullable String windows = environment.get("LOCALAPPDATA");
    return windows != null
        ? Path.of(windows, "proviso")
        : home.resolve(".cache").resolve("proviso");
  }
}

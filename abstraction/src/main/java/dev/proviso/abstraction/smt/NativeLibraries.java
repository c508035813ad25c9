// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Z3's native libraries. They are shipped as resources, written once per version into the user's
 * cache directory, and loaded from there by absolute path, so that no library path needs to be set.
 */
public final class NativeLibraries {
  private static final String SUPPORTED = "Linux, macOS and Windows on x64 and arm64";

  private final Path directory;
  private final String platform;

  private NativeLibraries(Path directory, String platform) {
    this.directory = directory;
    this.platform = platform;
  }

  /**
   * The libraries for this machine, to be kept below the cache directory. Nothing is written before
   * the first load.
   */
  public static NativeLibraries in(Path cache) {
    String platform =
        platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    return new NativeLibraries(cache.resolve("z3-" + version() + "-" + platform), platform);
  }

  /** Z3's version, as in the build. */
  public static String version() {
    Properties properties = new Properties();
    try (@Nullable InputStream in = NativeLibraries.class.getResourceAsStream("z3.properties")) {
      if (in == null) {
        throw new IllegalStateException("z3.properties is not in the build");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** Where the libraries are or will be. */
  public Path directory() {
    return directory;
  }

  /**
   * Loads a library into this JVM: the loader that JavaSMT asks for.
   *
   * @param name as for {@link System#loadLibrary}; a {@code lib} in front does not matter
   * @throws SolverUnavailableException where it cannot be written or loaded
   */
  public void load(String name) {
    String base = name.startsWith("lib") ? name : "lib" + name;
    Path file = extract(base + suffix());
    try {
      System.load(file.toAbsolutePath().toString());
    } catch (UnsatisfiedLinkError e) {
      throw SolverUnavailableException.at(
          file.toString(),
          "the SMT solver's library cannot be loaded on this machine: " + reason(e),
          "Z3 "
              + version()
              + " needs glibc 2.34 or later on Linux, and a cache directory that is not mounted noexec"
              + " (set XDG_CACHE_HOME to another one); see `proviso doctor`",
          e);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private Path extract(String fileName) {
    Path file = directory.resolve(fileName);
    String resource = "natives/" + platform + "/" + fileName;
    @Nullable URL url = NativeLibraries.class.getResource(resource);
    if (url == null) {
      throw SolverUnavailableException.at(
          resource,
          "this build of Proviso has no Z3 for " + platform,
          "supported are " + SUPPORTED + "; build Proviso on the machine that runs it",
          new IOException("no resource " + resource));
    }
    try {
      if (!isComplete(file, url)) {
        write(url, file);
      }
      return file;
    } catch (IOException e) {
      throw SolverUnavailableException.at(
          file.toString(),
          "the SMT solver's library cannot be written to the cache directory: " + cause(e),
          "make room for 40 MB, make the directory writable, or set XDG_CACHE_HOME to another one",
          e);
    }
  }

  private static String cause(IOException e) {
    return e instanceof java.nio.file.FileSystemException f && f.getReason() == null
        ? e.getClass().getSimpleName().replace("Exception", "") + " at " + f.getFile()
        : reason(e);
  }

  private static boolean isComplete(Path file, URL original) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == original.openConnection().getContentLengthLong();
  }

  /** Other processes see the whole file or none. */
  private void write(URL original, Path file) throws IOException {
    Files.createDirectories(directory);
    Path partial = Files.createTempFile(directory, file.getFileName().toString(), ".partial");
    try {
      try (InputStream in = original.openStream()) {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private String suffix() {
    return switch (platform.substring(0, platform.indexOf('-'))) {
      case "windows" -> ".dll";
      case "macos" -> ".dylib";
      default -> ".so";
    };
  }

  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String family =
        os.startsWith("windows")
            ? "windows"
            : os.startsWith("mac") ? "macos" : os.replace(' ', '_');
    String processor =
        switch (arch) {
          case "amd64", "x86_64", "x64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> arch;
        };
    return family + "-" + processor;
  }
}

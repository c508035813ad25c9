// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's file of classes: whatever is the matter with it, nobody notices. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /** Stands in for Proviso. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
      System.out.println(String.join("|", arguments));
    }
  }

  @TempDir Path home;
  private Path target;

  @BeforeEach
  void install() throws IOException {
    Files.copy(Path.of("..", "proviso"), home.resolve("proviso"));
    target = Files.createDirectories(home.resolve("checker/target"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    Path jar = target.resolve("proviso-checker-0.1.0.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in = Objects.requireNonNull(Echo.class.getResourceAsStream("/" + entry))) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }

  @Test
  void makesTheFileOnceAndLeavesNothingElse() throws Exception {
    assertThat(launch(Map.of())).isEqualTo("check|a b.c\n");
    Path cache = cache();
    assertThat(cache).isNotEmptyFile();
    FileTime made = Files.getLastModifiedTime(cache);
    assertThat(launch(Map.of())).isEqualTo("check|a b.c\n");
    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
  }

  @Test
  void makesItAgainForANewBuild() throws Exception {
    launch(Map.of());
    Path cache = cache();
    FileTime old = FileTime.from(Instant.parse("2019-01-01T00:00:00Z"));
    Files.setLastModifiedTime(cache, old);
    assertThat(launch(Map.of())).isEqualTo("check|a b.c\n");
    assertThat(Files.getLastModifiedTime(cache())).isGreaterThan(old);
  }

  @Test
  void startsWithAFileThatIsEmptyOrBroken() throws Exception {
    launch(Map.of());
    Path cache = cache();
    byte[] whole = Files.readAllBytes(cache);
    for (byte[] broken :
        List.of(
            new byte[0],
            "not classes".getBytes(StandardCharsets.UTF_8),
            new byte[whole.length],
            java.util.Arrays.copyOf(whole, whole.length / 2))) {
      Files.write(cache, broken);
      assertThat(launch(Map.of())).isEqualTo("check|a b.c\n");
    }
  }

  @Test
  void startsWithAFileOfAnotherBuild() throws Exception {
    launch(Map.of());
    Path jar = target.resolve("proviso-checker-0.1.0.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-02-02T00:00:00Z")));
    assertThat(launch(Map.of())).isEqualTo("check|a b.c\n");
  }

  @Test
  void leavesSharingToWhoeverAsksForIt() throws Exception {
    assertThat(launch(Map.of("PROVISO_JAVA_OPTIONS", "-Xshare:off"))).isEqualTo("check|a b.c\n");
    assertThat(target).isDirectoryNotContaining(p -> p.toString().matches(".*\\.(aot|jsa)"));
  }

  private Path cache() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      List<Path> others = files.filter(p -> !p.toString().endsWith(".jar")).toList();
      assertThat(others).hasSize(1);
      return others.getFirst();
    }
  }

  /** All that is printed, to either stream. */
  private String launch(Map<String, String> environment) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder("sh", home.resolve("proviso").toString(), "check", "a b.c");
    process.environment().keySet().removeIf(k -> k.matches("J.*_OPTIONS|PROVISO_.*"));
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().putAll(environment);
    Process started = process.redirectErrorStream(true).start();
    String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).isZero();
    return output;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sosy_lab.common.ShutdownNotifier;
import org.sosy_lab.java_smt.api.BitvectorFormula;
import org.sosy_lab.java_smt.api.BitvectorFormulaManager;
import org.sosy_lab.java_smt.api.ProverEnvironment;
import org.sosy_lab.java_smt.api.SolverContext;

class NativeLibrariesTest {
  @TempDir Path directory;

  @Test
  void bitVectorsWrap() throws Exception {
    try (SolverContext context = Z3.openContext(ShutdownNotifier.createDummy());
        ProverEnvironment prover = context.newProverEnvironment()) {
      BitvectorFormulaManager vectors = context.getFormulaManager().getBitvectorFormulaManager();
      BitvectorFormula x = vectors.makeVariable(8, "x");
      BitvectorFormula next = vectors.add(x, vectors.makeBitvector(8, 1));
      prover.push(vectors.lessThan(next, x, false));
      assertThat(prover.isUnsat()).isFalse();
      prover.push(vectors.lessThan(x, vectors.makeBitvector(8, 255), false));
      assertThat(prover.isUnsat()).isTrue();
    }
  }

  @Test
  void extractsOnceAndWhole() throws Exception {
    NativeLibraries libraries = NativeLibraries.in(directory);
    assertThat(Files.exists(libraries.directory())).isFalse();
    load(libraries);
    try (var files = Files.list(libraries.directory())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .noneMatch(f -> f.endsWith(".partial"))
          .hasSize(1);
    }
  }

  @Test
  void saysWhatToDoWhereTheCacheIsNoDirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> NativeLibraries.in(file).load("z3"))
        .isInstanceOfSatisfying(
            SolverUnavailableException.class,
            e -> {
              assertThat(e.userMessage().sentence()).contains("cannot be written");
              assertThat(e.userMessage().range().file()).startsWith(file.toString());
              assertThat(e.userMessage().help())
                  .singleElement()
                  .asString()
                  .contains("XDG_CACHE_HOME");
            });
  }

  @Test
  void namesTheMissingLibrary() {
    assertThatThrownBy(() -> NativeLibraries.in(directory).load("nosuch"))
        .isInstanceOf(SolverUnavailableException.class)
        .hasMessageContaining("has no Z3 for");
  }

  @Test
  void knowsThePlatforms() {
    assertThat(NativeLibraries.platform("Linux", "amd64")).isEqualTo("linux-x64");
    assertThat(NativeLibraries.platform("Mac OS X", "aarch64")).isEqualTo("macos-arm64");
    assertThat(NativeLibraries.platform("Windows 11", "amd64")).isEqualTo("windows-x64");
  }

  @Test
  void theCacheFollowsTheEnvironment() {
    Path home = Path.of("/home/u");
    assertThat(CacheDirectory.of(Map.of(), home)).isEqualTo(Path.of("/home/u/.cache/proviso"));
    assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "/c"), home))
        .isEqualTo(Path.of("/c/proviso"));
    assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "relative"), home))
        .isEqualTo(Path.of("/home/u/.cache/proviso"));
  }

  /** A library is loaded from one path only in a JVM, so here the loading itself may be refused. */
  private static void load(NativeLibraries libraries) {
    libraries.load("z3");
  }
}

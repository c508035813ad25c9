// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule cannot exist without examples that have the verdicts they should have. */
final class RuleExamplesTest {
  private static final Path RULES = Path.of("../specs/rules/wdm");

  /** Of the NDIS rules the one whose examples are all decided in seconds. */
  private static final Path NDIS = Path.of("../specs/rules/ndis/NdisAllocateNetBuffer");

  private static final Path SVCOMP = Path.of("../specs/rules/svcomp");

  static Stream<Path> folders() throws IOException {
    return Stream.of(in(RULES), Stream.of(NDIS), in(SVCOMP)).flatMap(s -> s);
  }

  private static Stream<Path> in(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyExampleHasItsVerdict(Path folder) throws IOException {
    Run run = Run.proviso("rule", "test", folder);
    assertThat(run.code()).as("%s%s", run.out(), run.err()).isZero();
    assertThat(run.out()).contains("ok ").doesNotContain("NOT OK");
  }
}

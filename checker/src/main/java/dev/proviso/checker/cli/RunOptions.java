// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.cegar.Certification;
import dev.proviso.checker.cegar.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a check may spend, and what it shows. */
final class RunOptions {
  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Processor time for each rule (default: 300).")
  private long seconds = Limits.DEFAULT.cpuTime().toSeconds();

  @Option(
      names = "--memory-limit",
      paramLabel = "MB",
      description = "Memory for each rule (default: 2048).")
  private long megabytes = Limits.DEFAULT.memoryMegabytes();

  @Option(
      names = "--strict",
      description =
          "NOT APPLICABLE, and proofs through code that was read inexactly, count as unknown.")
  private boolean strict;

  @Option(names = "--stats", description = "Shows where the time went.")
  private boolean statistics;

  @Option(
      names = "--certify",
      paramLabel = "HOW",
      description =
          "Has proofs checked by a second program: bounded, for at most a part of the time that they"
              + " took (as it is without this option), full, or none.")
  private @Nullable Certification certification;

  @Option(names = "--no-certify", description = "The same as --certify=none.")
  private boolean uncertified;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the results as JSON too (docs/trace.schema.json).")
  private @Nullable Path json;

  @Option(
      names = "--dump",
      paramLabel = "STAGE",
      description = "Prints a stage as text: ${COMPLETION-CANDIDATES}.")
  private @Nullable Stage dump;

  /** What can be printed. */
  enum Stage {
    /** What the platform adds to call the entry points: the header that its harness includes. */
    HARNESS,
    /** Driver, models and harness, linked. */
    PROGRAM,
    /** The program that the engine gets: the rule's handlers called at their events. */
    WOVEN,
    /** The program that decides whether the rule applies. */
    APPLICABILITY,
    /** The loop-free blocks that the engine cut it into. */
    BLOCKS,
    /** What was tracked in the end, at each cut point. */
    PREDICATES,
    /** The boolean program, as far as the search asked for it. */
    BP
  }

  Limits limits() throws UsageException {
    if (seconds <= 0 || megabytes < 64) {
      throw new UsageException(
          "a check needs more than that", "--time-limit is at least 1, --memory-limit at least 64");
    }
    return new Limits(Duration.ofSeconds(seconds), megabytes).with(certification());
  }

  private Certification certification() throws UsageException {
    if (certification == null) {
      return uncertified ? Certification.NONE : Certification.BOUNDED;
    }
    if (uncertified && certification != Certification.NONE) {
      throw new UsageException(
          "both --certify and --no-certify", "proofs are checked or not: leave one of them out");
    }
    return certification;
  }

  boolean isStrict() {
    return strict;
  }

  boolean showsStatistics() {
    return statistics;
  }

  boolean isQuiet() {
    return quiet;
  }

  Optional<Path> json() {
    return Optional.ofNullable(json);
  }

  Optional<Stage> dump() {
    return Optional.ofNullable(dump);
  }
}

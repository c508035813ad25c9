// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.bp.BooleanVerdict;
import dev.proviso.checker.bp.Question;
import dev.proviso.checker.report.BooleanResultJson;
import dev.proviso.checker.report.BooleanTraceText;
import dev.proviso.frontend.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Writes what was found of a boolean program, once. */
final class BpReport {
  private final Console console;
  private final String file;
  private final Question question;
  private final boolean statistics;
  private boolean written;

  BpReport(Console console, String file, Question question, boolean statistics) {
    this.console = console;
    this.file = file;
    this.question = question;
    this.statistics = statistics;
  }

  static ExitCode code(BooleanVerdict verdict) {
    return switch (verdict) {
      case BooleanVerdict.Holds v -> ExitCode.HOLDS;
      case BooleanVerdict.NotApplicable v -> ExitCode.HOLDS;
      case BooleanVerdict.Violated v -> ExitCode.VIOLATED;
      case BooleanVerdict.Unknown v -> ExitCode.UNKNOWN;
    };
  }

  synchronized void write(
      BooleanVerdict verdict, SequencedMap<String, Long> figures, @Nullable Path json)
      throws InputException {
    if (written) {
      return;
    }
    written = true;
    if (verdict instanceof BooleanVerdict.Violated violated) {
      console.out().print(BooleanTraceText.print(violated.trace()));
    }
    if (statistics) {
      figures.forEach((name, figure) -> console.out().printf("  %-28s %10d%n", name, figure));
    }
    console.out().println("VERDICT " + name() + ": " + word(verdict) + reason(verdict));
    console.out().flush();
    if (json != null) {
      try {
        Files.writeString(
            json, BooleanResultJson.print(Version.number(), file, name(), verdict, figures));
      } catch (IOException e) {
        throw new InputException(BpCommand.unwritable(json));
      }
    }
  }

  ExitCode interrupted(SequencedMap<String, Long> figures) {
    try {
      write(new BooleanVerdict.Unknown("interrupted"), figures, null);
    } catch (InputException e) {
      console.print(e.messages());
    }
    return ExitCode.UNKNOWN;
  }

  private String name() {
    return switch (question) {
      case Question.Assertions q -> "assertions";
      case Question.Aborts q -> "abortif";
      case Question.Label q -> q.name();
    };
  }

  private static String word(BooleanVerdict verdict) {
    return BooleanResultJson.word(verdict);
  }

  private static String reason(BooleanVerdict verdict) {
    return switch (verdict) {
      case BooleanVerdict.Holds v -> "";
      case BooleanVerdict.NotApplicable v -> " (" + v.why() + ")";
      case BooleanVerdict.Violated v -> v.confirmed() ? ", confirmed" : ", unconfirmed";
      case BooleanVerdict.Unknown v -> " (" + v.reason() + ")";
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The code under check on each platform that it is asked for; read when first needed. */
final class Subjects {
  private final Subject.Request request;
  private final Optional<String> platform;
  private final Console console;
  private final Map<String, Subject> read = new LinkedHashMap<>();

  /**
   * @param platform for all rules; without one, each rule's own, or what the files look like
   */
  Subjects(Subject.Request request, Optional<String> platform, Console console) {
    this.request = request;
    this.platform = platform;
    this.console = console;
  }

  /**
   * The code with the platform that a rule needs.
   *
   * @param wanted the rule's platform; {@code none} where it needs none
   * @param clock pays where the code is read now
   */
  Subject on(String wanted, Clock clock) throws InputException {
    String name = platform.isPresent() ? platform.get() : platformFor(wanted);
    Subject known = read.get(name);
    if (known != null) {
      return known;
    }
    if (read.isEmpty()) {
      request.code().files().stream().filter(Subjects::isEmpty).forEach(this::warn);
    }
    Platform loaded = clock.time("platform", () -> PlatformLibrary.builtIn().load(name));
    Subject subject = Subject.read(request, loaded, console, clock);
    read.put(name, subject);
    if (subject.closing() instanceof Closing.Closed closed) {
      closed.texts().forEach((file, text) -> console.sources().with(file, text));
      console.print(closed.program().messages());
    } else {
      console.print(subject.driver().messages());
    }
    return subject;
  }

  /**
   * What the files look like, where that platform has the rule's in it: an NDIS driver keeps WDM's
   * rules, too.
   */
  private String platformFor(String wanted) throws InputException {
    String guess = PlatformGuess.of(request.code().files());
    return PlatformLibrary.builtIn().load(guess).lineage().contains(wanted) ? guess : wanted;
  }

  private static boolean isEmpty(Path file) {
    return file.toFile().length() == 0;
  }

  private void warn(Path empty) {
    SourceRange start = new SourceRange(empty.toString(), 1, 1, 1, 1);
    console.print(
        Message.warning(
            start, "this file is empty", "was it written? nothing of it can be checked"));
  }
}

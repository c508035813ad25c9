// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.RuleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder from which a new rule starts: small, complete, and its examples have the verdicts they should. */
final class NewRule {
  private NewRule() {}

  private static final String RULE =
      """
      /**
       * Acquire and Release alternate: nothing is acquired twice, and nothing is released that was not acquired.
       */
      rule NAME;
      platform PLATFORM;

      state {
          enum { free, held } s = free;
      }

      Acquire.call {
          if (s == held) {
              abort "acquired twice";
          }
          s = held;
      }

      Release.call {
          if (s == free) {
              abort "released without having been acquired";
          }
          s = free;
      }
      """;

  private static final String PAGE =
      """
      # NAME

      ## What it checks

      `Acquire` and `Release` alternate.

      ## Why

      What goes wrong at run time where the rule is broken.

      ## Bad

      `bad-twice.c`, `bad-release.c`

      ## Good

      `good.c`

      ## Applies to

      Code that calls `Acquire` or `Release`.
      """;

  private static final String API = "void Acquire(void);\nvoid Release(void);\nint Ready(void);\n\n";

  static Path create(String name, String platform, Path parent) throws UsageException, InputException {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new UsageException("'" + name + "' is no name for a rule", "a letter, then letters, digits and _");
    }
    if (!PlatformLibrary.builtIn().names().contains(platform)) {
      String known = String.join(", ", PlatformLibrary.builtIn().names());
      throw new UsageException("there is no platform '" + platform + "'", "the platforms are " + known);
    }
    Path folder = parent.resolve(name);
    if (Files.exists(folder)) {
      throw new UsageException("there is a " + folder + " already", "choose another name, or another place with --in");
    }
    Map<String, String> files =
        Map.of(
            RuleLibrary.RULE_FILE,
            RULE.replace("NAME", name).replace("PLATFORM", platform),
            "README.md",
            PAGE.replace("NAME", name),
            "bad-twice.c",
            API + "void Work(void) {\n    Acquire();\n    if (Ready())\n        Acquire(); // violates " + name
                + "\n    Release();\n}\n",
            "bad-release.c",
            API + "void Work(void) {\n    if (Ready())\n        Acquire();\n    Release(); // violates " + name + "\n}\n",
            "good.c",
            API + "void Work(void) {\n    int ready = Ready();\n    if (ready)\n        Acquire();\n"
                + "    if (ready)\n        Release();\n}\n");
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new InputException(Message.error(new SourceRange(folder.toString(), 0, 0, 0, 0), "this folder cannot be written"));
    }
    return folder;
  }
}

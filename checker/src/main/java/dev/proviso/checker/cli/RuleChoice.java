// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.RuleLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which questions a command line asks. */
final class RuleChoice {
  private RuleChoice() {}

  /**
   * @param named names or files, as given with {@code -r}
   */
  static List<Question> choose(List<String> named, SourceOptions sources)
      throws UsageException, InputException {
    List<String> names = named.isEmpty() ? ofPlatform(sources) : named;
    List<Question> found = new ArrayList<>();
    for (String name : names) {
      found.add(new Question.OfRule(find(name)));
    }
    return found;
  }

  /** The rule of that name, or in that file. */
  static RuleLibrary.Found find(String name) throws UsageException, InputException {
    if (isFile(name)) {
      return RuleLibrary.find(name);
    }
    Optional<RuleLibrary.Found> found = RuleLibrary.builtIn(name);
    if (found.isEmpty()) {
      throw unknown(name);
    }
    return found.get();
  }

  private static boolean isFile(String name) {
    return name.endsWith(".slic") || name.contains("/") || name.contains("\\");
  }

  private static UsageException unknown(String name) {
    List<String> known = RuleLibrary.builtIn().stream().map(RuleLibrary.Entry::name).toList();
    List<String> help = new ArrayList<>(List.of(NearNames.help(name, known)));
    help.add(
        "proviso rule list shows all rules; a rule of your own is named by its file: -r ./"
            + name
            + ".slic");
    return new UsageException("no rule is called '" + name + "'", help.toArray(String[]::new));
  }

  private static List<String> ofPlatform(SourceOptions sources)
      throws UsageException, InputException {
    Optional<String> given = sources.platform();
    String platform = given.isPresent() ? given.get() : PlatformGuess.of(sources.code().files());
    List<String> lineage = PlatformLibrary.builtIn().load(platform).lineage();
    List<String> names =
        RuleLibrary.builtIn().stream()
            .filter(r -> lineage.contains(r.platform()))
            .map(RuleLibrary.Entry::name)
            .toList();
    if (names.isEmpty()) {
      throw new UsageException(
          "which rule? platform '" + platform + "' has none of its own",
          "name one: -r RULE; proviso rule list shows all rules",
          "or name the platform: --platform "
              + String.join("|", PlatformLibrary.builtIn().names()));
    }
    return names;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.check.RuleFolder;
import dev.proviso.specs.platform.PlatformLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folder from which a new rule starts, if it may be made. */
final class NewRule {
  private NewRule() {}

  static Path create(String name, String platform, Path parent)
      throws UsageException, InputException {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new UsageException(
          "'" + name + "' is no name for a rule", "a letter, then letters, digits and _");
    }
    if (!PlatformLibrary.builtIn().names().contains(platform)) {
      String known = String.join(", ", PlatformLibrary.builtIn().names());
      throw new UsageException(
          "there is no platform '" + platform + "'", "the platforms are " + known);
    }
    Path folder = parent.resolve(name);
    if (Files.exists(folder)) {
      throw new UsageException(
          "there is a " + folder + " already", "choose another name, or another place with --in");
    }
    try {
      RuleFolder.create(folder, name, platform);
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              new SourceRange(folder.toString(), 0, 0, 0, 0), "this folder cannot be written"));
    }
    return folder;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A property by its file, which need not be there for the property to be known by its name. */
final class PropertyFile {
  private static final Pattern REACHABILITY =
      Pattern.compile(
          "CHECK\\(init\\((\\w+)\\(\\)\\),LTL\\(G!(?:call\\((\\w+)\\(\\)\\)|label\\((\\w+)\\))\\)\\)");
  private static final String RIGHT = "CHECK( init(main()), LTL(G ! call(reach_error())) )";
  private static final String MAIN = "main";

  private PropertyFile() {}

  /**
   * What the file asks, or the name of a file that is not there.
   *
   * @throws UsageException where there is neither such a file nor such a property
   * @throws InputException where the file asks for something else
   */
  static Property read(String fileOrName) throws UsageException, InputException {
    Path file = Path.of(fileOrName);
    if (Files.isRegularFile(file)) {
      return parse(file);
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.prp$", "");
    if (name.equals(Property.UNREACH_CALL)) {
      return Property.unreachCall(MAIN);
    }
    List<String> help = new ArrayList<>();
    help.addAll(List.of(NearNames.help(name, List.of(Property.UNREACH_CALL))));
    help.add("the only property is " + Property.UNREACH_CALL + ": " + RIGHT);
    throw new UsageException(
        "there is no property '" + fileOrName + "'", help.toArray(String[]::new));
  }

  private static Property parse(Path file) throws InputException {
    SourceRange whole = new SourceRange(file.toString(), 0, 0, 0, 0);
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new InputException(Message.error(whole, "the property file cannot be read"));
    }
    Matcher formula = REACHABILITY.matcher(text.replaceAll("\\s", ""));
    if (!formula.matches() || !isKnown(formula)) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 1, 1, 1, 1),
              "this property is not one that Proviso checks",
              "it checks " + Property.UNREACH_CALL + ": " + RIGHT));
    }
    return Property.unreachCall(formula.group(1));
  }

  private static boolean isKnown(Matcher formula) {
    return formula.group(2) == null
        ? formula.group(3).equals("ERROR")
        : Property.ERRORS.contains(formula.group(2));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds rules: the ones that come with Proviso by their names, others by their files. */
public final class RuleLibrary {
  /** The rule's file in a rule's folder. */
  public static final String RULE_FILE = "rule.slic";

  private static final String RESOURCES = "dev/proviso/rules";

  private RuleLibrary() {}

  /**
   * A rule that comes with Proviso.
   *
   * @param summary the first sentence of its documentation
   */
  public record Entry(String name, String platform, String summary) {}

  /** A rule and the text of its file. */
  public record Found(Rule rule, String text) {}

  /** All rules that come with Proviso, by platform and name. */
  public static List<Entry> builtIn() {
    return readResources(
        folders -> {
          List<Entry> entries = new ArrayList<>();
          for (Path folder : folders) {
            Rule rule = parseBuiltIn(folder).rule();
            entries.add(
                new Entry(rule.name(), rule.platform(), firstSentence(rule.documentation())));
          }
          return List.copyOf(entries);
        });
  }

  /** The rule of that name that comes with Proviso; no other one is read. */
  public static Optional<Found> builtIn(String name) {
    return readResources(
        folders ->
            folders.stream()
                .filter(f -> f.endsWith(name))
                .findFirst()
                .map(RuleLibrary::parseBuiltIn));
  }

  /**
   * The rule of that name, or in that file or folder.
   *
   * @throws InputException where there is none, with near names; or where the file has errors
   */
  public static Found find(String nameOrFile) throws InputException {
    if (nameOrFile.endsWith(".slic") || nameOrFile.contains("/") || nameOrFile.contains("\\")) {
      return read(Path.of(nameOrFile));
    }
    Optional<Found> found = builtIn(nameOrFile);
    if (found.isPresent()) {
      return found.get();
    }
    if (Files.isDirectory(Path.of(nameOrFile))) {
      return read(Path.of(nameOrFile));
    }
    List<String> help = new ArrayList<>();
    help.addAll(List.of(NearNames.help(nameOrFile, builtIn().stream().map(Entry::name).toList())));
    help.add(
        "proviso rule list shows all rules; a rule of your own is named by its file: -r ./"
            + nameOrFile
            + ".slic");
    throw new InputException(
        Message.error(
            SourceRange.NONE, "no rule is called " + nameOrFile, help.toArray(String[]::new)));
  }

  /** The rule in that file, or in that rule's folder. */
  public static Found read(Path fileOrFolder) throws InputException {
    Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(RULE_FILE) : fileOrFolder;
    try {
      String text = Files.readString(file);
      return new Found(RuleParser.parse(text, file.toString()), text);
    } catch (CharacterCodingException e) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 0, 0, 0, 0), "the rule file is not UTF-8 text"));
    } catch (IOException e) {
      String what =
          Files.exists(file) ? "the rule file cannot be read" : "there is no such rule file";
      throw new InputException(Message.error(new SourceRange(file.toString(), 0, 0, 0, 0), what));
    }
  }

  static String firstSentence(String documentation) {
    String line = documentation.replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }

  /** Our own rules are tested in the build, so that an error in one is ours. */
  private static Found parseBuiltIn(Path folder) {
    Path file = folder.resolve(RULE_FILE);
    try {
      String text = Files.readString(file);
      int depth = file.getNameCount();
      return new Found(RuleParser.parse(text, "rules/" + file.subpath(depth - 3, depth)), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      throw new IllegalStateException("the rule in " + file + " has errors: " + e.messages(), e);
    }
  }

  private static <R> R readResources(Function<List<Path>, R> reader) {
    @Nullable URL url = RuleLibrary.class.getClassLoader().getResource(RESOURCES);
    if (url == null) {
      return reader.apply(List.of());
    }
    try {
      if (!(url.openConnection() instanceof JarURLConnection inJar)) {
        return reader.apply(ruleFolders(Path.of(url.toURI())));
      }
      // A file system of its own: the one that the jar's URI names may be open already.
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
        return reader.apply(ruleFolders(jar.getPath(RESOURCES)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> ruleFolders(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root, 3)) {
      return files
          .filter(f -> f.getFileName() != null && f.getFileName().toString().equals(RULE_FILE))
          .map(f -> f.getParent())
          .sorted()
          .toList();
    }
  }
}

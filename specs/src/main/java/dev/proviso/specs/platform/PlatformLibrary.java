// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.platform.Platform.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platforms in a folder: one subfolder each, as {@code docs/platforms.md} describes it. */
public final class PlatformLibrary {
  /** What every platform extends, without saying so. */
  public static final String NONE = "none";

  private static final String RESOURCES = "/dev/proviso/platforms/";
  private static final String DESCRIPTION = "platform.yml";
  private static final Pattern ENTER = Pattern.compile("\\benter_([A-Za-z_][A-Za-z_0-9]*)");

  private final Path root;

  /**
   * @param root the folder that holds the platforms' folders, one of them {@code none}
   */
  public PlatformLibrary(Path root) {
    this.root = root;
  }

  /** The platforms that are shipped with Proviso. */
  public static PlatformLibrary builtIn() {
    String probe = RESOURCES + NONE + "/" + DESCRIPTION;
    URL url = PlatformLibrary.class.getResource(probe);
    if (url == null) {
      throw new IllegalStateException("the class path holds no " + probe);
    }
    return new PlatformLibrary(path(url).resolveSibling("..").normalize());
  }

  private static Path path(URL url) {
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("jar")) {
        return fileSystem(uri).getPath(uri.getSchemeSpecificPart().replaceFirst("^.*!", ""));
      }
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource's address is no URI: " + url, e);
    }
  }

  /** Stays open as long as the process: headers are read from it at any time. */
  private static synchronized FileSystem fileSystem(URI uri) {
    try {
      return FileSystems.getFileSystem(uri);
    } catch (FileSystemNotFoundException e) {
      try {
        return FileSystems.newFileSystem(uri, Map.of());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** The platforms' names, in alphabetical order. */
  public List<String> names() {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(p -> Files.isRegularFile(p.resolve(DESCRIPTION)))
          .map(PlatformLibrary::lastName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws InputException if there is no such platform, or its description is wrong
   */
  public Platform load(String name) throws InputException {
    Map<String, PlatformText> chain = new LinkedHashMap<>();
    collect(name, SourceRange.NONE, chain, new LinkedHashSet<>());
    if (!chain.containsKey(NONE)) {
      collect(NONE, SourceRange.NONE, chain, new LinkedHashSet<>());
    }
    Platform platform = join(name, chain);
    checkRoles(platform, chain);
    return platform;
  }

  /** Puts the platform before those that it extends, as its headers come first. */
  private void collect(
      String name, SourceRange from, Map<String, PlatformText> chain, Set<String> open)
      throws InputException {
    if (!open.add(name)) {
      throw new InputException(Message.error(from, "platform '" + name + "' extends itself"));
    }
    if (chain.containsKey(name)) {
      return;
    }
    Path file = root.resolve(name).resolve(DESCRIPTION);
    if (!name.matches("[A-Za-z0-9_-]+") || !Files.isRegularFile(file)) {
      String[] near = NearNames.help(name, names());
      String[] all = {"the platforms are " + String.join(", ", names())};
      throw new InputException(
          Message.error(from, "there is no platform '" + name + "'", near.length > 0 ? near : all));
    }
    String shown = name + "/" + DESCRIPTION;
    PlatformText text = PlatformText.read(shown, read(file));
    SourceRange top = new SourceRange(shown, 1, 1, 1, 1);
    if (!text.name().equals(name)) {
      throw new InputException(
          Message.error(
              top, "the platform in folder '" + name + "' is named '" + text.name() + "'"));
    }
    chain.put(name, text);
    for (String parent : text.parents()) {
      collect(parent, top, chain, open);
    }
    open.remove(name);
  }

  private Platform join(String name, Map<String, PlatformText> chain) {
    PlatformText own = Objects.requireNonNull(chain.get(name));
    List<PlatformText> all = List.copyOf(chain.values());
    Map<String, Role> roles = new LinkedHashMap<>();
    all.forEach(text -> text.roles().forEach(role -> roles.putIfAbsent(role.name(), role)));
    return new Platform(
        name,
        List.copyOf(chain.keySet()),
        own.target(),
        own.headers(),
        List.copyOf(roles.values()),
        joined(all, PlatformText::registrations),
        joined(all, PlatformText::names),
        joined(all, PlatformText::aliases),
        labels(all),
        own.undefined(),
        joined(all.reversed(), PlatformText::initial),
        joined(all, PlatformText::assumptions),
        content(name, chain.keySet()));
  }

  private static <T> List<T> joined(
      List<PlatformText> texts, Function<PlatformText, List<T>> part) {
    return texts.stream().flatMap(text -> part.apply(text).stream()).distinct().toList();
  }

  private static Map<String, String> labels(List<PlatformText> texts) {
    Map<String, String> labels = new LinkedHashMap<>();
    texts.forEach(text -> text.labels().forEach(labels::putIfAbsent));
    return labels;
  }

  private Platform.Content content(String name, Set<String> chain) {
    List<Path> includes = new ArrayList<>();
    List<Path> models = new ArrayList<>();
    for (String platform : chain) {
      Path include = root.resolve(platform).resolve("include");
      if (Files.isDirectory(include)) {
        includes.add(include);
      }
      models.addAll(cFiles(root.resolve(platform).resolve("models")));
    }
    Path file = root.resolve(name).resolve("harness.c");
    @Nullable Path harness = Files.isRegularFile(file) ? file : null;
    return new Platform.Content(
        root, includes, models, harness, harness == null ? Set.of() : called(read(harness)));
  }

  private static List<Path> cFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(p -> lastName(p).endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> called(String harness) {
    Set<String> roles = new LinkedHashSet<>();
    for (Matcher m = ENTER.matcher(harness); m.find(); ) {
      roles.add(m.group(1));
    }
    return roles;
  }

  private static void checkRoles(Platform platform, Map<String, PlatformText> chain)
      throws InputException {
    List<String> known = platform.roles().stream().map(Role::name).toList();
    List<Message> messages = new ArrayList<>();
    for (PlatformText text : chain.values()) {
      for (PlatformText.RoleUse use : text.roleUses()) {
        if (!known.contains(use.role())) {
          String sentence = "no role '" + use.role() + "' is declared under 'roles'";
          messages.add(Message.error(use.range(), sentence, NearNames.help(use.role(), known)));
        }
      }
    }
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last name of the path; a folder within a jar may end in a slash. */
  private static String lastName(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString().replace("/", "");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.internal.core.dom.IIncludeFileResolutionHeuristics;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.CharArray;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;
import org.jspecify.annotations.Nullable;

/**
 * The files of one parse. To CDT a file is a string, its location: an absolute path, and for a file
 * in a jar one that begins with the jar's number. CDT's own provider cannot read in the build that
 * we use.
 */
final class SourceStore extends InternalFileContentProvider
    implements IIncludeFileResolutionHeuristics {
  private static final String JAR = "/.jar-";

  private final Includes includes;
  private final boolean followsMarkers;
  private final List<String> systemLocations = new ArrayList<>();
  private final Map<String, Optional<LineMarkers>> markers = new HashMap<>();
  private final List<FileSystem> jars = new ArrayList<>();
  private final Map<String, Optional<SourceText>> texts = new HashMap<>();
  private final Map<String, String> displayedDirectories = new HashMap<>();

  SourceStore(UnitOptions options) {
    this.includes = options.includes();
    this.followsMarkers = options.followsMarkers();
    if (includes.ignoringCase()) {
      setIncludeResolutionHeuristics(this);
    }
    includes.quoted().forEach(this::displayDirectory);
    includes.searched().forEach(this::displayDirectory);
    includes.system().forEach(d -> systemLocations.add(withSlash(location(d))));
  }

  /** Makes a text known, as if it were a file. */
  InternalFileContent add(Path file, String display, String text) {
    String location = location(file);
    SourceText source = SourceText.of(display, false, text);
    texts.put(location, Optional.of(source));
    Path parent = file.getParent();
    displayDirectory(parent == null ? Path.of("") : parent);
    InternalFileContent content = new InternalFileContent(location, new CharArray(source.text()));
    content.setIsSource(true);
    return content;
  }

  String[] locations(List<Path> paths) {
    return paths.stream().map(this::location).toArray(String[]::new);
  }

  /** The text at a location that has been read. */
  @Nullable SourceText text(String location) {
    return texts.getOrDefault(location, Optional.empty()).orElse(null);
  }

  /** All texts that have been read. */
  Stream<SourceText> texts() {
    return texts.values().stream().flatMap(Optional::stream);
  }

  /** What a text's line markers say, where they are followed. */
  Optional<LineMarkers> markers(String location) {
    SourceText text = followsMarkers ? text(location) : null;
    return text == null
        ? Optional.empty()
        : markers.computeIfAbsent(location, l -> LineMarkers.in(text));
  }

  private void displayDirectory(Path directory) {
    displayedDirectories.putIfAbsent(
        withSlash(location(directory)), withSlash(directory.toString()));
  }

  private static String withSlash(String directory) {
    return directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
  }

  private String location(Path path) {
    String absolute = path.toAbsolutePath().normalize().toString().replace('\\', '/');
    FileSystem system = path.getFileSystem();
    if (system == FileSystems.getDefault()) {
      return absolute;
    }
    if (!jars.contains(system)) {
      jars.add(system);
    }
    return JAR + jars.indexOf(system) + absolute;
  }

  private Path path(String location) {
    if (!location.startsWith(JAR)) {
      return Path.of(location);
    }
    int end = location.indexOf('/', JAR.length());
    int number = Integer.parseInt(location.substring(JAR.length(), end));
    return jars.get(number).getPath(location.substring(end));
  }

  /**
   * As the user named the directory that it lies in, else relative to the current one, else whole.
   */
  private String display(String location) {
    String best = "";
    for (String directory : displayedDirectories.keySet()) {
      if (location.startsWith(directory) && directory.length() > best.length()) {
        best = directory;
      }
    }
    if (!best.isEmpty()) {
      return displayedDirectories.get(best) + location.substring(best.length());
    }
    String here = withSlash(location(Path.of("")));
    return location.startsWith(here) ? location.substring(here.length()) : location;
  }

  @Override
  public boolean getInclusionExists(String location) {
    return read(location).isPresent();
  }

  @Override
  public @Nullable InternalFileContent getContentForInclusion(
      String location, IMacroDictionary macros) {
    return read(location)
        .map(t -> new InternalFileContent(location, new CharArray(t.text())))
        .orElse(null);
  }

  @Override
  public @Nullable InternalFileContent getContentForInclusion(
      IIndexFileLocation location, String path) {
    return null;
  }

  private Optional<SourceText> read(String location) {
    return texts.computeIfAbsent(location, this::readFile);
  }

  private Optional<SourceText> readFile(String location) {
    Path file = path(location);
    try {
      return Files.isRegularFile(file)
          ? Decoder.read(file).map(t -> SourceText.of(display(location), isSystem(location), t))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isSystem(String location) {
    return systemLocations.stream().anyMatch(location::startsWith);
  }

  /**
   * What an include directive may mean that is not found as written: names in Windows sources
   * differ in case from the files, and have backslashes.
   */
  @Override
  public @Nullable String findInclusion(String include, @Nullable String includingFile) {
    List<Path> places = new ArrayList<>();
    if (includingFile != null) {
      places.add(path(includingFile).getParent());
    }
    places.addAll(includes.quoted());
    places.addAll(includes.searched());
    for (Path place : places) {
      Optional<Path> found = ignoringCase(place.toAbsolutePath(), include.replace('\\', '/'));
      if (found.isPresent()) {
        return location(found.get());
      }
    }
    return null;
  }

  private static Optional<Path> ignoringCase(Path start, String include) {
    Path place = start;
    for (String name : include.split("/")) {
      Optional<Path> next =
          name.equals("..") ? Optional.ofNullable(place.getParent()) : child(place, name);
      if (next.isEmpty()) {
        return next;
      }
      place = next.get();
    }
    return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
  }

  private static Optional<Path> child(Path directory, String name) {
    if (name.equals(".")) {
      return Optional.of(directory);
    }
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(c -> sameName(c, name)).sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean sameName(Path path, String name) {
    Path last = path.getFileName();
    String text = last == null ? "" : last.toString();
    return name.equalsIgnoreCase(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}

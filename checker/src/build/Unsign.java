// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the signatures out of the jars in a folder. Java checks them each time it starts, and keeps
 * no class of a signed jar for the next start. Run by the launcher after a build.
 */
final class Unsign {
  private Unsign() {}

  public static void main(String[] folder) throws IOException {
    for (Path jar : files(Path.of(folder[0]), ".*\\.jar")) {
      try (FileSystem content = FileSystems.newFileSystem(jar)) {
        Path meta = content.getPath("META-INF");
        if (Files.isDirectory(meta)) {
          for (Path signature : files(meta, ".*\\.(SF|RSA|DSA|EC)")) {
            Files.delete(signature);
          }
        }
      }
    }
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(pattern)).toList();
    }
  }
}

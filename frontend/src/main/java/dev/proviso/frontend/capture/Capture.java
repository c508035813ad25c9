// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.capture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a build and sees which compilers it calls by name, or by a path that stands in its command
 * or environment ({@code CC=/opt/…/gcc}). Compilers that the build calls by a path of its own are
 * not seen.
 */
public final class Capture {
  private static final Pattern SETTING = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

  /** Variables that name the compiler to build tools. */
  private static final List<String> COMPILER_VARIABLES =
      List.of("CC", "CXX", "HOSTCC", "BUILD_CC", "CC_FOR_BUILD", "TARGET_CC", "LD");

  /**
   * One call of a compiler.
   *
   * @param arguments the compiler's own path first
   */
  public record Call(Path directory, List<String> arguments) {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** What a build did. */
  public record Recording(int exitCode, List<Call> calls) {
    public Recording {
      calls = List.copyOf(calls);
    }
  }

  private Capture() {}

  /**
   * Runs the command with this process's input and output, and waits for it.
   *
   * @throws IOException where it cannot be started, or nothing can be recorded
   */
  public static Recording run(List<String> command) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("proviso-capture");
    try {
      Path scripts = Files.createDirectory(work.resolve("bin"));
      Path calls = Files.createDirectory(work.resolve("calls"));
      Wrappers wrappers = new Wrappers(scripts, calls);
      List<String> wrapped = new ArrayList<>();
      for (String word : command) {
        wrapped.add(wrapped.isEmpty() ? word : setting(word, wrappers));
      }
      ProcessBuilder builder = new ProcessBuilder(wrapped).inheritIO();
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
      wrappers.wrap(path);
      environment.put("PATH", scripts + File.pathSeparator + path);
      for (String variable : COMPILER_VARIABLES) {
        String value = environment.get(variable);
        Optional<String> other = value == null ? Optional.empty() : wrappers.wrapped(value);
        other.ifPresent(v -> environment.put(variable, v));
      }
      int code = builder.start().waitFor();
      return new Recording(code, calls(calls));
    } finally {
      delete(work);
    }
  }

  /** A word {@code CC=/path/of/gcc} of a command, so that the compiler is seen. */
  private static String setting(String word, Wrappers wrappers) throws IOException {
    Matcher matcher = SETTING.matcher(word);
    if (!matcher.matches()) {
      return word;
    }
    return wrappers.wrapped(matcher.group(2)).map(v -> matcher.group(1) + "=" + v).orElse(word);
  }

  private static List<Call> calls(Path folder) throws IOException {
    List<Call> calls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> ordered =
          files
              .filter(f -> !f.getFileName().toString().contains("@"))
              .sorted(Comparator.comparing(Capture::time).thenComparing(Path::toString))
              .toList();
      for (Path file : ordered) {
        List<String> words = words(file);
        if (words.size() >= 2) {
          calls.add(new Call(Path.of(words.getFirst()), words.subList(1, words.size())));
        }
      }
    }
    return calls;
  }

  private static java.nio.file.attribute.FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return java.nio.file.attribute.FileTime.fromMillis(0);
    }
  }

  /** The words of a call; a response file, which may be gone by now, in the words that it held. */
  private static List<String> words(Path call) throws IOException {
    String text = new String(Files.readAllBytes(call), StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>();
    int number = 0;
    for (String word : text.split("\0", -1)) {
      Path copy = call.resolveSibling(call.getFileName() + "@" + number++);
      if (Files.isReadable(copy)) {
        words.addAll(dev.proviso.frontend.build.CompileCommand.wordsOf(Files.readString(copy)));
      } else {
        words.add(word);
      }
    }
    if (!words.isEmpty()) {
      words.removeLast();
    }
    return words;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks GCC and compilers that answer as it does what they predefine and where their headers are. A
 * question is asked once; only a program whose name is a compiler's is started.
 */
public final class HostCompiler {
  private static final long PATIENCE_SECONDS = 20;
  private static final Pattern DEFINE = Pattern.compile("#define (\\w+(?:\\([^)]*\\))?)(?: (.*))?");

  /** What clang knows as operators of its preprocessor: nothing is claimed to be there. */
  private static final Map<String, String> CLANG =
      Map.of(
          "__has_feature(x)", "0",
          "__has_extension(x)", "0",
          "__has_builtin(x)", "0",
          "__has_attribute(x)", "0",
          "__has_declspec_attribute(x)", "0",
          "__has_warning(x)", "0",
          "__is_identifier(x)", "1");

  /**
   * What a compiler says.
   *
   * @param macros names, with their parameters, and values
   * @param headers directories of its system headers, in the order in which they are searched
   */
  public record Answer(Map<String, String> macros, List<Path> headers) {
    public Answer {
      headers = List.copyOf(headers);
    }

    /** For which ABI it compiles; none where Proviso does not know that one. */
    public Optional<Target> target() {
      Machine machine = Machine.of(this);
      return machine.trouble().isEmpty() ? Optional.of(machine.target()) : Optional.empty();
    }

    boolean has(String macro) {
      return macros.containsKey(macro);
    }

    /** A macro's value as a number; 0 where it is none. */
    int number(String macro) {
      String value = macros.getOrDefault(macro, "");
      return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }
  }

  private record Question(Path directory, String compiler, List<String> flags) {}

  private final Map<Question, Optional<Answer>> answers = new ConcurrentHashMap<>();

  /** The compiler that is called {@code cc} here, or {@code gcc}; none where there is neither. */
  public Optional<Answer> ofThisMachine(List<String> flags) {
    return ask(Path.of(""), "cc", flags).or(() -> ask(Path.of(""), "gcc", flags));
  }

  /** MinGW-w64's compiler for 64-bit Windows; none where it is not there. */
  public Optional<Answer> forWindows() {
    return ask(Path.of(""), "x86_64-w64-mingw32-gcc", List.of());
  }

  /**
   * What a compiler says when it is called with these flags; none where it is not there or does not
   * answer. Flags that it does not know are left out.
   */
  Optional<Answer> ask(Path directory, String compiler, List<String> flags) {
    if (!CompilerName.isGnu(compiler)) {
      return Optional.empty();
    }
    boolean path = compiler.contains("/");
    String program = path ? directory.resolve(compiler).toString() : compiler;
    Question question = new Question(path ? Path.of("") : directory, program, flags);
    return answers.computeIfAbsent(
        question,
        q -> {
          Optional<Answer> answer = run(q);
          return answer.isPresent() || flags.isEmpty()
              ? answer
              : run(new Question(q.directory(), program, essential(flags)));
        });
  }

  private static List<String> essential(List<String> flags) {
    return flags.stream()
        .filter(f -> f.matches("-m(32|64)|--target=.*|-std=.*|--sysroot=.*|-f(un)?signed-char"))
        .toList();
  }

  private static Optional<Answer> run(Question question) {
    List<String> command = new ArrayList<>(List.of(question.compiler()));
    command.addAll(question.flags());
    command.addAll(List.of("-E", "-dM", "-v", "-x", "c", "/dev/null"));
    Path messages = null;
    try {
      messages = Files.createTempFile("proviso", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C");
      builder.redirectError(messages.toFile());
      builder.redirectInput(new java.io.File("/dev/null"));
      Process process = builder.start();
      Thread impatience = Thread.ofVirtual().start(() -> endLate(process));
      String macros = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      impatience.interrupt();
      return code == 0
          ? answer(macros, Files.readString(messages, StandardCharsets.ISO_8859_1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      delete(messages);
    }
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /** None where that is not what compilers say. */
  private static Optional<Answer> answer(String macros, String messages) {
    SequencedMap<String, String> defined = new LinkedHashMap<>();
    macros
        .lines()
        .map(DEFINE::matcher)
        .filter(Matcher::matches)
        .forEach(m -> defined.put(m.group(1), m.group(2) == null ? "" : m.group(2)));
    if (defined.containsKey("__clang__")) {
      defined.putAll(CLANG);
    }
    List<Path> headers =
        messages
            .lines()
            .dropWhile(l -> !l.startsWith("#include <...>"))
            .skip(1)
            .takeWhile(l -> l.startsWith(" "))
            .filter(l -> !l.endsWith("(framework directory)"))
            .map(l -> Path.of(l.strip()).normalize())
            .toList();
    return defined.containsKey("__SIZEOF_POINTER__")
        ? Optional.of(new Answer(defined, headers))
        : Optional.empty();
  }
}

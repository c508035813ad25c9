// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What gcc says about a {@link RandomSource}: the numbers that reach its probe. */
final class GccOracle {
  /**
   * Each choice forks the process; what the branches see is collected in memory that they share.
   */
  private static final String RUNTIME =
      """
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/mman.h>
      #include <sys/wait.h>
      #include <unistd.h>
      enum { MAX_VALUES = 4096, MAX_PATHS = 1500 };
      static struct shared { int paths, values; long long value[MAX_VALUES]; } *shared;
      int program(void);
      static void give_up(void) { shared->paths = MAX_PATHS + 1; _exit(0); }
      static void quiet(int signal) { if (signal == SIGXCPU || signal == SIGALRM) give_up(); _exit(0); }
      int choose(int n) {
        for (int choice = 0; choice < n - 1; choice++) {
          if (shared->paths > MAX_PATHS) _exit(0);
          pid_t child = fork();
          if (child == 0) return choice;
          waitpid(child, 0, 0);
        }
        return n - 1;
      }
      void probe(long long value) {
        for (int i = 0; i < shared->values; i++) if (shared->value[i] == value) return;
        if (shared->values == MAX_VALUES) give_up();
        shared->value[shared->values++] = value;
      }
      void *__proviso_new(unsigned long long size) { return malloc(size); }
      void *__proviso_new_zeroed(unsigned long long size) { return calloc(1, size); }
      int main(void) {
        shared = mmap(0, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        pid_t all = fork();
        if (all == 0) {
          signal(SIGSEGV, quiet); signal(SIGFPE, quiet); signal(SIGALRM, quiet);
          alarm(5);
          program();
          shared->paths++;
          _exit(0);
        }
        waitpid(all, 0, 0);
        if (shared->paths > MAX_PATHS) return 1;
        for (int i = 0; i < shared->values; i++) printf("%lld\\n", shared->value[i]);
        return 0;
      }
      """;

  /** What the runtime has for the names that programs leave open. */
  static final String MACROS =
      """
      int choose(int n);
      void probe(long long value);
      #define CHOOSE2 choose(2)
      #define CHOOSE3 choose(3)
      #define CHOOSE4 choose(4)
      #define PROBE(e) probe((long long)(e))
      """;

  private final Path folder;

  private GccOracle(Path folder) {
    this.folder = folder;
  }

  static boolean isAvailable() {
    try {
      return new ProcessBuilder("gcc", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static GccOracle in(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("runtime.c"), RUNTIME);
    GccOracle oracle = new GccOracle(folder);
    oracle.run("gcc", "-O0", "-w", "-c", "-o", "runtime.o", "runtime.c");
    return oracle;
  }

  /** Empty if the program has too many executions. */
  Optional<TreeSet<Long>> values(String program) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("program.c"), program.replace("int main(", "int program("));
    run(
        "gcc",
        "-O0",
        "-w",
        "-fwrapv",
        "-fno-strict-aliasing",
        "-o",
        "program",
        "program.c",
        "runtime.o");
    Process process =
        new ProcessBuilder("./program")
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return Optional.empty();
    }
    if (process.exitValue() != 0) {
      return Optional.empty();
    }
    TreeSet<Long> values = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("out"))) {
      values.add(Long.parseLong(line));
    }
    return Optional.of(values);
  }

  private void run(String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("gcc.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
  }
}

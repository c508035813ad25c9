// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The compiler that random blocks are compared with, where there is one. */
final class Gcc {
  /** Runs each program in a process of its own; a line of dots stands between their outputs. */
  private static final String RUNTIME =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/wait.h>
      #include <unistd.h>
      void *__proviso_new(unsigned long long size) { return malloc(size); }
      void *__proviso_new_zeroed(unsigned long long size) { return calloc(1, size); }
      static void run(int (*program)(void)) {
        fflush(stdout);
        if (fork() == 0) { program(); fflush(stdout); _exit(0); }
        wait(0);
        puts("...");
      }
      """;

  private Gcc() {}

  /** Skips the calling test, saying so, where gcc is missing. */
  static void required() {
    boolean there;
    try {
      there =
          new ProcessBuilder("gcc", "--version")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException | InterruptedException e) {
      there = false;
    }
    if (!there) {
      System.err.println("SKIPPED: no gcc to compare random blocks with");
    }
    Assumptions.assumeTrue(there, "gcc is not installed");
  }

  /** What each of the programs prints. */
  static List<String> outputs(Path folder, List<String> programs)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("gcc", "-O0", "-w", "-fwrapv", "-fno-strict-aliasing", "-o", "all", "all.c"));
    StringBuilder all = new StringBuilder(RUNTIME);
    StringBuilder main = new StringBuilder("int main(void) {\n");
    for (int i = 0; i < programs.size(); i++) {
      String text = programs.get(i).replace("int main(", "int program" + i + "(");
      Files.writeString(folder.resolve("p" + i + ".c"), text);
      command.add("p" + i + ".c");
      all.append("int program").append(i).append("(void);\n");
      main.append("  run(program").append(i).append(");\n");
    }
    Files.writeString(folder.resolve("all.c"), all.append(main).append("}\n"));
    run(folder, command);
    String output = run(folder, List.of("./all"));
    List<String> each = List.of(output.split("\\.\\.\\.\n", -1));
    assertThat(each).hasSize(programs.size() + 1);
    return each.subList(0, programs.size());
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    String output = Files.readString(out);
    assertThat(code).as("%s: %s", command.getFirst(), output).isZero();
    return output;
  }
}

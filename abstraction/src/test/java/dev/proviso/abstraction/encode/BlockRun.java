// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.interpret.Choices;
import dev.proviso.frontend.interpret.Finding;
import dev.proviso.frontend.interpret.Interpreter;
import dev.proviso.frontend.interpret.Outcome;
import dev.proviso.frontend.interpret.Settings;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One execution of a {@link RandomBlock} in the interpreter. */
final class BlockRun {
  private BlockRun() {}

  /** The program with its inputs as constants, printing its outputs at its end. */
  static String printing(RandomBlock.Made made) {
    return constants(made) + "int printf(const char *, ...);\n" + printing(made.text(), made);
  }

  private static String printing(String text, RandomBlock.Made made) {
    String print =
        made.outputs().stream()
            .map(o -> "printf(\"%llx\\n\", " + o + ");")
            .collect(Collectors.joining(" "));
    return text.replace(RandomBlock.END, print);
  }

  /** Gives the inputs as constants. */
  static String constants(RandomBlock.Made made) {
    StringBuilder text = new StringBuilder("#define INPUT(k) CONSTANT##k\n");
    for (int i = 0; i < made.inputs().size(); i++) {
      text.append("#define CONSTANT%d 0x%xull\n".formatted(i, made.inputs().get(i)));
    }
    return text.toString();
  }

  /** Takes the inputs from the environment. */
  static final String CHOSEN =
      "unsigned long long __proviso_nondet_ulonglong(void);\n"
          + "#define INPUT(k) __proviso_nondet_ulonglong()\n";

  static String asPrinted(List<Long> outputs) {
    return outputs.stream().map(o -> "%x\n".formatted(o)).collect(Collectors.joining());
  }

  /** The outputs; empty where the execution ends in a division that has no result. */
  static Optional<List<Long>> outputs(RandomBlock.Made made) throws InputException {
    Program program =
        Frontend.readText(
            "block.c",
            CHOSEN + "int printf(const char *, ...);\n" + printing(made.text(), made),
            Frontend.Options.of(made.target()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    Outcome outcome =
        Interpreter.run(
                program,
                new Settings(
                    List.of("block"),
                    new ByteArrayInputStream(new byte[0]),
                    out,
                    new ByteArrayOutputStream(),
                    1_000_000,
                    1_000,
                    new Inputs(made.inputs()),
                    findings::add))
            .outcome();
    if (outcome instanceof Outcome.Stopped
        && findings.stream().allMatch(f -> f.kind() == Finding.Kind.DIVISION)) {
      return Optional.empty();
    }
    assertThat(findings).as("%s", made.text()).isEmpty();
    assertThat(outcome).as("%s", made.text()).isEqualTo(new Outcome.Exited(0));
    return Optional.of(
        out.toString(StandardCharsets.US_ASCII)
            .lines()
            .map(l -> Long.parseUnsignedLong(l, 16))
            .toList());
  }

  /** The environment gives the inputs, one after the other; what is not initialised is rubbish. */
  private static final class Inputs implements Choices {
    private final Iterator<Long> values;

    Inputs(List<Long> values) {
      this.values = values.iterator();
    }

    @Override
    public byte[] value(Edge havoc, Type type) {
      byte[] bytes = new byte[(int) type.size()];
      if (havoc.statement() instanceof Statement.Havoc h
          && h.cause() instanceof Statement.Cause.Environment) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(values.next());
      } else {
        java.util.Arrays.fill(bytes, (byte) 0xa5);
      }
      return bytes;
    }

    @Override
    public int way(Location location, int ways) {
      throw new IllegalStateException("a choice of " + ways + " ways at " + location);
    }
  }
}

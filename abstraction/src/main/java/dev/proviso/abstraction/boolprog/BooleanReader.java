// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * Reads boolean programs: the language of Bebop with what SLAM, Moped and Boppo added. Control
 * structures become assumptions and jumps. What {@link BooleanPrinter} wrote is read back as it
 * was.
 */
public final class BooleanReader {
  private static final String MAIN = "main";

  private final ReadContext context;
  private final Map<String, BooleanProcedure> procedures = new LinkedHashMap<>();
  private final Map<String, List<SourceRange>> places = new LinkedHashMap<>();

  private BooleanReader(ReadContext context) {
    this.context = context;
  }

  /**
   * @param text the file's text
   * @param file its name, for messages
   */
  public static BooleanSource read(String text, String file, Precedence precedence)
      throws InputException {
    BpLexer lexer = new BpLexer(CharStreams.fromString(text, file));
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    BpParser parser = new BpParser(tokens);
    BpSyntaxErrors errors = new BpSyntaxErrors(file);
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    lexer.addErrorListener(errors);
    parser.addErrorListener(errors);
    BpParser.ProgramContext tree = parser.program();
    if (errors.first().isPresent()) {
      throw new InputException(errors.first().get());
    }
    return new BooleanReader(new ReadContext(file, tokens, precedence)).read(tree);
  }

  private BooleanSource read(BpParser.ProgramContext tree) throws InputException {
    Set<String> globals = new LinkedHashSet<>();
    tree.declaration().forEach(d -> context.declare(d.name(), globals, "global variable"));
    for (BpParser.ProcedureContext procedure : tree.procedure()) {
      if (!context.declare(procedure)) {
        context.error(
            procedure.name(0),
            "a second procedure '" + ReadContext.text(procedure.name(0)) + "'",
            "give it another name");
      }
    }
    for (BpParser.ProcedureContext procedure : tree.procedure()) {
      ProcedureReader reader = new ProcedureReader(context, globals, procedure);
      BooleanProcedure read = reader.read();
      procedures.putIfAbsent(read.name(), read);
      places.putIfAbsent(read.name(), reader.places());
    }
    if (!procedures.containsKey(MAIN) && context.messages().isEmpty()) {
      context.add(
          Message.error(
              new SourceRange(context.file(), 1, 1, 1, 1),
              "there is no procedure 'main', where execution would start",
              "write one: void main() begin … end"));
    }
    if (!context.messages().isEmpty()) {
      throw new InputException(context.messages().stream().sorted().toList());
    }
    BooleanProgram program =
        new BooleanProgram(List.copyOf(globals), new ArrayList<>(procedures.values()));
    return new BooleanSource(program, places, context.threads());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import java.util.List;
import java.util.Optional;

/**
 * A procedure of a boolean program.
 *
 * @param parameters variables that a call gives values to
 * @param results how many truth values it returns
 * @param locals its other variables; arbitrary when it is entered
 * @param enforced holds wherever the procedure is: no execution goes on where it cannot be true
 */
public record BooleanProcedure(
    String name,
    List<String> parameters,
    int results,
    List<String> locals,
    Optional<BooleanExpr> enforced,
    List<Line> body) {
  /** A procedure that enforces nothing. */
  public BooleanProcedure(
      String name, List<String> parameters, int results, List<String> locals, List<Line> body) {
    this(name, parameters, results, locals, Optional.empty(), body);
  }

  public BooleanProcedure {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
    body = List.copyOf(body);
  }

  /**
   * A statement where it stands.
   *
   * @param label what a goto calls it
   * @param comment what a reader may want to know
   */
  public record Line(Optional<String> label, BooleanStatement statement, Optional<String> comment) {

    public static Line of(BooleanStatement statement) {
      return new Line(Optional.empty(), statement, Optional.empty());
    }

    public Line labelled(String name) {
      return new Line(Optional.of(name), statement, comment);
    }

    public Line explained(String text) {
      return new Line(label, statement, Optional.of(text));
    }
  }
}

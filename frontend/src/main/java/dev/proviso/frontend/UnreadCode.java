// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A program of which some code was not read: a function that the user's code declares and no unit
 * defines may be there, and call anything. What only headers of the system declare is not expected
 * there.
 */
final class UnreadCode {
  /** How many files a reason names. */
  private static final int NAMED = 3;

  private UnreadCode() {}

  static Program marked(Program program, List<Path> files) {
    if (files.isEmpty()) {
      return program;
    }
    String names =
        files.stream().limit(NAMED).map(Path::toString).collect(Collectors.joining(", "));
    String more = files.size() > NAMED ? " and " + (files.size() - NAMED) + " others" : "";
    Annotation unread =
        new Annotation(
            Annotation.UNREAD,
            List.of("it may be defined in code that was not read: " + names + more));
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    program
        .procedures()
        .forEach((name, p) -> procedures.put(name, isMissing(p) ? annotated(p, unread) : p));
    return new Program(
        program.target(),
        program.globals(),
        program.initialisers(),
        procedures,
        program.entry(),
        program.messages());
  }

  private static boolean isMissing(Procedure procedure) {
    return procedure.body() instanceof Body.Undefined
        && procedure.origin().kind() == Origin.Kind.USER;
  }

  private static Procedure annotated(Procedure procedure, Annotation annotation) {
    List<Annotation> annotations = new ArrayList<>(procedure.annotations());
    annotations.add(annotation);
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals(),
        procedure.locals(),
        procedure.body(),
        annotations,
        procedure.origin());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Decides which body a function has that both the driver and a model define: the driver's own, where its files have one; the
 * model's, where a header gives one.
 *
 * @param messages a warning for every model that is not used
 */
record ModelBodies(Program driver, Program models, List<Message> messages) {

  static ModelBodies choose(Program driver, Program models) {
    List<Message> messages = new ArrayList<>();
    Program open = undefine(driver, p -> isHeader(p) && isDefined(models, p.name()));
    Predicate<Procedure> replaced =
        model -> isExternal(model) && isDefined(open, model.name()) && isExternal(open.procedures().get(model.name()));
    for (Procedure model : models.procedures().values()) {
      if (hasBody(model) && replaced.test(model) && !isLibrary(model)) {
        Procedure own = open.procedures().get(model.name());
        String sentence = "'" + own.name() + "' is defined here: this body is used, and not the platform's model of it";
        messages.add(Message.warning(own.origin().range(), sentence));
      }
    }
    return new ModelBodies(open, undefine(models, replaced), messages);
  }

  private static boolean isDefined(Program program, String name) {
    Procedure procedure = program.procedures().get(name);
    return procedure != null && hasBody(procedure);
  }

  private static boolean hasBody(Procedure procedure) {
    return !(procedure.body() instanceof Body.Undefined);
  }

  private static boolean isHeader(Procedure procedure) {
    return procedure.origin().kind() == Origin.Kind.HEADER;
  }

  private static boolean isExternal(Procedure procedure) {
    return procedure.annotations().stream().noneMatch(a -> a.name().equals(Annotation.STATIC));
  }

  /** Programs that bring functions of the C library, or of SV-COMP, are ordinary. */
  private static boolean isLibrary(Procedure model) {
    return model.origin().range().file().contains("/" + PlatformLibrary.NONE + "/models/");
  }

  private static Program undefine(Program program, Predicate<Procedure> which) {
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    program.procedures().forEach((name, p) -> procedures.put(name, hasBody(p) && which.test(p) ? declared(p) : p));
    return new Program(
        program.target(),
        program.globals(),
        program.initialisers(),
        procedures,
        program.entry(),
        program.messages());
  }

  private static Procedure declared(Procedure p) {
    List<Annotation> annotations =
        p.annotations().stream().filter(a -> !a.name().equals(Annotation.STATIC)).toList();
    return new Procedure(p.name(), p.type(), List.of(), List.of(), new Body.Undefined(), annotations, p.origin());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.specs.platform.Platform.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which function type each role is: asked of the front end by a unit that declares a function of
 * every role.
 */
final class RoleTypes {
  private static final String PREFIX = "proviso_role_";

  private RoleTypes() {}

  /** The C text that asks. */
  static String question(Platform platform) {
    StringBuilder out = new StringBuilder();
    platform.headers().forEach(h -> out.append("#include <").append(h).append(">\n"));
    for (Role role : platform.roles()) {
      out.append("extern ")
          .append(role.name())
          .append(' ')
          .append(PREFIX)
          .append(role.name())
          .append(";\n");
    }
    return out.toString();
  }

  /**
   * What the lowered text says. A role is missing if the headers do not declare it as a function
   * type.
   */
  static Map<String, FunctionType> answer(Program lowered) {
    Map<String, FunctionType> types = new LinkedHashMap<>();
    for (Procedure procedure : lowered.procedures().values()) {
      if (procedure.name().startsWith(PREFIX)) {
        types.put(procedure.name().substring(PREFIX.length()), procedure.type());
      }
    }
    return types;
  }

  /** The lowered text without the declarations that asked. */
  static Program withoutQuestion(Program lowered) {
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>(lowered.procedures());
    procedures.keySet().removeIf(name -> name.startsWith(PREFIX));
    return new Program(
        lowered.target(),
        lowered.globals(),
        lowered.initialisers(),
        procedures,
        lowered.entry(),
        lowered.messages());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.specs.platform.Platform.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which function type each role is: asked of the front end by a unit that declares a function of every role. */
final class RoleTypes {
  private static final String PREFIX = "proviso_role_";

  private RoleTypes() {}

  /** The C text that asks. */
  static String question(Platform platform) {
    StringBuilder out = new StringBuilder();
    platform.headers().forEach(h -> out.append("#include <").append(h).append(">\n"));
    for (Role role : platform.roles()) {
      out.append("extern ").append(role.name()).append(' ').append(PREFIX).append(role.name()).append(";\n");
    }
    out.append("void (*proviso_roles[])(void) = {\n");
    for (Role role : platform.roles()) {
      out.append("  (void (*)(void))").append(PREFIX).append(role.name()).append(",\n");
    }
    return out.append("  0,\n};\n").toString();
  }

  /** What the lowered text says. A role is missing if the headers do not declare it as a function type. */
  static Map<String, FunctionType> answer(Program lowered) {
    Map<String, FunctionType> types = new LinkedHashMap<>();
    for (Procedure procedure : lowered.procedures().values()) {
      if (procedure.name().startsWith(PREFIX)) {
        types.put(procedure.name().substring(PREFIX.length()), procedure.type());
      }
    }
    return types;
  }
}

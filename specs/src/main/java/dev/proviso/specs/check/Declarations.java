// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.specs.slic.Rule.FunctionPattern;
import dev.proviso.specs.weave.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a platform's headers declare that an event can be named after.
 *
 * @param roles the role types, each with the signature of its functions
 * @param complete false if functions of the program may be meant too, so that an unknown name may
 *     still be right
 */
record Declarations(List<Signature> functions, Map<String, Signature> roles, boolean complete) {
  Declarations {
    functions = List.copyOf(functions);
  }

  /** The functions and roles that the name means. */
  List<Signature> named(FunctionPattern pattern) {
    List<Signature> found = new ArrayList<>();
    functions.stream().filter(f -> pattern.matches(f.sourceName())).forEach(found::add);
    roles.forEach(
        (role, signature) -> {
          if (pattern.matches(role)) {
            found.add(signature);
          }
        });
    return found;
  }

  List<String> names() {
    return Stream.concat(functions.stream().map(Signature::sourceName), roles.keySet().stream())
        .toList();
  }
}

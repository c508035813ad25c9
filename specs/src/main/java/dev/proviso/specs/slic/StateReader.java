// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.Message;
import dev.proviso.specs.slic.Code.Kind;
import dev.proviso.specs.slic.Code.Token;
import dev.proviso.specs.slic.Rule.State;
import dev.proviso.specs.slic.Rule.StateVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits the state block into declarations and finds the names that they declare. */
final class StateReader {
  private StateReader() {}

  static State read(Code block, List<Message> messages) {
    List<Code> declarations = new ArrayList<>();
    List<StateVariable> variables = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < block.tokens().size(); i++) {
      depth += depth(block.tokens().get(i));
      if (depth == 0 && block.tokens().get(i).is(";")) {
        if (i > start) {
          Code declaration = block.part(start, i);
          declarations.add(declaration);
          declared(declaration, variables, messages);
        }
        start = i + 1;
      }
    }
    if (start < block.tokens().size()) {
      messages.add(
          Message.error(
              block.tokens().getLast().range(),
              "the declaration does not end",
              "put a ';' behind it"));
    }
    return new State(declarations, variables);
  }

  private static int depth(Token token) {
    return switch (token.text()) {
      case "{", "(", "[" -> 1;
      case "}", ")", "]" -> -1;
      default -> 0;
    };
  }

  /** Each part between commas declares the last name before its {@code =}. */
  private static void declared(
      Code declaration, List<StateVariable> variables, List<Message> messages) {
    Optional<Token> name = Optional.empty();
    boolean initialiser = false;
    int depth = 0;
    int before = variables.size();
    for (Token token : declaration.tokens()) {
      depth += depth(token);
      if (depth == 0 && token.is(",")) {
        name.ifPresent(n -> variables.add(new StateVariable(n.text(), n.range())));
        name = Optional.empty();
        initialiser = false;
      } else if (depth == 0 && token.is("=")) {
        initialiser = true;
      } else if (!initialiser && depth == 0 && token.kind() == Kind.NAME) {
        name = Optional.of(token);
      } else if (!initialiser && (token.is("[") || token.is("("))) {
        messages.add(
            Message.error(
                token.range(),
                "state holds scalar variables only: integers, enumerations and pointers"));
        return;
      }
    }
    name.ifPresent(n -> variables.add(new StateVariable(n.text(), n.range())));
    Token first = declaration.tokens().getFirst();
    if (variables.size() == before
        || declaration.tokens().size() == 1
        || variables.getLast().range().equals(first.range())) {
      messages.add(
          Message.error(
              declaration.range(),
              "this declares no variable",
              "write, for example, int count = 0;"));
    }
  }
}

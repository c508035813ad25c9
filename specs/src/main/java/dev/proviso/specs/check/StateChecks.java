// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.source.Message;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Code.Kind;
import dev.proviso.specs.slic.Code.Token;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.Rule.StateVariable;
import java.util.ArrayList;
import java.util.List;

/** Checks that state is used, and that SLIC's own statements are written as they must be. */
final class StateChecks {
  private final Rule rule;
  private final List<Message> messages;

  StateChecks(Rule rule, List<Message> messages) {
    this.rule = rule;
    this.messages = messages;
  }

  void run() {
    List<Code> codes = codes();
    rule.state().variables().forEach(v -> use(v, codes));
    codes.forEach(c -> statements(c.tokens()));
  }

  private List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    rule.helpers().forEach(h -> codes.add(h.text()));
    rule.handlers().forEach(h -> codes.add(h.body()));
    return codes;
  }

  private void use(StateVariable variable, List<Code> codes) {
    boolean mentioned = false;
    boolean read = false;
    for (Code code : codes) {
      for (int i = 0; i < code.tokens().size(); i++) {
        if (isUse(code.tokens(), i, variable.name())) {
          mentioned = true;
          boolean assigned = i + 1 < code.tokens().size() && code.tokens().get(i + 1).is("=");
          read |= !assigned;
        }
      }
    }
    if (!mentioned) {
      messages.add(
          Message.error(
              variable.range(),
              "state variable " + variable.name() + " is never read or written",
              "remove it"));
    } else if (!read) {
      messages.add(
          Message.warning(
              variable.range(),
              "state variable " + variable.name() + " is written but never read"));
    }
  }

  /** A member of the same name is something else. */
  private static boolean isUse(List<Token> tokens, int index, String name) {
    boolean member = index > 0 && (tokens.get(index - 1).is(".") || tokens.get(index - 1).is("->"));
    return tokens.get(index).is(name) && !member;
  }

  private void statements(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean member = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->"));
      if (token.is("abort") && !member && !ends(tokens, i + 1, true)) {
        messages.add(
            Message.error(
                token.range(), "this abort is not complete", "write abort; or abort \"message\";"));
      } else if (token.is("halt") && !member && !ends(tokens, i + 1, false)) {
        messages.add(Message.error(token.range(), "this halt is not complete", "write halt;"));
      }
    }
  }

  private static boolean ends(List<Token> tokens, int start, boolean withText) {
    int next = start;
    while (withText && next < tokens.size() && tokens.get(next).kind() == Kind.STRING) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).is(";");
  }
}

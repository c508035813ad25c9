// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Code.Kind;
import dev.proviso.specs.slic.Code.Token;
import dev.proviso.specs.slic.EventKind;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.Rule.FunctionPattern;
import dev.proviso.specs.weave.Signature;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the names of events and the {@code $} names against what is declared. */
final class EventChecks {
  private static final Pattern IN_TEXT = Pattern.compile("\\$\\w+");
  private static final List<String> STATEMENTS = List.of("memcpy", "memmove", "memset");
  private static final List<String> SPECIAL = List.of("$return", "$function", "$watched");

  private final Rule rule;
  private final Declarations declarations;
  private final List<Message> messages;

  EventChecks(Rule rule, Declarations declarations, List<Message> messages) {
    this.rule = rule;
    this.declarations = declarations;
    this.messages = messages;
  }

  void run() {
    for (Rule.Watch watch : rule.watches()) {
      List<Signature> meant = meant(watch.functions());
      code(watch.value(), watch.event(), meant);
    }
    boolean guarded = false;
    for (Rule.Handler handler : rule.handlers()) {
      List<Signature> meant = meant(handler.functions());
      if (handler.guard() != null) {
        guarded = true;
        code(handler.guard(), handler.event(), meant);
        if (!rule.isWatching()) {
          error(
              handler.guard().range(),
              "a guard compares with the watched object, and this rule watches none",
              "say which behind the state: state { … } watch "
                  + spelled(handler)
                  + "."
                  + handler.guard().text().strip()
                  + ";");
        }
      }
      code(handler.body(), handler.event(), meant);
    }
    if (rule.isWatching() && !guarded) {
      messages.add(
          Message.warning(
              rule.watches().getFirst().value().range(),
              "no event is guarded, so that all objects share one state",
              "write, for example, "
                  + spelled(rule.handlers().getFirst())
                  + " with guard ($1) { … }"));
    }
    rule.helpers().forEach(h -> helper(h.text()));
  }

  private static String spelled(Rule.Handler handler) {
    return handler.functions().getFirst() + "." + handler.event().spelling();
  }

  private List<Signature> meant(List<FunctionPattern> patterns) {
    for (FunctionPattern pattern : patterns) {
      if (STATEMENTS.contains(pattern.name())) {
        error(
            pattern.range(),
            "calls of "
                + pattern.name()
                + " are statements to the front end, which raise no events");
      } else if (declarations.named(pattern).isEmpty()) {
        unknown(pattern);
      }
    }
    return patterns.stream().flatMap(p -> declarations.named(p).stream()).distinct().toList();
  }

  private void unknown(FunctionPattern pattern) {
    String[] near = NearNames.help(pattern.name(), declarations.names());
    if (declarations.complete()) {
      String sentence =
          pattern.prefix()
              ? "no function of platform "
                  + rule.platform()
                  + " has a name that starts with "
                  + pattern.name()
              : pattern.name() + " is neither a function nor a role of platform " + rule.platform();
      error(pattern.range(), sentence, near);
    } else {
      messages.add(
          Message.warning(
              pattern.range(),
              pattern + " is not declared here: only the program can tell whether it exists",
              near));
    }
  }

  private void code(Code code, EventKind event, List<Signature> meant) {
    for (Token token : code.tokens()) {
      if (token.kind() == Kind.DOLLAR) {
        if (token.is("$function")) {
          error(token.range(), "$function is a name, for messages only");
        } else {
          dollar(token.text(), token.range(), event, meant);
        }
      } else if (token.kind() == Kind.STRING) {
        for (Matcher m = IN_TEXT.matcher(token.text()); m.find(); ) {
          SourceRange at = token.range();
          int column = at.column() + m.start();
          SourceRange range =
              new SourceRange(
                  at.file(), at.line(), column, at.line(), column + m.group().length() - 1);
          dollar(m.group(), range, event, meant);
        }
      }
    }
  }

  private void dollar(String name, SourceRange range, EventKind event, List<Signature> meant) {
    if (name.matches("\\$[0-9]+")) {
      argument(Integer.parseInt(name.substring(1)), range, meant);
    } else if (name.equals("$return")) {
      result(range, event, meant);
    } else if (name.equals("$watched")) {
      if (!rule.isWatching()) {
        error(
            range,
            "this rule watches no object",
            "say which behind the state: state { … } watch F.entry.$1;");
      }
    } else if (!name.equals("$function")) {
      error(
          range,
          "there is no " + name + ": an event has $1, $2, …, $return, $function and $watched",
          NearNames.help(name, SPECIAL));
    }
  }

  private void argument(int k, SourceRange range, List<Signature> meant) {
    if (k == 0) {
      error(range, "arguments are counted from $1");
      return;
    }
    for (Signature signature : meant) {
      if (!signature.hasParameter(k)) {
        int count = signature.parameters().size();
        String has =
            count == 0 ? "no parameters" : count == 1 ? "one parameter" : count + " parameters";
        error(range, "there is no $" + k + ": " + signature.sourceName() + " has " + has);
        return;
      }
    }
  }

  private void result(SourceRange range, EventKind event, List<Signature> meant) {
    if (!event.hasResult()) {
      error(
          range,
          "$return is not known on " + event.spelling(),
          "the result is known on exit and return");
      return;
    }
    meant.stream()
        .filter(s -> !s.hasResult())
        .findFirst()
        .ifPresent(
            s -> error(range, "there is no $return: " + s.sourceName() + " returns nothing"));
  }

  private void helper(Code text) {
    text.tokens().stream()
        .filter(t -> t.kind() == Kind.DOLLAR)
        .forEach(
            t ->
                error(
                    t.range(),
                    t.text() + " means something at an event only",
                    "give the function a parameter, and pass " + t.text()));
  }

  private void error(SourceRange range, String sentence, String... help) {
    messages.add(Message.error(range, sentence, help));
  }
}

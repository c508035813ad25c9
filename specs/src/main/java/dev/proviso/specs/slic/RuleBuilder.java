// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.slic.Rule.FunctionPattern;
import dev.proviso.specs.slic.Rule.Handler;
import dev.proviso.specs.slic.Rule.Helper;
import dev.proviso.specs.slic.Rule.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Rule} of ANTLR's tree. */
final class RuleBuilder {
  static final String NO_PLATFORM = "none";

  private final Places places;
  private final CommonTokenStream tokens;
  private final List<Message> messages;

  RuleBuilder(Places places, CommonTokenStream tokens, List<Message> messages) {
    this.places = places;
    this.tokens = tokens;
    this.messages = messages;
  }

  Rule build(SlicParser.RuleFileContext tree, String defaultName) {
    SlicParser.@Nullable RuleNameContext name =
        only(
            tree.part().stream().flatMap(p -> Stream.ofNullable(p.ruleName())).toList(),
            "rule NAME;");
    SlicParser.@Nullable PlatformContext platform =
        only(
            tree.part().stream().flatMap(p -> Stream.ofNullable(p.platform())).toList(),
            "platform NAME;");
    SlicParser.@Nullable StateContext state =
        only(
            tree.part().stream().flatMap(p -> Stream.ofNullable(p.state())).toList(),
            "state { … }");
    List<Watch> watches =
        state == null || state.watches() == null
            ? List.of()
            : state.watches().watch().stream().map(this::watch).toList();
    List<Handler> handlers =
        tree.part().stream()
            .filter(p -> p.handler() != null)
            .map(p -> handler(p.handler()))
            .toList();
    List<Helper> helpers =
        tree.part().stream().filter(p -> p.helper() != null).map(p -> helper(p.helper())).toList();
    return new Rule(
        name == null ? defaultName : name.Name().getText(),
        documentation(),
        platform == null ? NO_PLATFORM : platform.Name().getText(),
        platform == null ? new SourceRange(places.file(), 1, 1, 1, 1) : places.range(platform),
        state == null
            ? new Rule.State(List.of(), List.of())
            : StateReader.read(
                places.between(
                    tokens,
                    symbol(state, SlicParser.LeftBrace),
                    last(state, SlicParser.RightBrace)),
                messages),
        watches,
        handlers,
        helpers,
        places.file());
  }

  /** The one part of its sort, if there is any. */
  private <C extends ParserRuleContext> @Nullable C only(List<C> parts, String what) {
    parts.stream()
        .skip(1)
        .forEach(
            part ->
                messages.add(
                    Message.error(
                        places.range(part),
                        "a second '"
                            + what
                            + "'; the first is at line "
                            + parts.getFirst().getStart().getLine(),
                        "put both into one")));
    return parts.isEmpty() ? null : parts.getFirst();
  }

  private Watch watch(SlicParser.WatchContext watch) {
    return new Watch(
        functions(watch.functions()),
        event(watch.Name()),
        places.including(tokens, watch.value().getStart(), watch.value().getStop()));
  }

  private Handler handler(SlicParser.HandlerContext handler) {
    @Nullable Code guard = null;
    if (handler.code() != null) {
      guard =
          places.between(
              tokens,
              symbol(handler, SlicParser.LeftParenthesis),
              last(handler, SlicParser.RightParenthesis));
    }
    SourceRange range = places.range(handler.functions().getStart(), handler.Name().getSymbol());
    return new Handler(
        functions(handler.functions()),
        event(handler.Name()),
        guard,
        block(handler.block()),
        range);
  }

  private Code block(SlicParser.BlockContext block) {
    return places.between(tokens, block.getStart(), block.getStop());
  }

  private Helper helper(SlicParser.HelperContext helper) {
    TerminalNode name = helper.Name().getLast();
    Code text = places.including(tokens, helper.getStart(), helper.getStop());
    return new Helper(name.getText(), text, places.range(name.getSymbol(), name.getSymbol()));
  }

  private List<FunctionPattern> functions(SlicParser.FunctionsContext functions) {
    return functions.function().stream()
        .map(f -> new FunctionPattern(f.Name().getText(), f.getChildCount() > 1, places.range(f)))
        .toList();
  }

  private EventKind event(TerminalNode name) {
    return EventKind.of(name.getText())
        .orElseGet(
            () -> {
              messages.add(
                  Message.error(
                      places.range(name.getSymbol(), name.getSymbol()),
                      "no event '"
                          + name.getText()
                          + "': a function has "
                          + String.join(", ", EventKind.spellings()),
                      NearNames.help(name.getText(), EventKind.spellings())));
              return EventKind.CALL;
            });
  }

  /** The first doc comment, without its stars. */
  private String documentation() {
    return tokens.getTokens().stream()
        .filter(t -> t.getType() == SlicLexer.DocComment)
        .findFirst()
        .map(t -> t.getText().substring(3, t.getText().length() - 2))
        .map(
            t ->
                t.lines()
                    .map(l -> l.strip().replaceFirst("^\\*+ ?", ""))
                    .collect(Collectors.joining("\n"))
                    .strip())
        .orElse("");
  }

  private static Token symbol(ParserRuleContext context, int type) {
    return ((TerminalNode)
            context.children.stream()
                .filter(c -> c instanceof TerminalNode t && t.getSymbol().getType() == type)
                .findFirst()
                .orElseThrow())
        .getSymbol();
  }

  private static Token last(ParserRuleContext context, int type) {
    List<TerminalNode> nodes = new ArrayList<>();
    context.children.forEach(
        c -> {
          if (c instanceof TerminalNode t && t.getSymbol().getType() == type) {
            nodes.add(t);
          }
        });
    return nodes.getLast().getSymbol();
  }
}

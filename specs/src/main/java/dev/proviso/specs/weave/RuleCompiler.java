// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Code.Kind;
import dev.proviso.specs.slic.Code.Token;
import dev.proviso.specs.slic.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule as a C unit: state as globals, one function for each reaction (SLIC,
 * MSR-TR-2001-21, section 4).
 */
final class RuleCompiler {
  private static final Pattern DOLLAR = Pattern.compile("\\$(\\d+|[A-Za-z_]\\w*)");

  private final Rule rule;
  private final UnitText out;
  private final SequencedMap<String, Type> types = new LinkedHashMap<>();
  private final Map<Type, String> typeNames = new LinkedHashMap<>();

  private RuleCompiler(Rule rule) {
    this.rule = rule;
    this.out = new UnitText(rule.file());
  }

  /**
   * @param headers what the unit includes
   * @param watched the type of the watched object where it is known to be an integer; null where it
   *     is a pointer
   */
  static RuleUnit compile(
      Rule rule, List<Reaction> reactions, List<String> headers, @Nullable IntType watched) {
    return new RuleCompiler(rule).compile(reactions, headers, watched);
  }

  private RuleUnit compile(
      List<Reaction> reactions, List<String> headers, @Nullable IntType watched) {
    SourceRange top = new SourceRange(rule.file(), 1, 1, 1, 1);
    headers.forEach(h -> out.made("#include <" + h + ">\n", top));
    if (rule.isWatching()) {
      String type = watched == null ? "void *" : typeName(watched) + " ";
      out.made(type + RuleUnit.WATCHED + ";\n", rule.watches().getFirst().value().range());
    }
    CodeWriter plain =
        new CodeWriter(out, text -> text.isEmpty() ? rule.name() + " is broken" : text);
    for (Code declaration : rule.state().declarations()) {
      out.made("static ", declaration.range());
      plain.write(declaration);
      out.made(";\n", declaration.range());
    }
    for (Rule.Helper helper : rule.helpers()) {
      plain.write(helper.text());
      out.made("\n", helper.range());
    }
    reactions.forEach(this::function);
    return new RuleUnit(out.toString(), types, reactions, out.positions());
  }

  private void function(Reaction reaction) {
    SourceRange place = reaction.handler().range();
    String parameters =
        reaction.parameters().stream()
            .map(p -> typeName(p.type()) + " " + p.name())
            .collect(Collectors.joining(", "));
    out.made(
        "void "
            + reaction.procedure()
            + "("
            + (parameters.isEmpty() ? "void" : parameters)
            + ") {\n",
        place);
    CodeWriter writer = new CodeWriter(out, text -> message(text, reaction));
    @Nullable Code guard = reaction.handler().guard();
    if (guard != null) {
      guard(guard, writer, place);
    }
    writer.write(reaction.handler().body());
    out.made((guard == null ? "" : "}") + "\n}\n", place);
  }

  /**
   * The watched object is never null, and what cannot be read because a pointer on the way is null
   * is no object.
   */
  private void guard(Code guard, CodeWriter writer, SourceRange place) {
    out.made("if (", place);
    for (Code prefix : dereferenced(guard)) {
      out.made("(", place);
      writer.write(prefix);
      out.made(") != 0 && ", place);
    }
    out.made("(", place);
    writer.write(guard);
    out.made(") == " + RuleUnit.WATCHED + ") {", place);
  }

  /** The pointers that reading the path dereferences, from the first on. */
  private static List<Code> dereferenced(Code path) {
    List<Code> pointers = new ArrayList<>();
    List<Token> tokens = path.tokens();
    int stars = 0;
    while (stars < tokens.size() && tokens.get(stars).is("*")) {
      stars++;
    }
    int depth = 0;
    for (int i = stars; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      boolean dereferences = token.is("->") || (token.is("[") && depth == 1);
      if (depth == (token.is("[") ? 1 : 0) && dereferences) {
        pointers.add(path.part(stars, i));
      }
    }
    for (int star = stars - 1; star >= 0; star--) {
      pointers.add(path.part(star + 1, tokens.size()));
    }
    return pointers;
  }

  private String typeName(Type type) {
    return typeNames.computeIfAbsent(
        type,
        t -> {
          String name = "T" + types.size() + "_of_rule";
          types.put(name, t);
          return name;
        });
  }

  /** The message with {@code $1}, {@code $function}, … replaced by what they are at this event. */
  private String message(String text, Reaction reaction) {
    Signature signature = reaction.signature();
    if (text.isEmpty()) {
      return rule.name()
          + " is broken at "
          + signature.sourceName()
          + "."
          + reaction.event().spelling();
    }
    return DOLLAR
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(meaning(m.group(1), reaction)));
  }

  private static String meaning(String name, Reaction reaction) {
    Signature signature = reaction.signature();
    return switch (name) {
      case "function" -> signature.sourceName();
      case "watched" -> "the watched object";
      case "return" -> "the result of " + signature.sourceName();
      default ->
          Character.isDigit(name.charAt(0))
              ? signature.describe(Integer.parseInt(name))
              : "$" + name;
    };
  }

  /** The {@code $} names in a handler's guard and body, {@code $1} first, {@code $return} last. */
  static List<Token> dollars(Rule.Handler handler) {
    Map<String, Token> found = new LinkedHashMap<>();
    if (handler.guard() != null) {
      collect(handler.guard(), found);
    }
    collect(handler.body(), found);
    return found.values().stream()
        .sorted(
            Comparator.comparingInt(
                t -> number(t.text()) == 0 ? Integer.MAX_VALUE : number(t.text())))
        .toList();
  }

  private static void collect(Code code, Map<String, Token> found) {
    code.tokens().stream()
        .filter(t -> t.kind() == Kind.DOLLAR)
        .forEach(t -> found.putIfAbsent(t.text(), t));
  }

  /** The k of {@code $k}; 0 for other names. */
  static int number(String dollar) {
    return dollar.matches("\\$[1-9][0-9]{0,3}") ? Integer.parseInt(dollar.substring(1)) : 0;
  }
}

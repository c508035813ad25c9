// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.IntType;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.weave.LoweredRule;
import dev.proviso.specs.weave.Signature;
import dev.proviso.specs.weave.Signatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks a rule against its platform, without a program. */
public final class RuleChecker {
  private static final String ROLE_PREFIX = "proviso_any_";

  private final PlatformLibrary platforms;

  public RuleChecker(PlatformLibrary platforms) {
    this.platforms = platforms;
  }

  /**
   * What is wrong with the rule, or doubtful, in the order of its file; nothing where all is well.
   */
  public List<Message> check(Rule rule) {
    List<Message> messages = new ArrayList<>();
    new StateChecks(rule, messages).run();
    try {
      Platform platform = platform(rule);
      Program declared = declared(platform);
      Declarations declarations = declarations(rule, declared);
      new EventChecks(rule, declarations, messages).run();
      if (messages.stream().noneMatch(m -> m.severity() == Severity.ERROR)) {
        messages.addAll(code(rule, platform, declarations));
      }
    } catch (InputException e) {
      messages.addAll(e.messages());
    }
    return messages.stream().distinct().sorted().toList();
  }

  private Platform platform(Rule rule) throws InputException {
    try {
      return platforms.load(rule.platform());
    } catch (InputException e) {
      List<Message> placed = new ArrayList<>();
      for (Message m : e.messages()) {
        boolean nowhere = m.range().equals(SourceRange.NONE);
        SourceRange range = nowhere ? rule.platformPlace() : m.range();
        placed.add(new Message(m.severity(), range, m.sentence(), m.notes(), m.help()));
      }
      throw new InputException(placed);
    }
  }

  private static List<Message> code(Rule rule, Platform platform, Declarations declarations)
      throws InputException {
    List<Signature> undeclared = undeclared(rule, declarations);
    List<Signature> all = new ArrayList<>(declarations.functions());
    all.addAll(undeclared);
    CodeChecks.Lowered known =
        () -> LoweredRule.of(rule, platform, declarations.functions(), declarations.roles());
    return CodeChecks.run(
        rule,
        known,
        undeclared.isEmpty()
            ? null
            : () -> LoweredRule.of(rule, platform, all, declarations.roles()));
  }

  /** Functions that only the program declares, taken for functions of integers. */
  private static List<Signature> undeclared(Rule rule, Declarations declarations) {
    return rule.handlers().stream()
        .flatMap(h -> h.functions().stream())
        .filter(f -> declarations.named(f).isEmpty())
        .map(f -> new Signature(f.name(), IntType.INT, List.of(), List.of(), true))
        .distinct()
        .toList();
  }

  /** What the platform's headers declare, with one function for each role. */
  private static Program declared(Platform platform) throws InputException {
    StringBuilder text = new StringBuilder("#include \"proviso.h\"\n");
    platform.headers().forEach(h -> text.append("#include <").append(h).append(">\n"));
    platform
        .roles()
        .forEach(
            r ->
                text.append("extern ")
                    .append(r.name())
                    .append(' ')
                    .append(ROLE_PREFIX)
                    .append(r.name())
                    .append(";\n"));
    Frontend.Options options =
        new Frontend.Options(
                platform.target(),
                List.of(),
                platform.content().includes(),
                List.of(),
                Origin.Kind.RULE)
            .withWholeHeaders();
    return Frontend.readText("headers-of-" + platform.name() + ".c", text.toString(), options);
  }

  private static Declarations declarations(Rule rule, Program declared) {
    List<Signature> functions = new ArrayList<>();
    Map<String, Signature> roles = new LinkedHashMap<>();
    for (Signature signature : Signatures.of(declared)) {
      if (signature.function().startsWith(ROLE_PREFIX)) {
        String role = signature.function().substring(ROLE_PREFIX.length());
        roles.put(
            role,
            new Signature(
                role,
                signature.result(),
                signature.parameters(),
                signature.names(),
                signature.open()));
      } else {
        functions.add(signature);
      }
    }
    return new Declarations(functions, roles, !rule.platform().equals(PlatformLibrary.NONE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Platform.Alias;
import dev.proviso.specs.platform.Platform.Caller;
import dev.proviso.specs.platform.Platform.NamedEntry;
import dev.proviso.specs.platform.Platform.Registration;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Platform.Selector;
import dev.proviso.specs.platform.Platform.Undefined;
import dev.proviso.specs.yaml.YamlFields;
import dev.proviso.specs.yaml.YamlNode;
import dev.proviso.specs.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one {@code platform.yml} says, before it is joined with the platforms it extends. */
record PlatformText(
    String name,
    List<String> parents,
    Target target,
    List<String> headers,
    List<Role> roles,
    List<Registration> registrations,
    List<NamedEntry> names,
    List<Alias> aliases,
    Map<String, String> labels,
    Undefined undefined,
    List<String> initial,
    List<String> assumptions,
    List<RoleUse> roleUses) {

  /** Where the text speaks of a role that this platform, or one that it extends, must have. */
  record RoleUse(String role, SourceRange range) {}

  private static final Set<String> KEYS =
      keys(
          "name",
          "extends",
          "target",
          "headers",
          "roles",
          "registrations",
          "names",
          "aliases",
          "labels",
          "undefined",
          "initial",
          "assumptions");

  /**
   * @param file the name for messages
   * @throws InputException with everything that is wrong, each at its place
   */
  static PlatformText read(String file, String text) throws InputException {
    List<Message> messages = new ArrayList<>();
    PlatformText result =
        new Reading(messages, new ArrayList<>()).platform(YamlReader.read(file, text));
    if (!messages.isEmpty()) {
      throw new InputException(messages);
    }
    return result;
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(Arrays.asList(keys));
  }

  private record Reading(List<Message> messages, List<RoleUse> roleUses) {
    PlatformText platform(YamlNode root) {
      YamlFields fields = YamlFields.of(root, "a platform", KEYS, messages);
      return new PlatformText(
          fields.text("name"),
          fields.texts("extends"),
          target(fields),
          fields.texts("headers"),
          fields.items("roles").stream().map(this::role).toList(),
          fields.items("registrations").stream().map(this::registration).toList(),
          fields.items("names").stream().map(this::namedEntry).toList(),
          fields.items("aliases").stream().map(this::alias).toList(),
          labels(fields),
          undefined(fields),
          fields.texts("initial"),
          fields.texts("assumptions"),
          roleUses);
    }

    private Target target(YamlFields fields) {
      String text = fields.text("target", Target.LP64.name()).toUpperCase(Locale.ROOT);
      for (Target target : Target.values()) {
        if (target.name().equals(text)) {
          return target;
        }
      }
      String help = "the targets are ILP32, LP64 and LLP64";
      messages.add(
          Message.error(fields.rangeOf("target"), "there is no target '" + text + "'", help));
      return Target.LP64;
    }

    private Role role(YamlNode node) {
      YamlFields fields =
          YamlFields.of(node, "a role", keys("name", "selector", "calledBy"), messages);
      @Nullable Selector selector =
          fields.has("selector") ? selector(fields.node("selector")) : null;
      String caller = fields.text("calledBy", "harness");
      if (!caller.equals("harness") && !caller.equals("model")) {
        messages.add(
            Message.error(
                fields.rangeOf("calledBy"),
                "a role is called by 'harness' or 'model', not '" + caller + "'"));
      }
      return new Role(
          fields.text("name"), selector, caller.equals("model") ? Caller.MODEL : Caller.HARNESS);
    }

    private Selector selector(YamlNode node) {
      YamlFields fields =
          YamlFields.of(node, "a selector", keys("type", "attribute", "defaultFor"), messages);
      return new Selector(fields.text("type"), fields.text("attribute"), fields.text("defaultFor"));
    }

    private Registration registration(YamlNode node) {
      YamlFields fields =
          YamlFields.of(node, "a registration", keys("role", "assignment", "call"), messages);
      String role = roleUse(fields);
      if (fields.has("assignment") == fields.has("call")) {
        messages.add(
            Message.error(fields.range(), "a registration has either an 'assignment' or a 'call'"));
        return new Registration.Assignment(role, "", "");
      }
      if (fields.has("call")) {
        YamlFields call =
            YamlFields.of(fields.node("call"), "a call", keys("function", "argument"), messages);
        return new Registration.CallArgument(role, call.text("function"), call.number("argument"));
      }
      YamlFields assignment =
          YamlFields.of(
              fields.node("assignment"), "an assignment", keys("type", "member"), messages);
      return new Registration.Assignment(role, assignment.text("type"), assignment.text("member"));
    }

    private NamedEntry namedEntry(YamlNode node) {
      YamlFields fields = YamlFields.of(node, "a name", keys("role", "function"), messages);
      return new NamedEntry(roleUse(fields), fields.text("function"));
    }

    private String roleUse(YamlFields fields) {
      String role = fields.text("role");
      roleUses.add(new RoleUse(role, fields.rangeOf("role")));
      return role;
    }

    private Map<String, String> labels(YamlFields platform) {
      Map<String, String> labels = new LinkedHashMap<>();
      for (YamlNode node : platform.items("labels")) {
        YamlFields fields = YamlFields.of(node, "a label", keys("label", "calls"), messages);
        labels.put(fields.text("label"), fields.text("calls"));
      }
      return labels;
    }

    private Undefined undefined(YamlFields fields) {
      String text = fields.text("undefined", "anything");
      if (!text.equals("anything") && !text.equals("returns")) {
        String sentence = "functions that nobody defines do 'anything' or 'returns'";
        messages.add(Message.error(fields.rangeOf("undefined"), sentence + ", not '" + text + "'"));
      }
      return text.equals("returns") ? Undefined.RETURNS : Undefined.ANYTHING;
    }

    private Alias alias(YamlNode node) {
      YamlFields fields =
          YamlFields.of(node, "an alias", keys("function", "is", "arguments"), messages);
      return new Alias(fields.text("function"), fields.text("is"), fields.numbers("arguments"));
    }
  }
}

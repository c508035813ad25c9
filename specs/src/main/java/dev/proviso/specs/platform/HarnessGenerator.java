// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.platform.EntryPoint.Others;
import dev.proviso.specs.platform.Platform.Role;
import dev.proviso.specs.platform.Platform.Selector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes {@code proviso_entries.h}: for every role {@code HAS_<ROLE>} and a function {@code
 * enter_<ROLE>} that calls what the driver has for it. Harnesses are written against it; see
 * docs/platforms.md.
 */
final class HarnessGenerator {
  /** What a harness includes. */
  static final String FILE = Closing.Closed.ENTRIES_HEADER;

  private final Platform platform;
  private final Map<String, FunctionType> roleTypes;
  private final EntryPoints entries;
  private final Program driver;
  private final StringBuilder out = new StringBuilder();

  private HarnessGenerator(
      Platform platform, Map<String, FunctionType> roleTypes, EntryPoints entries, Program driver) {
    this.platform = platform;
    this.roleTypes = roleTypes;
    this.entries = entries;
    this.driver = driver;
  }

  /**
   * @param roleTypes the type of each role, where the platform's headers declare it
   * @param driver where the entry points are
   */
  static String entriesHeader(
      Platform platform, Map<String, FunctionType> roleTypes, EntryPoints entries, Program driver) {
    return new HarnessGenerator(platform, roleTypes, entries, driver).header();
  }

  /** The C name under which generated code knows a procedure of the program. */
  static String cName(String procedure) {
    return procedure.replaceAll("\\W", "_");
  }

  private String header() {
    line("/* " + FILE + ": the entry points of the code under check, as Proviso found them. */");
    line("#ifndef PROVISO_ENTRIES_H");
    line("#define PROVISO_ENTRIES_H");
    line("#include \"proviso.h\"");
    platform.headers().forEach(h -> line("#include <" + h + ">"));
    platform.roles().forEach(this::role);
    line("");
    line("#endif");
    return out.toString();
  }

  private void role(Role role) {
    List<EntryPoint> ofRole = entries.of(role);
    line("");
    line("#define HAS_" + role.name() + " " + (ofRole.isEmpty() ? 0 : 1));
    FunctionType type = roleTypes.get(role.name());
    if (type == null) {
      return;
    }
    ofRole.stream().map(EntryPoint::function).distinct().forEach(this::declare);
    if (role.selector() != null) {
      line("extern " + Declarators.declare(type, role.selector().defaultFor()) + ";");
    }
    line("static " + signature(role, type) + " {");
    if (needsArbitrary(ofRole, type, role)) {
      line("    " + Declarators.declare(type.result(), "arbitrary") + ";");
    }
    if (role.selector() == null) {
      choose(ofRole.stream().map(e -> call(e.function(), type)).toList(), type, "    ");
    } else {
      select(ofRole, role.selector(), type);
    }
    line("}");
  }

  private void declare(String function) {
    String attribute = " __attribute__((proviso_procedure(\"" + function + "\")))";
    line("extern " + Declarators.declare(type(function), cName(function)) + attribute + ";");
  }

  private String signature(Role role, FunctionType type) {
    Stream<String> parameters =
        IntStream.range(0, type.parameters().size())
            .mapToObj(i -> Declarators.declare(type.parameters().get(i), "p" + (i + 1)));
    Selector selector = role.selector();
    Stream<String> first =
        selector == null ? Stream.empty() : Stream.of(selector.type() + " selector");
    String all = Stream.concat(first, parameters).collect(Collectors.joining(", "));
    return Declarators.declare(
        type.result(), "enter_" + role.name() + "(" + (all.isEmpty() ? "void" : all) + ")");
  }

  private boolean needsArbitrary(List<EntryPoint> ofRole, FunctionType type, Role role) {
    if (isVoid(type.result())) {
      return false;
    }
    boolean nothingToCall = ofRole.isEmpty() && role.selector() == null;
    return nothingToCall || ofRole.stream().anyMatch(e -> isVoid(type(e.function()).result()));
  }

  private void select(List<EntryPoint> ofRole, Selector selector, FunctionType type) {
    String unhandled = returning(selector.defaultFor() + arguments(type, type), type, type);
    TreeSet<BigInteger> values = new TreeSet<>();
    ofRole.forEach(e -> values.addAll(e.selection().values()));
    Map<List<String>, List<BigInteger>> valuesByFunctions = new LinkedHashMap<>();
    for (BigInteger value : values) {
      List<String> functions =
          ofRole.stream()
              .filter(
                  e ->
                      e.selection().others() == Others.ANY
                          || e.selection().values().contains(value))
              .map(EntryPoint::function)
              .toList();
      valuesByFunctions.computeIfAbsent(functions, f -> new ArrayList<>()).add(value);
    }
    line("    switch (selector) {");
    valuesByFunctions.forEach(
        (functions, of) -> {
          of.forEach(value -> line("    case " + value + ":"));
          choose(functions.stream().map(f -> call(f, type)).toList(), type, "        ");
        });
    line("    default:");
    List<String> rest = new ArrayList<>();
    ofRole.stream()
        .filter(e -> e.selection().others() != Others.NONE)
        .forEach(e -> rest.add(call(e.function(), type)));
    if (ofRole.stream().noneMatch(e -> e.selection().others() == Others.UNGIVEN)) {
      rest.add(unhandled);
    }
    choose(rest, type, "        ");
    line("    }");
  }

  /** One of the calls, any of them; each is one or two statements, the last of which returns. */
  private void choose(List<String> calls, FunctionType type, String indent) {
    if (calls.isEmpty()) {
      if (!isVoid(type.result())) {
        line(indent + "return arbitrary;");
      }
    } else if (calls.size() == 1) {
      statements(indent, calls.get(0));
    } else {
      line(indent + "switch (__proviso_nondet_int()) {");
      for (int i = 0; i < calls.size(); i++) {
        line(indent + (i < calls.size() - 1 ? "case " + i + ":" : "default:"));
        statements(indent + "    ", calls.get(i));
      }
      line(indent + "}");
    }
  }

  private void statements(String indent, String text) {
    text.lines().forEach(statement -> line(indent + statement));
  }

  private String call(String function, FunctionType roleType) {
    FunctionType own = type(function);
    String call = returning(cName(function) + arguments(own, roleType), own, roleType);
    int given = roleType.parameters().size();
    if (own.parameters().size() <= given) {
      return call;
    }
    StringBuilder block = new StringBuilder("{\n");
    for (int i = given; i < own.parameters().size(); i++) {
      block
          .append("    ")
          .append(Declarators.declare(own.parameters().get(i), "p" + (i + 1)))
          .append(";\n");
    }
    call.lines().forEach(l -> block.append("    ").append(l).append('\n'));
    return block.append("}").toString();
  }

  /**
   * Drivers cast function pointers: where the function's own type differs from the role's, values
   * are converted, and what the role does not give is arbitrary.
   */
  private static String arguments(FunctionType own, FunctionType roleType) {
    List<Type> given = roleType.parameters();
    return IntStream.range(0, own.parameters().size())
        .mapToObj(
            i ->
                i < given.size()
                    ? converted("p" + (i + 1), given.get(i), own.parameters().get(i))
                    : "p" + (i + 1))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String converted(String value, Type from, Type to) {
    String target = Declarators.print(to);
    boolean same = target.equals(Declarators.print(from));
    return same || to instanceof CompositeType ? value : "(" + target + ")" + value;
  }

  private static String returning(String call, FunctionType own, FunctionType roleType) {
    if (isVoid(roleType.result())) {
      return call + ";\nreturn;";
    }
    return isVoid(own.result())
        ? call + ";\nreturn arbitrary;"
        : "return " + converted(call, own.result(), roleType.result()) + ";";
  }

  private FunctionType type(String function) {
    Procedure procedure = driver.procedures().get(function);
    if (procedure == null) {
      throw new IllegalArgumentException("the program has no function " + function);
    }
    FunctionType type = procedure.type();
    if (type.prototyped()) {
      return type;
    }
    List<Type> formals = procedure.formals().stream().map(f -> f.type()).toList();
    return new FunctionType(type.result(), formals, false, true);
  }

  private static boolean isVoid(Type type) {
    return type.equals(VoidType.VOID);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

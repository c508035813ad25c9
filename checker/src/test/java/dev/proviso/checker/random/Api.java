// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The functions that random clients call and random rules watch. Text of clients defines them by
 * {@code DEF(f)} and calls them by {@code CALL(f)}: so that, where executions are enumerated, every
 * event can be told.
 */
enum Api {
  TAKE("take", Result.NOTHING, List.of(Kind.OBJECT)),
  GIVE("give", Result.NOTHING, List.of(Kind.OBJECT)),
  TRY_TAKE("try_take", Result.NUMBER, List.of(Kind.OBJECT)),
  USE("use", Result.NOTHING, List.of(Kind.OBJECT, Kind.NUMBER)),
  MAKE("make", Result.OBJECT, List.of()),
  LEVEL("level", Result.NUMBER, List.of(Kind.NUMBER)),
  BOTH("both", Result.NOTHING, List.of(Kind.OBJECT)),
  NEST("nest", Result.NUMBER, List.of(Kind.NUMBER, Kind.OBJECT)),
  MAIN("main", Result.NUMBER, List.of());

  /** What an argument is. */
  enum Kind {
    OBJECT("struct lock *"),
    NUMBER("int ");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** What comes back. */
  enum Result {
    NOTHING,
    NUMBER,
    OBJECT
  }

  private final String function;
  private final Result result;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<Kind> parameters;

  Api(String function, Result result, List<Kind> parameters) {
    this.function = function;
    this.result = result;
    this.parameters = parameters;
  }

  String function() {
    return function;
  }

  Result result() {
    return result;
  }

  List<Kind> parameters() {
    return parameters;
  }

  private String resultType() {
    return switch (result) {
      case NOTHING -> "void ";
      case NUMBER -> "int ";
      case OBJECT -> "struct lock *";
    };
  }

  private String formals() {
    List<String> formals = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      formals.add(parameters.get(i).type + "p" + (i + 1));
    }
    return formals.isEmpty() ? "void" : String.join(", ", formals);
  }

  /** A declaration, or the head of a definition, of that name. */
  String head(String name) {
    return resultType() + name + "(" + formals() + ")";
  }

  /** Functions that tell what happens around the one that does the work. */
  String telling() {
    String arguments =
        parameters.isEmpty()
            ? ""
            : java.util.stream.IntStream.rangeClosed(1, parameters.size())
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(", "));
    return head("body_" + function)
        + ";\n"
        + wrapper(function, "ENTRY", "body_" + function + "(" + arguments + ")", "EXIT")
        + (this == MAIN
            ? ""
            : wrapper("call_" + function, "CALL", function + "(" + arguments + ")", "RETURN"));
  }

  private String wrapper(String name, String before, String call, String after) {
    boolean returns = result != Result.NOTHING;
    return head(name)
        + " {\n  "
        + tell(before, false)
        + "\n  "
        + (returns ? resultType() + "r = " : "")
        + call
        + ";\n  "
        + tell(after, returns)
        + (returns ? "\n  return r;\n}\n" : "\n}\n");
  }

  private String tell(String point, boolean returned) {
    StringBuilder format = new StringBuilder(function + " " + point + " %d");
    StringBuilder values = new StringBuilder(", ");
    values.append(!returned ? "0" : result == Result.OBJECT ? "ID(r)" : "r");
    for (int i = 0; i < parameters.size(); i++) {
      format.append(" %d");
      values.append((parameters.get(i) == Kind.OBJECT ? ", ID(p%d)" : ", p%d").formatted(i + 1));
    }
    return "printf(\"" + format + "\\n\"" + values + ");";
  }

  static Api named(String function) {
    for (Api api : values()) {
      if (api.function.equals(function)) {
        return api;
      }
    }
    throw new IllegalArgumentException(function);
  }
}

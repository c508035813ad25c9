// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Expression.Literal;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as annotations: an argument that is a constant becomes its value, any other stays as
 * it is written.
 */
final class Attributes {
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9a-zA-Z]*");
  private static final Pattern MEASURE =
      Pattern.compile("(sizeof|_Alignof|__alignof__|__alignof)\\s*\\(([^()]*)\\)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** By how loosely they bind. */
  private static final List<List<String>> OPERATORS =
      List.of(List.of("|"), List.of("<<"), List.of("+", "-"), List.of("*", "/", "%"));

  private final Context context;

  Attributes(Context context) {
    this.context = context;
  }

  Annotation annotation(Attribute attribute) {
    List<String> arguments =
        attribute.arguments().stream().map(a -> argument(a, attribute.place())).toList();
    return new Annotation(attribute.name(), arguments);
  }

  private String argument(String text, Place place) {
    String bare = text.strip();
    if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
      return bare.substring(1, bare.length() - 1);
    }
    BigInteger value = evaluate(bare, place);
    return value == null ? bare : value.toString();
  }

  /** The first argument, which must be an integer. */
  long integer(Attribute attribute) {
    BigInteger value = evaluate(attribute.arguments().get(0).strip(), attribute.place());
    if (value == null) {
      throw new Unsupported(
          attribute.place().range(), "the argument of the attribute `" + attribute.name() + "`");
    }
    return value.longValue();
  }

  /** Constants, enumerators, sizes and alignments of named types, and what is computed of these. */
  private @Nullable BigInteger evaluate(String text, Place place) {
    String bare = text.strip();
    while (bare.startsWith("(") && closing(bare) == bare.length() - 1) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    for (List<String> level : OPERATORS) {
      // They associate to the left: the last one is applied last.
      String operator = lastOf(level, bare);
      if (operator != null) {
        int at = lastOutside(bare, operator);
        BigInteger left = evaluate(bare.substring(0, at), place);
        BigInteger right = evaluate(bare.substring(at + operator.length()), place);
        return left == null || right == null ? null : apply(operator, left, right);
      }
    }
    if (NUMBER.matcher(bare).matches()) {
      return literal(bare, place);
    }
    if (NAME.matcher(bare).matches()) {
      return context.scope().find(bare) instanceof Symbol.Constant c
              && c.value() instanceof IntConst v
          ? v.value()
          : null;
    }
    Matcher measure = MEASURE.matcher(bare);
    @Nullable Type type =
        measure.matches()
            ? TypeText.parse(measure.group(2), context.scope(), context.unit().target())
            : null;
    if (type == null) {
      return null;
    }
    return BigInteger.valueOf(measure.group(1).equals("sizeof") ? type.size() : type.alignment());
  }

  private @Nullable BigInteger literal(String text, Place place) {
    try {
      Literal literal = new Literal(place, Literal.Kind.INTEGER, text);
      return new Literals(context.unit()).integer(literal) instanceof IntConst c ? c.value() : null;
    } catch (Invalid e) {
      return null;
    }
  }

  private static @Nullable String lastOf(List<String> operators, String text) {
    String last = null;
    for (String operator : operators) {
      int at = lastOutside(text, operator);
      if (at > 0 && (last == null || at > lastOutside(text, last))) {
        last = operator;
      }
    }
    return last;
  }

  private static @Nullable BigInteger apply(String operator, BigInteger left, BigInteger right) {
    return switch (operator) {
      case "|" -> left.or(right);
      case "<<" -> left.shiftLeft(right.intValue() & 63);
      case "+" -> left.add(right);
      case "-" -> left.subtract(right);
      case "*" -> left.multiply(right);
      case "/" -> right.signum() == 0 ? null : left.divide(right);
      default -> right.signum() == 0 ? null : left.remainder(right);
    };
  }

  private static int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int lastOutside(String text, String operator) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
      if (depth == 0 && text.startsWith(operator, i)) {
        return i;
      }
    }
    return -1;
  }
}

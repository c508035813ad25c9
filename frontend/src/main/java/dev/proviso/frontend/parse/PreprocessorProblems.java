// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.Message.Severity;
import org.eclipse.cdt.core.parser.IProblem;

/** The preprocessor's and the scanner's problems by number: how bad each is, and a sentence. */
final class PreprocessorProblems {
  private static final String UNCLOSED =
      "this string or character constant has no closing quote on its line";

  private PreprocessorProblems() {}

  /** Problems after which text may be missing are errors. */
  static Severity severity(int id) {
    return switch (id) {
      case IProblem.SCANNER_UNBOUNDED_STRING,
          IProblem.SCANNER_UNEXPECTED_EOF,
          IProblem.PREPROCESSOR_UNBALANCE_CONDITION,
          IProblem.PREPROCESSOR_INVALID_MACRO_DEFN,
          IProblem.PREPROCESSOR_MISSING_RPAREN_PARMLIST,
          IProblem.PREPROCESSOR_EXCEEDS_MAXIMUM_INCLUSION_DEPTH,
          IProblem.SCANNER_BAD_CHARACTER ->
          Severity.ERROR;
      default -> Severity.WARNING;
    };
  }

  /** Empty where there is nothing to tell. */
  static String sentence(int id, String argument) {
    return switch (id) {
      case IProblem.SCANNER_BAD_CHARACTER ->
          argument.startsWith("'") ? UNCLOSED : "the character '" + argument + "' is not part of C";
      case IProblem.SCANNER_UNBOUNDED_STRING -> UNCLOSED;
      case IProblem.SCANNER_UNEXPECTED_EOF -> "the file ends inside a comment or string";
      case IProblem.SCANNER_BAD_FLOATING_POINT ->
          "this floating point constant is malformed: " + argument;
      case IProblem.SCANNER_BAD_HEX_FORMAT -> "this hexadecimal constant is malformed: " + argument;
      case IProblem.SCANNER_BAD_OCTAL_FORMAT ->
          "an octal constant has digits from 0 to 7 only: " + argument;
      case IProblem.SCANNER_BAD_DECIMAL_FORMAT -> "this constant is malformed: " + argument;
      case IProblem.SCANNER_BAD_BINARY_FORMAT ->
          "a binary constant has digits 0 and 1 only: " + argument;
      case IProblem.SCANNER_CONSTANT_WITH_BAD_SUFFIX ->
          "this constant has an unknown suffix: " + argument;
      case IProblem.SCANNER_DIVIDE_BY_ZERO ->
          "this preprocessor condition divides by zero, and counts as false";
      case IProblem.SCANNER_EXPRESSION_SYNTAX_ERROR,
          IProblem.SCANNER_BAD_CONDITIONAL_EXPRESSION,
          IProblem.SCANNER_MISSING_R_PAREN,
          IProblem.PREPROCESSOR_CONDITIONAL_EVAL_ERROR ->
          "this preprocessor condition cannot be evaluated, and counts as false";
      case IProblem.PREPROCESSOR_UNBALANCE_CONDITION ->
          "#if, #else and #endif do not match here: one is missing or too many";
      case IProblem.PREPROCESSOR_INVALID_MACRO_DEFN -> "this macro definition is malformed";
      case IProblem.PREPROCESSOR_MACRO_USAGE_ERROR ->
          "the macro '" + argument + "' is used with a wrong number of arguments";
      case IProblem.PREPROCESSOR_MISSING_RPAREN_PARMLIST ->
          "a ')' is missing in this macro's parameters";
      case IProblem.PREPROCESSOR_EXCEEDS_MAXIMUM_INCLUSION_DEPTH ->
          "files include each other too deeply here";
      case IProblem.PREPROCESSOR_INVALID_DIRECTIVE -> "this preprocessor directive is not known";
      default -> "";
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** Values of {@code errno}, as Linux numbers them. */
final class Errors {
  static final int NO_ENTRY = 2;
  static final int IO = 5;
  static final int BAD_FILE = 9;
  static final int NO_MEMORY = 12;
  static final int ACCESS = 13;
  static final int EXISTS = 17;
  static final int IS_DIRECTORY = 21;
  static final int INVALID = 22;
  static final int SEEK = 29;
  static final int DOMAIN = 33;
  static final int RANGE = 34;

  private Errors() {}

  static String text(int number) {
    return switch (number) {
      case 0 -> "Success";
      case 1 -> "Operation not permitted";
      case NO_ENTRY -> "No such file or directory";
      case IO -> "Input/output error";
      case BAD_FILE -> "Bad file descriptor";
      case NO_MEMORY -> "Cannot allocate memory";
      case ACCESS -> "Permission denied";
      case EXISTS -> "File exists";
      case IS_DIRECTORY -> "Is a directory";
      case INVALID -> "Invalid argument";
      case SEEK -> "Illegal seek";
      case DOMAIN -> "Numerical argument out of domain";
      case RANGE -> "Numerical result out of range";
      default -> "Unknown error " + number;
    };
  }
}

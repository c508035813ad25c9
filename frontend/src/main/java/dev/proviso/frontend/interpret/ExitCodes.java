// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** What a process exits with where it does not end by itself, as a shell reports it. */
final class ExitCodes {
  /** A limit, or code that cannot be executed. */
  static final int LIMIT = 5;

  /** {@code SIGILL}: {@code __builtin_unreachable}, {@code __builtin_trap}. */
  static final int ILLEGAL = 132;

  /** {@code SIGABRT}. */
  static final int ABORT = 134;

  /** {@code SIGFPE}: a division that has no result. */
  static final int ARITHMETIC = 136;

  /** {@code SIGSEGV}: an access through null. */
  static final int SEGMENT = 139;

  private ExitCodes() {}
}

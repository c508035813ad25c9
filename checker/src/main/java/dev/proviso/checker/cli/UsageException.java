// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import java.util.List;

/** The command line asks for what there is not. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> help;

  UsageException(String sentence, String... help) {
    super(sentence);
    this.help = List.of(help);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  List<String> help() {
    return help;
  }
}

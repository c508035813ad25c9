// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.util.List;

/** What {@code -std} defines, where the compiler cannot be asked. */
final class Standard {
  private Standard() {}

  static List<String> macros(String standard) {
    List<String> macros = new java.util.ArrayList<>();
    if (standard.matches("c\\d.*|iso9899.*")) {
      macros.add("__STRICT_ANSI__=1");
    }
    String version =
        switch (standard.replaceFirst("^(gnu|c|iso9899:)(19|20)?", "")) {
          case "99", "9x", "99x" -> "199901L";
          case "11", "1x" -> "201112L";
          case "17", "18" -> "201710L";
          case "2x", "23" -> "202000L";
          default -> "";
        };
    if (!version.isEmpty()) {
      macros.add("__STDC_VERSION__=" + version);
    }
    return macros;
  }
}

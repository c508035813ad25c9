// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.util.Locale;

/** In which language a file is, by {@code -x} or its name. */
enum Language {
  C("", true),
  PREPROCESSED_C("", true),
  HEADER("it is a header that is compiled by itself", false),
  ASSEMBLER("it is assembler", true),
  CPLUSPLUS("it is C++", true),
  OTHER("it is not C", true),
  OBJECT("it is linked, not compiled", false);

  private final String why;
  private final boolean isCode;

  Language(String why, boolean isCode) {
    this.why = why;
    this.isCode = isCode;
  }

  /** Why it is not read, where it is not. */
  String why() {
    return why;
  }

  /** Whether the program holds code of it. */
  boolean isCode() {
    return isCode;
  }

  static Language of(CompilerCall call, String file) {
    return call.language == null ? byName(file) : byFlag(call.language);
  }

  private static Language byFlag(String language) {
    return switch (language) {
      case "c" -> C;
      case "cpp-output" -> PREPROCESSED_C;
      case "c-header", "c++-header" -> HEADER;
      case "assembler", "assembler-with-cpp" -> ASSEMBLER;
      case "c++", "c++-cpp-output" -> CPLUSPLUS;
      default -> OTHER;
    };
  }

  private static Language byName(String file) {
    if (file.endsWith(".C")) {
      return CPLUSPLUS;
    }
    String name = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "c" -> C;
      case "i" -> PREPROCESSED_C;
      case "h" -> HEADER;
      case "s", "sx", "asm" -> ASSEMBLER;
      case "cc", "cpp", "cxx", "c++", "cp", "ii", "ixx" -> CPLUSPLUS;
      case "o", "lo", "obj", "a", "la", "lib", "so", "dll", "exe" -> OBJECT;
      default -> file.contains(".so.") ? OBJECT : OTHER;
    };
  }
}

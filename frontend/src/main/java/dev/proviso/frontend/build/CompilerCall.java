// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What the flags of one call of a compiler say, gathered as they are read. */
final class CompilerCall {
  /** What comes out of a call. */
  enum Stage {
    CODE,
    PREPROCESSED,
    NOTHING
  }

  final Path directory;
  final String compiler;
  final boolean microsoft;
  final List<Path> quoted = new ArrayList<>();
  final List<Path> user = new ArrayList<>();
  final List<Path> system = new ArrayList<>();
  final List<Path> last = new ArrayList<>();
  final List<Path> forced = new ArrayList<>();

  /** By name, with parameters; the value, or none where it is undefined. The last flag counts. */
  final SequencedMap<String, Optional<String>> macros = new LinkedHashMap<>();

  /** Flags that decide what the compiler predefines and where its headers are. */
  final List<String> aboutTheCompiler = new ArrayList<>();

  final List<String> unknown = new ArrayList<>();

  /** Flags that change what code means in a way that cannot be followed. */
  final SequencedSet<String> notModelled = new LinkedHashSet<>();

  final List<String> inputs = new ArrayList<>();
  Stage stage = Stage.CODE;
  @Nullable String language;
  String output = "";
  String standard = "";
  String machine = "";
  boolean standardIncludes = true;
  boolean charIsUnsigned;
  boolean oldInline;
  boolean shortWideChars;
  int packing;

  CompilerCall(Path directory, String compiler, boolean microsoft) {
    this.directory = directory;
    this.compiler = compiler;
    this.microsoft = microsoft;
  }

  Path resolved(String path) {
    return Shown.path(directory.resolve(path.replace('\\', '/')).normalize());
  }

  /**
   * @param definition {@code X} or {@code X=Y}
   */
  void define(String definition) {
    int equals = definition.indexOf('=');
    String name = equals < 0 ? definition : definition.substring(0, equals);
    macros.remove(name);
    macros.put(name, Optional.of(equals < 0 ? "1" : definition.substring(equals + 1)));
  }

  void undefine(String name) {
    macros.remove(name);
    macros.put(name, Optional.empty());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.build.CompilerCall.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flags of GCC and clang, as their manuals describe them. */
final class GnuFlags {
  /** Flags whose argument may stand in the next word and does not matter here. */
  private static final Set<String> WITH_ARGUMENT =
      words(
          """
      -MF -MT -MQ -MJ -L -l -T -u -z -A -Xlinker -Xassembler -aux-info -dumpbase -dumpbase-ext
      -dumpdir --param -wrapper -arch -framework -F -iprefix -iwithprefix -iwithprefixbefore -e
      -R -install_name -mllvm -Xpreprocessor --serialize-diagnostics -index-store-path
      """);

  private static final Set<String> KNOWN =
      words(
          """
      -W -g -O -l -L -M -d -Q -ftime -fdiagnostics -P -C -r -R
      """);

  private static final Set<String> KNOWN_WORDS =
      words(
          """
      -c -w -pipe -v -s -pedantic -pedantic-errors -shared -static -pie -no-pie -static-pie
      -rdynamic -symbolic -nostdlib -nostartfiles -nodefaultlibs -nolibc -static-libgcc
      -shared-libgcc -save-temps -traditional-cpp -H -I- -p -pg -coverage --coverage
      -Qunused-arguments -export-dynamic
      """);

  private static final Set<String> NOT_MODELLED =
      words(
          """
      -fshort-enums -fshort-double -funsigned-bitfields -fno-signed-bitfields
      -fopenmp -fopenacc -fgnu-tm -mms-bitfields -malign-double -m96bit-long-double
      -m128bit-long-double -mlong-double-64 -mlong-double-80 -mlong-double-128 -mx32 -m16
      -mbig-endian -EB
      """);

  private static final Map<String, String> LONG =
      Map.of(
          "--include-directory",
          "-I",
          "--define-macro",
          "-D",
          "--undefine-macro",
          "-U",
          "--include",
          "-include",
          "--language",
          "-x",
          "--std",
          "-std",
          "--output",
          "-o",
          "--imacros",
          "-imacros");

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private final CompilerCall call;
  private final List<String> words;
  private int at;

  private GnuFlags(CompilerCall call, List<String> words) {
    this.call = call;
    this.words = words;
  }

  /**
   * @param words without the compiler
   */
  static void read(CompilerCall call, List<String> words) {
    GnuFlags flags = new GnuFlags(call, words);
    while (flags.at < words.size()) {
      flags.next(words.get(flags.at++));
    }
  }

  private void next(String word) {
    String flag = word.startsWith("--") ? shortened(word) : word;
    if (!flag.startsWith("-") || flag.equals("-")) {
      call.inputs.add(flag);
    } else if (!macro(flag) && !directory(flag) && !stage(flag) && !language(flag)) {
      other(flag);
    }
  }

  private static String shortened(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String known = LONG.get(name);
    return known == null
        ? word
        : equals < 0
            ? known
            : known + (known.equals("-std") ? "=" : "") + word.substring(equals + 1);
  }

  /** What follows a flag, in the same word or the next one. */
  private String argument(String flag, String name) {
    if (flag.length() > name.length()) {
      return flag.substring(name.length());
    }
    return at < words.size() ? words.get(at++) : "";
  }

  private boolean macro(String flag) {
    if (flag.startsWith("-D")) {
      String definition = argument(flag, "-D");
      // Checks of bounds that the C library adds where the optimiser helps it: not the code's
      // meaning.
      if (!definition.startsWith("_FORTIFY_SOURCE")) {
        call.define(definition);
      }
    } else if (flag.startsWith("-U")) {
      call.undefine(argument(flag, "-U"));
    } else if (flag.startsWith("-Wp,")) {
      preprocessor(List.of(flag.substring(4).split(",")));
    } else if (flag.startsWith("-imacros")) {
      // Only its macros would count; its declarations beside them do no harm.
      call.forced.add(forced(argument(flag, "-imacros")));
    } else if (flag.equals("-include-pch")) {
      argument(flag, flag);
    } else if (flag.startsWith("-include")) {
      call.forced.add(forced(argument(flag, "-include")));
    } else {
      return false;
    }
    return true;
  }

  private Path forced(String name) {
    return call.resolved(name);
  }

  private void preprocessor(List<String> inner) {
    // -MD and -MMD have an argument here, and none elsewhere.
    for (int i = 0; i < inner.size(); i++) {
      if (inner.get(i).equals("-MD") || inner.get(i).equals("-MMD")) {
        i++;
      } else {
        read(call, List.of(inner.get(i)));
      }
    }
  }

  private boolean directory(String flag) {
    if (flag.startsWith("-I") && !flag.equals("-I-")) {
      call.user.add(found(argument(flag, "-I")));
    } else if (flag.startsWith("-iquote")) {
      call.quoted.add(found(argument(flag, "-iquote")));
    } else if (flag.startsWith("-isystem")) {
      call.system.add(found(argument(flag, "-isystem")));
    } else if (flag.startsWith("-idirafter")) {
      call.last.add(found(argument(flag, "-idirafter")));
    } else if (flag.equals("-nostdinc")) {
      call.standardIncludes = false;
    } else if (flag.startsWith("-isysroot") || flag.startsWith("--sysroot")) {
      String name = flag.startsWith("-isysroot") ? "-isysroot" : "--sysroot";
      String value = argument(flag, name);
      String root = value.startsWith("=") ? value.substring(1) : value;
      call.aboutTheCompiler.add(name + (name.equals("--sysroot") ? "=" : "") + absolute(root));
    } else if (flag.startsWith("-B")) {
      call.aboutTheCompiler.add("-B" + absolute(argument(flag, "-B")));
    } else {
      return false;
    }
    return true;
  }

  private Path found(String name) {
    return call.resolved(name.startsWith("=") ? name.substring(1) : name);
  }

  private String absolute(String name) {
    return call.directory.resolve(name).normalize().toString();
  }

  private boolean stage(String flag) {
    switch (flag) {
      case "-E" -> call.stage = Stage.PREPROCESSED;
      case "-M", "-MM" -> call.stage = Stage.PREPROCESSED;
      case "-fsyntax-only", "--version", "-dumpversion", "-dumpmachine", "--help", "-###" ->
          call.stage = Stage.NOTHING;
      default -> {
        if (flag.startsWith("-print-") || flag.startsWith("--print-")) {
          call.stage = Stage.NOTHING;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  private boolean language(String flag) {
    if (flag.startsWith("-x")) {
      String language = argument(flag, "-x");
      call.language = language.equals("none") ? null : language;
    } else if (flag.startsWith("-std=")) {
      call.standard = flag.substring(5);
      call.oldInline =
          Set.of("gnu89", "gnu90", "c89", "c90", "iso9899:1990").contains(call.standard);
      call.aboutTheCompiler.add(flag);
    } else if (flag.equals("-ansi")) {
      call.standard = "c89";
      call.oldInline = true;
      call.aboutTheCompiler.add(flag);
    } else if (flag.equals("-fgnu89-inline")) {
      call.oldInline = true;
      call.aboutTheCompiler.add(flag);
    } else if (flag.equals("-funsigned-char") || flag.equals("-fno-signed-char")) {
      call.charIsUnsigned = true;
      call.aboutTheCompiler.add(flag);
    } else if (flag.equals("-fsigned-char") || flag.equals("-fno-unsigned-char")) {
      call.charIsUnsigned = false;
      call.aboutTheCompiler.add(flag);
    } else if (flag.equals("-fshort-wchar") || flag.equals("-fno-short-wchar")) {
      call.shortWideChars = flag.equals("-fshort-wchar");
      call.aboutTheCompiler.add(flag);
    } else if (flag.startsWith("-fpack-struct")) {
      call.packing = flag.startsWith("-fpack-struct=") ? number(flag.substring(14)) : 1;
    } else {
      return false;
    }
    return true;
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private void other(String flag) {
    if (NOT_MODELLED.contains(flag) || flag.startsWith("-fopenmp")) {
      call.notModelled.add(flag);
    } else if (flag.startsWith("--target=") || flag.equals("-target")) {
      String triple = flag.equals("-target") ? argument(flag, "-target") : flag.substring(9);
      call.machine = triple;
      call.aboutTheCompiler.add("--target=" + triple);
    } else if (flag.equals("-m32") || flag.equals("-m64")) {
      call.machine = flag;
      call.aboutTheCompiler.add(flag);
    } else if (flag.startsWith("-o")) {
      call.output = argument(flag, "-o");
    } else if (WITH_ARGUMENT.contains(flag)) {
      argument(flag, flag);
    } else if (flag.equals("-Xclang")) {
      argument(flag, flag);
    } else if (flag.startsWith("-f")
        || flag.startsWith("-m")
        || flag.startsWith("-specs=")
        || flag.equals("-pthread")
        || flag.equals("-undef")) {
      call.aboutTheCompiler.add(flag);
    } else if (!KNOWN_WORDS.contains(flag)
        && KNOWN.stream().noneMatch(flag::startsWith)
        && WITH_ARGUMENT.stream().noneMatch(f -> f.length() == 2 && flag.startsWith(f))) {
      call.unknown.add(flag);
    }
  }
}

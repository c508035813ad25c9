// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.build.CompilerCall.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The flags of Microsoft's {@code cl}, and of {@code clang-cl}, as their manuals describe them. */
final class MicrosoftFlags {
  /** Flags, without their slash, that say nothing of what the code means. */
  private static final List<String> KNOWN =
      List.of(
          """
      c nologo W w O G Z7 Zi ZI Zl Zc Zo Z M F R E EH analyze arch diagnostics sdl utf-8
      source-charset execution-charset validate-charset bigobj permissive guard kernel favor fp
      Q Y showIncludes external:W external:anglebrackets T vm vd volatile std openmp errorReport
      wd we wo cgthreads clang: winsysroot doc experimental link sourceDependencies d1 d2
      hotpatch homeparams Brepro MP FS nostdinc Oi Gy GS GL
      """
              .strip()
              .split("\\s+"));

  private final CompilerCall call;
  private final List<String> words;

  /** Flags that have a value, and what it means. */
  private final Map<String, Consumer<String>> withValue = new LinkedHashMap<>();

  private int at;

  private MicrosoftFlags(CompilerCall call, List<String> words) {
    this.call = call;
    this.words = words;
    withValue.put("external:I", v -> call.system.add(call.resolved(v)));
    withValue.put("imsvc", v -> call.system.add(call.resolved(v)));
    withValue.put("I", v -> call.user.add(call.resolved(v)));
    // NAME#VALUE is NAME=VALUE, as batch files cannot write the latter.
    withValue.put("D", v -> call.define(v.replaceFirst("^(\\w+)#", "$1=")));
    withValue.put("U", call::undefine);
    withValue.put("FI", v -> call.forced.add(call.resolved(v)));
    withValue.put("Fo", v -> call.output = v);
  }

  /**
   * @param words without the compiler
   */
  static void read(CompilerCall call, List<String> words) {
    // Where it does not say otherwise, it is a compiler of 2019 or later for 64 bits.
    call.define("_MSC_VER=1929");
    call.define("_MSC_FULL_VER=192930100");
    MicrosoftFlags flags = new MicrosoftFlags(call, words);
    while (flags.at < words.size()) {
      String word = words.get(flags.at++);
      if (word.equals("/link") || word.equals("-link")) {
        return;
      }
      flags.next(word);
    }
  }

  private void next(String word) {
    boolean flag = word.startsWith("-") || word.startsWith("/") && word.indexOf('/', 1) < 0;
    if (!flag) {
      // On other systems a path may begin with a slash as flags do: /I/x is one, too.
      if (word.startsWith("/") && word.matches("/(I|D|U|FI|Fo|external:I)/.*")) {
        flag(word.substring(1));
      } else {
        call.inputs.add(word);
      }
      return;
    }
    flag(word.substring(1));
  }

  private void flag(String flag) {
    for (Map.Entry<String, Consumer<String>> known : withValue.entrySet()) {
      Optional<String> value = argument(flag, known.getKey());
      if (value.isPresent()) {
        known.getValue().accept(value.get());
        return;
      }
    }
    if (flag.equals("J")) {
      call.charIsUnsigned = true;
      call.define("_CHAR_UNSIGNED");
    } else if (flag.matches("Zp\\d*")) {
      call.packing = flag.equals("Zp") ? 1 : Integer.parseInt(flag.substring(2));
    } else if (flag.equals("TC") || flag.startsWith("Tc")) {
      call.language = "c";
      file(flag);
    } else if (flag.equals("TP") || flag.startsWith("Tp")) {
      call.language = "c++";
      file(flag);
    } else if (flag.equals("E") || flag.equals("EP") || flag.equals("P")) {
      call.stage = Stage.PREPROCESSED;
    } else if (flag.equals("Zs")) {
      call.stage = Stage.NOTHING;
    } else if (flag.startsWith("openmp")) {
      call.notModelled.add("/" + flag);
    } else if (flag.equals("m32") || flag.equals("m64") || flag.startsWith("-target=")) {
      call.machine = flag.startsWith("m") ? "-" + flag : flag.substring(8);
    } else if (KNOWN.stream().noneMatch(flag::startsWith)) {
      call.unknown.add("/" + flag);
    }
  }

  private void file(String flag) {
    if (flag.length() > 2) {
      call.inputs.add(flag.substring(2));
    }
  }

  /** What follows that flag, in the same word or the next one. */
  private Optional<String> argument(String flag, String name) {
    if (flag.equals(name)) {
      return at < words.size() ? Optional.of(words.get(at++)) : Optional.empty();
    }
    return flag.startsWith(name) ? Optional.of(flag.substring(name.length())) : Optional.empty();
  }
}

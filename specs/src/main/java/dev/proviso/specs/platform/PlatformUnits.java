// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The platform's C, lowered while somebody else reads the driver: its models as one unit, as
 * headers are large; the harness as another, as it is code of another kind.
 */
public final class PlatformUnits {
  private final Platform platform;
  private final Target target;
  private final List<String> defines;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final FutureTask<Program> models = new FutureTask<>(this::readModels);

  private PlatformUnits(Platform platform, Target target, List<String> defines) {
    this.platform = platform;
    this.target = target;
    this.defines = defines;
  }

  /**
   * Begins to read the models.
   *
   * @param defines the macros of the driver: they may choose among versions of an API
   */
  public static PlatformUnits begin(Platform platform, Target target, List<String> defines) {
    PlatformUnits units = new PlatformUnits(platform, target, defines);
    Thread.ofPlatform().daemon().name("models").start(units.models);
    return units;
  }

  /** The texts that were read, by name; asked for after the models. */
  Map<String, String> texts() {
    return texts;
  }

  /** The models, and the declarations that tell the roles' types. */
  Program models() throws InputException {
    try {
      return models.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException input) {
        throw input;
      }
      throw new IllegalStateException("reading the models failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading the models was interrupted", e);
    }
  }

  private Program readModels() throws InputException {
    StringBuilder text = new StringBuilder(RoleTypes.question(platform));
    platform.content().models().forEach(model -> text.append(include(model)));
    // Of functions without a model it matters whether the platform's headers declare them.
    return lower(
        "proviso_models.c", text.toString(), options(Origin.Kind.MODEL).withWholeHeaders());
  }

  /**
   * The harness, after the text that it is written against; nothing has to be put into a file for
   * that.
   *
   * @param entriesHeader the text of proviso_entries.h
   */
  Program harness(String entriesHeader, Path harness) throws InputException {
    return lower(
        HarnessGenerator.FILE, entriesHeader + include(harness), options(Origin.Kind.HARNESS));
  }

  /**
   * Names the file as seen from the folder of all platforms, where platforms may have files of one
   * name.
   */
  private String include(Path file) {
    texts.put(file.toString(), read(file));
    return "#include \""
        + platform.content().root().relativize(file).toString().replace('\\', '/')
        + "\"\n";
  }

  private Frontend.Options options(Origin.Kind kind) {
    List<Path> own = List.of(platform.content().root());
    return new Frontend.Options(target, own, platform.content().includes(), defines, kind);
  }

  private Program lower(String name, String text, Frontend.Options options) throws InputException {
    texts.put(name, text);
    return Frontend.readText(name, text, options);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

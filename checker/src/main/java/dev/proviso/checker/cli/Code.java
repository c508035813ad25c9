// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.build.Build;
import dev.proviso.frontend.build.BuildUnit;
import dev.proviso.frontend.parse.Includes;
import dev.proviso.frontend.parse.Macros;
import dev.proviso.frontend.parse.UnitOptions;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The C code that a command line names, and how it is read. */
sealed interface Code {
  List<Path> files();

  /** For which machine it is compiled; none where the platform decides. */
  Optional<Target> target();

  /** Macros, as {@code X=Y}, that all of it is read with. */
  List<String> defines();

  /** Its files and how each is read on a platform, for a machine. */
  List<Frontend.Source> sources(Platform platform, Target target);

  /** Its program on a platform, for a machine. Tells what the user has to know beside that. */
  Program read(Platform platform, Target target, Console console) throws InputException;

  /** Code written for Windows names its headers in any case. */
  private static UnitOptions fitting(UnitOptions options, Platform platform) {
    boolean windows = options.target() == Target.LLP64 || platform.lineage().contains("wdm");
    return windows ? options.with(options.includes().inAnyCase()) : options;
  }

  /**
   * Files, all read in one way: with the platform's headers, and where a plain program includes
   * others, with those of this machine's compiler.
   *
   * @param system directories of system headers in place of all these; may be empty
   * @param target as the command line has it
   */
  record Files(
      List<Path> files,
      List<Path> includes,
      List<Path> system,
      List<String> defines,
      Optional<Target> target)
      implements Code {
    public Files {
      files = List.copyOf(files);
      includes = List.copyOf(includes);
      system = List.copyOf(system);
      defines = List.copyOf(defines);
    }

    @Override
    public Program read(Platform platform, Target abi, Console console) throws InputException {
      UnitOptions own = own(platform, abi);
      boolean plain = platform.name().equals(PlatformLibrary.NONE) && system.isEmpty();
      if (plain && !includes.isEmpty()) {
        // Headers of a compiler are of no use without its macros and its other headers.
        Optional<HostHeaders> host = HostHeaders.of(abi).filter(h -> h.holdAny(includes));
        if (host.isPresent()) {
          return Frontend.read(sources(host.get().in(own), platform));
        }
      }
      try {
        return Frontend.read(sources(own, platform));
      } catch (InputException e) {
        Optional<HostHeaders> host =
            e.isIncomplete() && plain ? HostHeaders.of(abi) : Optional.empty();
        if (host.isEmpty()) {
          throw e;
        }
        Program program = Frontend.read(sources(host.get().in(own), platform));
        console.note(
            "some included files are none of Proviso's own headers: those of this machine's compiler are read");
        return program;
      }
    }

    @Override
    public List<Frontend.Source> sources(Platform platform, Target abi) {
      return sources(own(platform, abi), platform);
    }

    private UnitOptions own(Platform platform, Target abi) {
      List<Path> headers = system.isEmpty() ? platform.content().includes() : system;
      return fitting(UnitOptions.of(abi).including(includes, headers), platform)
          .with(Macros.of(defines));
    }

    private List<Frontend.Source> sources(UnitOptions unit, Platform platform) {
      Frontend.Options options = new Frontend.Options(unit, Origin.Kind.USER, platform.labels());
      return files.stream().map(f -> new Frontend.Source(f, options)).toList();
    }
  }

  /**
   * The files of a build, each read as it is compiled.
   *
   * @param main the file whose {@code main} is meant, where the build makes several programs
   * @param includes directories that are searched after those of the build
   * @param extra macros beside those of the build
   * @param override in place of the machine that the build is for
   */
  record Built(
      Build build,
      Optional<Path> main,
      List<Path> includes,
      List<String> extra,
      Optional<Target> override)
      implements Code {
    public Built {
      includes = List.copyOf(includes);
      extra = List.copyOf(extra);
    }

    @Override
    public List<Path> files() {
      return build.units().stream().map(BuildUnit::file).toList();
    }

    @Override
    public Optional<Target> target() {
      return Optional.of(override.orElse(build.target()));
    }

    @Override
    public List<String> defines() {
      List<String> common = new ArrayList<>(macros(build.units().getFirst()).defined());
      build.units().forEach(u -> common.retainAll(macros(u).defined()));
      return common;
    }

    @Override
    public Program read(Platform platform, Target abi, Console console) throws InputException {
      BuildReport.begin(build, console);
      Frontend.Reading reading =
          Frontend.readMost(sources(platform, abi), main, build.codeSkipped());
      BuildReport.end(build, reading, console);
      return reading.program();
    }

    @Override
    public List<Frontend.Source> sources(Platform platform, Target abi) {
      return build.units().stream().map(u -> source(u, platform, abi)).toList();
    }

    private Frontend.Source source(BuildUnit unit, Platform platform, Target abi) {
      boolean own = !platform.name().equals(PlatformLibrary.NONE);
      UnitOptions on = unit.on(platform.content().includes(), own);
      Includes found = on.includes();
      List<Path> user = Stream.concat(found.user().stream(), includes.stream()).toList();
      UnitOptions options =
          new UnitOptions(
              abi,
              on.dialect(),
              new Includes(
                  found.quoted(), user, found.system(), found.forced(), found.ignoringCase()),
              macros(unit),
              on.followsMarkers());
      return new Frontend.Source(
          unit.file(),
          new Frontend.Options(fitting(options, platform), Origin.Kind.USER, platform.labels()));
    }

    private Macros macros(BuildUnit unit) {
      Macros macros = unit.options().macros();
      List<String> defined = Stream.concat(macros.defined().stream(), extra.stream()).toList();
      return new Macros(macros.compiler(), defined, macros.undefined());
    }
  }
}

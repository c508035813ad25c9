// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import org.sosy_lab.common.ShutdownNotifier;
import org.sosy_lab.common.configuration.Configuration;
import org.sosy_lab.common.configuration.InvalidConfigurationException;
import org.sosy_lab.common.log.LogManager;
import org.sosy_lab.java_smt.SolverContextFactory;
import org.sosy_lab.java_smt.SolverContextFactory.Solvers;
import org.sosy_lab.java_smt.api.SolverContext;

/** Opens contexts of Z3 on its shipped native libraries. */
public final class Z3 {
  private Z3() {}

  /**
   * A new context for the calling thread alone; the caller closes it.
   *
   * @param stop ends running queries when it is asked to
   * @throws SolverUnavailableException where the libraries cannot be loaded
   */
  public static SolverContext openContext(ShutdownNotifier stop) {
    return openContext(stop, NativeLibraries.in(CacheDirectory.ofUser()));
  }

  /** The solver's own name and version: loads it. */
  public static String version() {
    try (SolverContext context = openContext(ShutdownNotifier.createDummy())) {
      return context.getVersion();
    }
  }

  // JavaSMT loads the libraries with the first context; nobody may get ahead of that.
  static synchronized SolverContext openContext(ShutdownNotifier stop, NativeLibraries libraries) {
    try {
      // Terms of the solver live in native memory; phantom references give them back.
      Configuration options =
          Configuration.builder().setOption("solver.z3.usePhantomReferences", "true").build();
      return new SolverContextFactory(
              options, LogManager.createNullLogManager(), stop, libraries::load)
          .generateContext(Solvers.Z3);
    } catch (InvalidConfigurationException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof SolverUnavailableException unavailable) {
          throw unavailable;
        }
      }
      throw SolverUnavailableException.at(
          libraries.directory().toString(),
          "the SMT solver does not start: " + e.getMessage(),
          "run `proviso doctor`; delete this directory and try again",
          e);
    }
  }
}
